import { AppError } from "../errors.ts";
import type { Gate } from "../facts/gate.ts";
import { type ByLang, byLang, LANGS, ownFirst } from "../language/languages.ts";
import { cleanText } from "../language/text.ts";

/** Where people meet the portal: a gate, or the information cluster of a commune. */
export interface Site {
  key: string;
  position: number;
  kind: "gate" | "commune";
  name: ByLang<string>;
}

/** A gate as a site; where its name is not confirmed in a language, another language's stands there. */
export const siteOfGate = ({ key, position, name }: Pick<Gate, "key" | "position" | "name">): Site => ({
  key,
  position,
  kind: "gate",
  name: byLang(
    (lang) =>
      ownFirst(lang)
        .map((code) => name[code])
        .find((text) => text !== null) ?? key,
  ),
});

/** The longest name of a team or a site, in UTF-16 units. */
const LONGEST_NAME = 100;

/**
 * A name in every language, on one line each.
 * @throws AppError `invalid` (`field`: "name"), `bad_text`
 */
export function readNames(typed: ByLang<string>): ByLang<string> {
  const name = byLang((lang) => cleanText(typed[lang]));
  if (!LANGS.every((lang) => name[lang] !== "" && name[lang].length <= LONGEST_NAME && !name[lang].includes("\n")))
    throw new AppError("invalid", { field: "name" });
  return name;
}
