import type { Edition } from "../articles/edition.ts";
import { byLang, LANGS } from "../language/languages.ts";
import { type Edit, STRUCTURE_UNIT } from "./approval.ts";
import type { Unit } from "./units.ts";

/** An agency's consent to an article as it stands. */
export interface SignOff {
  /** Key of the agency. */
  agency: string;
  /** Bound to the edition that the article would make: any later change of words, structure or facts ends it, by itself. */
  contentHash: string;
  by: string;
  at: Date;
}

/** The agencies of those asked that have not signed off just this content. */
export const awaitedSignOffs = (asked: readonly string[], signOffs: readonly SignOff[], contentHash: string): string[] =>
  asked.filter((agency) => !signOffs.some((given) => given.agency === agency && given.contentHash === contentHash));

/**
 * The members whose work readers would see for the first time: everyone who changed a unit's words since they said what readers see
 * now, whoever finished them; of a changed structure, everyone who ever changed it. None of them signs it off for an agency.
 * @param edits that became a revision, oldest first
 */
export function authorsOfNews(units: readonly Unit[], edits: readonly Edit[], edition: Edition | null): Set<string> {
  const byUnit = Map.groupBy(edits, (edit) => edit.unit);
  const authors = units
    .filter((unit) => !unit.published)
    .flatMap((unit) => {
      const own = byUnit.get(unit.unit) ?? [];
      if (unit.unit === STRUCTURE_UNIT) return own;
      const seen = byLang((lang) => edition?.body.texts[lang][unit.unit]);
      return LANGS.filter((lang) => seen[lang] !== unit.texts[lang]).flatMap((lang) => {
        const inLang = own.filter((edit) => edit.lang === lang);
        return inLang.slice(inLang.findLastIndex((edit) => edit.text === seen[lang]) + 1);
      });
    });
  return new Set(authors.flatMap(({ by }) => (by === null ? [] : [by])));
}
