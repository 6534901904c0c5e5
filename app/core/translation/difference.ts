import { diffChars, diffWordsWithSpace } from "diff";
import { type Lang, language } from "../language/languages.ts";

/** A stretch of text as it stands between two versions. */
export interface Stretch {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Beyond so many changes a comparison helps nobody, and would take seconds. */
const MOST_CHANGES = 1_000;

/** What changed from one text to another: by words, or by characters where words are set without spaces. */
export function difference(before: string, after: string, lang: Lang): Stretch[] {
  const compare = language(lang).unspaced ? diffChars : diffWordsWithSpace;
  const parts = compare(before, after, { maxEditLength: MOST_CHANGES }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return parts.map(({ value, added, removed }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value }));
}
