import type { FoundKind } from "./document.ts";
import { foldCase } from "./fold-case.ts";
import type { Needle } from "./needles.ts";
import { fold, foldedTerms } from "./normalise.ts";

/** How far a hit falls that has none of the accents that were typed: behind any like it that has them. */
const WITHOUT_ACCENTS = 0.4;
/** How far a hit rises whose title holds the query as it stands, whose title stands within the query, and whose title is the query. */
const IN_TITLE = 1.5;
const TITLE_WITHIN = 1.5;
const IS_TITLE = 2;

/** What answers more comes first: short pages hold their few words more often than an article does, and rank too high by words alone. */
const KIND: Readonly<Record<FoundKind, number>> = { article: 1, gate: 1, notice: 0.8, question: 0.7, page: 0.6, phrase: 0.45 };

/** A page in the language in which it was found. */
export interface Ranked {
  kind: FoundKind;
  title: string;
  /** All its words; asked for only where accents were typed. */
  written(): string;
}

/**
 * What a hit's score is multiplied by, after the ranking by words: whoever minded the accents means them ("bò" is not "bỏ"),
 * and a page that is named as the query is what was meant.
 */
export function closeness({ kind, title, written }: Ranked, needles: readonly Needle[], query: string): number {
  return KIND[kind] * accents(title, written, needles) * naming(title, query);
}

function accents(title: string, written: () => string, needles: readonly Needle[]): number {
  const minded = needles.filter((needle) => needle.kind === "letters" && needle.exact !== needle.folded);
  if (minded.length === 0) return 1;
  const text = `${title}\n${written()}`;
  const lower = text.toLowerCase();
  let folded: string | null = null;
  const kept = minded.filter((needle) => {
    const word = new RegExp(`(?<![\\p{L}\\p{M}])${needle.exact}${needle.prefix ? "" : "(?![\\p{L}\\p{M}])"}`, "u");
    // Most texts are written as the index folds them: the dear way is gone only where the word was not seen.
    if (word.test(lower)) return true;
    folded ??= foldCase(text);
    return word.test(folded);
  });
  return WITHOUT_ACCENTS + (1 - WITHOUT_ACCENTS) * (kept.length / minded.length);
}

function naming(title: string, query: string): number {
  const [sought, name] = [spaced(query), spaced(title)];
  if (sought === name) return IS_TITLE;
  if (sought.trim() !== "" && name.includes(sought)) return IN_TITLE;
  return name.trim() !== "" && sought.includes(name) ? TITLE_WITHIN : 1;
}

/** The words of a text between spaces, so that only whole words and Chinese in a row are found in it. */
const spaced = (text: string): string => (/\p{Script=Han}/u.test(text) ? fold(text).replace(/[^\p{L}\p{N}]/gu, "") : ` ${foldedTerms(text).join(" ")} `);
