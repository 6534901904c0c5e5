import { tokens } from "./normalise.ts";

/** What was searched in vain longer ago is forgotten. */
export const KEPT_DAYS = 90;
/** Periods that authors look back on, in days. */
export const PERIODS = [7, 30, KEPT_DAYS] as const;
export type Period = (typeof PERIODS)[number];

/** What is longer is a story; what is shorter says nothing. In characters. */
const LONGEST = 60;
const SHORTEST = 2;
/** So many digits together, however they are parted, may be somebody's telephone or passport; a law's number has a stroke. */
const PERSONAL_NUMBER = /(?:\p{N}[\s.,-]*){6}/u;

/**
 * A search in vain as it is counted for the authors: folded, so that spellings of one wish are counted as one.
 * @returns null where it says nothing, or may say who asked
 */
export function countedMiss(query: string): string | null {
  if (query.includes("@") || PERSONAL_NUMBER.test(query)) return null;
  const wish = tokens(query)
    .map((token) => token.folded)
    .join(" ");
  const length = [...wish].length;
  return length < SHORTEST || length > LONGEST ? null : wish;
}
