import { AppError } from "../errors.ts";
import { fold } from "../search/normalise.ts";

const LONGEST = 40;

/**
 * A lasting key for something that people name: the name without accents, joined by hyphens; a number follows where it is taken.
 * @throws AppError `invalid` (`field`: "name") for a name without a letter or digit of the Latin script
 */
export function keyFrom(name: string, taken: readonly string[]): string {
  const key = fold(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, "");
  if (key === "") throw new AppError("invalid", { field: "name" });
  if (!taken.includes(key)) return key;
  for (let number = 2; ; number += 1) if (!taken.includes(`${key}-${number}`)) return `${key}-${number}`;
}
