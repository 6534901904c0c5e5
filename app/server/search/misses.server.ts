import type { Lang } from "../../core/language/languages.ts";

/** At most one a second: what authors should write about shows in any case, and nobody can fill the table. */
const EVERY_MS = 1000;

/** Counts a search in vain, without letting anybody wait for it. */
export type NoteMiss = (query: string, lang: Lang) => void;

/**
 * @param count writes it down
 * @param report told when that failed; the search was answered long before
 */
export function missNotes(count: (miss: { query: string; lang: Lang }) => Promise<void>, now: () => Date, report: (trouble: unknown) => void): NoteMiss {
  let last = Number.NEGATIVE_INFINITY;
  return (query, lang) => {
    const at = now().getTime();
    if (at - last < EVERY_MS) return;
    last = at;
    void count({ query, lang }).catch(report);
  };
}
