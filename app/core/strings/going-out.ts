import type { ByLang } from "../language/languages.ts";
import { hasErrors } from "../translation/checks/check.ts";
import { checkPair } from "../translation/checks/check-pair.ts";
import type { Term } from "../translation/term.ts";
import { STRINGS_SOURCE, takesSamePlaceholders } from "./catalogue.ts";

/**
 * What stands against showing readers a pair of an interface string, whoever approved it when; null when nothing does. The program
 * fills the placeholders of `base`, its own text: one that is lost or renamed in every language alike would still show nothing, or
 * its bare name.
 */
export function whyNotGoingOut(
  key: string,
  texts: ByLang<string>,
  base: ByLang<string>,
  terms: readonly Term[],
): "placeholders_differ" | "checks_failed" | null {
  if (!takesSamePlaceholders(texts, base)) return "placeholders_differ";
  return hasErrors(checkPair({ kind: "string", sourceLang: STRINGS_SOURCE, texts, terms, key })) ? "checks_failed" : null;
}
