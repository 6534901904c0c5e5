import type { Lang } from "../language/languages.ts";
import type { SearchDocument } from "./document.ts";
import { fold, foldCase, foldedTerms } from "./normalise.ts";
import type { Needle } from "./plan.ts";

/** How far a hit falls that has none of the accents that were typed: behind any like it that has them. */
const WITHOUT_ACCENTS = 0.4;
/** How far a hit rises whose title holds the query as it stands, and whose title is the query. */
const IN_TITLE = 1.5;
const IS_TITLE = 2;

/**
 * What a hit's score is multiplied by, after the ranking by words: whoever minded the accents means them ("bò" is not "bỏ"),
 * and a page that is named as the query is what was meant.
 */
export function closeness(version: SearchDocument["versions"][Lang], needles: readonly Needle[], query: string): number {
  return accents(version, needles) * naming(version.title, query);
}

function accents(version: SearchDocument["versions"][Lang], needles: readonly Needle[]): number {
  const minded = needles.filter((needle) => needle.kind === "letters" && needle.exact !== needle.folded);
  if (minded.length === 0) return 1;
  const text = foldCase([version.title, ...version.passages.map((passage) => passage.text)].join("\n"));
  const kept = minded.filter((needle) => new RegExp(`(?<![\\p{L}\\p{M}])${needle.exact}${needle.prefix ? "" : "(?![\\p{L}\\p{M}])"}`, "u").test(text));
  return WITHOUT_ACCENTS + (1 - WITHOUT_ACCENTS) * (kept.length / minded.length);
}

function naming(title: string, query: string): number {
  const [sought, name] = [spaced(query), spaced(title)];
  if (sought === name) return IS_TITLE;
  return sought !== "" && name.includes(sought) ? IN_TITLE : 1;
}

/** The words of a text between spaces, so that only whole words and Chinese in a row are found in it. */
const spaced = (text: string): string => (/\p{Script=Han}/u.test(text) ? fold(text).replace(/[^\p{L}\p{N}]/gu, "") : ` ${foldedTerms(text).join(" ")} `);
