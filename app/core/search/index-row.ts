import type { Lang } from "../language/languages.ts";
import type { SearchDocument } from "./document.ts";
import { gateTerm, topicTerm } from "./facets.ts";
import { exactTermsOf, foldedTermsOf, pairsOf, tokens } from "./normalise.ts";
import { isTerm, spellingsOfName, spellingsOfNumbers } from "./other-spellings.ts";

/** What the index files of one version; each column is words between spaces, and holds nothing but letters and digits. */
export interface IndexRow {
  name: NameRow;
  /** Its title, and the names that it is looked for by besides; words, then pairs. */
  title: string;
  /** What it says again and again, words and pairs: a page that mentions a thing once is not about it. */
  about: string;
  body: string;
  /** Words that stand beside each other, two as one, with their accents and without. */
  pairs: string;
  /** Every word with its accents. */
  exact: string;
  /** Other spellings: pinyin, initials, joined syllables, joined digits. */
  alt: string;
  /** Its topic and its gates, as words of their own. */
  place: string;
}

/** The same of its names alone. */
export type NameRow = Pick<IndexRow, "title" | "pairs" | "exact" | "alt" | "place">;

/** How much a hit in a column counts, in the order of the columns. A place narrows and says nothing of how good a hit is. */
export const WORDS_WEIGHTS = { title: 4, about: 6, body: 1, pairs: 2, exact: 6, alt: 3, place: 0 } as const;
export const NAMES_WEIGHTS = { title: 4, pairs: 6, exact: 6, alt: 3, place: 0 } as const;

/** How often is again and again, in a short text and in a long one; and how many words make it long. */
const OFTEN_SHORT = 2;
const OFTEN_LONG = 3;
const LONG = 150;

/** What is filed of one text: a title, a name or a passage. */
export interface Filed {
  /** Words as the index folds them, between spaces. */
  folded: string;
  pairs: string;
  exact: string;
  /** Other spellings of it as a name; empty where it is too long to be one. */
  spellings: string[];
  /** Other spellings of the numbers in it. */
  numbers: string[];
}

/** @param isName whether it is a name however long it is */
export function fileText(text: string, isName = false): Filed {
  const parts = tokens(text);
  return {
    folded: foldedTermsOf(parts).join(" "),
    pairs: pairsOf(parts).join(" "),
    exact: exactTermsOf(parts).join(" "),
    spellings: isName || isTerm(parts) ? spellingsOfName(parts) : [],
    numbers: spellingsOfNumbers(text),
  };
}

/** The row of a document's version in one language. */
export function indexRow({ topic, gates, versions }: SearchDocument, lang: Lang, file = fileText): IndexRow {
  const { title, names = [], passages } = versions[lang];
  const named = [file(title, true), ...names.map((name) => file(name))];
  const said = passages.map((passage) => file(passage.text));
  const all = [...named, ...said];
  const place = [...(topic ? [topicTerm(topic)] : []), ...gates.map(gateTerm)].join(" ");
  return {
    name: { ...columnsOf(named), place },
    ...columnsOf(all),
    title: `${words(named, "folded")} ${words(named, "pairs")}`,
    about: saidOften(all),
    body: words(said, "folded"),
    place,
  };
}

const words = (texts: readonly Filed[], form: "folded" | "pairs" | "exact"): string => texts.map((text) => text[form]).join(" ");

const columnsOf = (texts: readonly Filed[]) => ({
  title: words(texts, "folded"),
  pairs: words(texts, "pairs"),
  exact: words(texts, "exact"),
  alt: [...new Set(texts.flatMap(({ spellings, numbers }) => [...spellings, ...numbers]))].join(" "),
});

function saidOften(texts: readonly Filed[]): string {
  const words = texts.flatMap(({ folded }) => folded.split(" "));
  const often = words.length < LONG ? OFTEN_SHORT : OFTEN_LONG;
  const counts = new Map<string, number>();
  for (const word of [...words, ...texts.flatMap(({ pairs }) => pairs.split(" "))]) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].flatMap(([word, times]) => (times < often ? [] : [word])).join(" ");
}
