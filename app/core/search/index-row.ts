import type { Lang } from "../language/languages.ts";
import type { SearchDocument } from "./document.ts";
import { gateTerm, topicTerm } from "./facets.ts";
import { exactTerms, foldedTerms } from "./normalise.ts";
import { isTerm, spellingsOfName, spellingsOfNumbers } from "./other-spellings.ts";

/** What the index files of one version; each column is words between spaces, and holds nothing but letters and digits. */
export interface IndexRow {
  title: string;
  body: string;
  /** Every word with its accents. */
  exact: string;
  exactTitle: string;
  /** Other spellings: pinyin, initials, joined syllables, joined digits. */
  alt: string;
  /** Its topic and its gates, as words of their own. */
  place: string;
}

/** How much a hit in a column counts, in the order of the columns. A place narrows and says nothing of how good a hit is. */
export const COLUMN_WEIGHTS = { title: 4, body: 1, exact: 6, alt: 3, place: 0 } as const;

/** The row of a document's version in one language. */
export function indexRow(document: SearchDocument, lang: Lang): IndexRow {
  const version = document.versions[lang];
  const passages = [...(version.names ?? []), ...version.passages.map((passage) => passage.text)];
  const names = [version.title, ...passages.filter(isTerm)];
  const all = [version.title, ...passages];
  return {
    title: foldedTerms(version.title).join(" "),
    body: passages.flatMap(foldedTerms).join(" "),
    exactTitle: exactTerms(version.title).join(" "),
    exact: all.flatMap(exactTerms).join(" "),
    alt: [...new Set([...names.flatMap(spellingsOfName), ...all.flatMap(spellingsOfNumbers)])].join(" "),
    place: [...(document.topic ? [topicTerm(document.topic)] : []), ...document.gates.map(gateTerm)].join(" "),
  };
}
