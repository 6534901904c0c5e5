import { type Lang, ownFirst } from "../language/languages.ts";
import { type Marked, type SearchDocument, type SearchHit, SUMMARY } from "./document.ts";
import { mark } from "./highlight.ts";
import { markName } from "./name-marks.ts";
import { bigrams, foldCase, foldCased, foldedStretches, joinedDigits, type Token } from "./normalise.ts";
import { isTerm } from "./other-spellings.ts";
import type { Needle } from "./plan.ts";

/** About three lines on a phone; a longer passage is cut around its first mark. In characters. */
const LONGEST_EXCERPT = 240;
/** How much is left before the first mark. */
const LEAD = 60;

/** How a hit is shown in a language: its title, and the passage that answers best, wherever the query's own language found it. */
export function present(document: SearchDocument, needles: readonly Needle[], lang: Lang): SearchHit {
  const { id, kind, slug, versions } = document;
  return { id, kind, slug, title: markName(versions[lang].title, needles), passage: bestPassage(document, needles, lang) };
}

function bestPassage(document: SearchDocument, needles: readonly Needle[], lang: Lang): SearchHit["passage"] {
  const { versions } = document;
  // The asked language comes first and wins a tie: its own words can be marked. Where it holds everything, no other is looked at.
  let found: { code: Lang; at: number | null; coverage: number } = { code: lang, at: null, coverage: -1 };
  for (const code of ownFirst(lang)) {
    if (found.coverage >= 1) break;
    const candidate = { code, ...strongest(versions[code], needles) };
    if (candidate.coverage > found.coverage) found = candidate;
  }
  // Where only the name was met, the summary says what the page is.
  const passage = found.at === null ? versions[lang].passages.find(({ segment }) => segment === SUMMARY) : twin(document, found.code, found.at, lang);
  return passage ? { segment: passage.segment, marked: excerpt(mark(passage.text, needles)) } : null;
}

/** The same passage in another language: the one at its place, or the first of its segment. */
function twin(document: SearchDocument, from: Lang, at: number, to: Lang) {
  const segment = document.versions[from].passages[at]?.segment;
  const there = document.versions[to].passages;
  return there[at]?.segment === segment ? (there[at] ?? null) : (there.find((passage) => passage.segment === segment) ?? null);
}

/** Where the passage of a version stands that holds most of the query; null when none holds any of it, but perhaps the title does. */
function strongest(version: SearchDocument["versions"][Lang], needles: readonly Needle[]): { at: number | null; coverage: number } {
  let best = { at: null as number | null, coverage: 0, worth: 0 };
  for (const [at, { text }] of version.passages.entries()) {
    const covered = coverage(text, needles);
    // Of equals a sentence tells more than a label.
    const worth = covered.share + covered.bonus + (isTerm(text) ? 0 : 0.01);
    if (covered.share > 0 && worth > best.worth) best = { at, coverage: covered.share, worth };
  }
  return best.at === null ? { at: null, coverage: coverage(version.title, needles).share } : best;
}

/**
 * Which part of the query a text holds, 0 to 1; and a bonus, for comparing texts that hold as much: words that stand in a row as
 * typed say more than the same words here and there, and so do the accents that were typed.
 */
function coverage(text: string, needles: readonly Needle[]): { share: number; bonus: number } {
  const cased = foldCase(text);
  const plain = foldCased(cased);
  // Most passages hold nothing of it: that is seen before they are taken apart.
  if (!needles.some((needle) => anywhereIn(plain, needle))) return { share: 0, bonus: 0 };
  const there = [...foldedStretches(cased)];
  const weights = needles.map((needle) => (needle.kind === "han" ? [...needle.folded].length : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const held = needles.map((needle) => (needle.kind === "han" ? hanShare(plain, needle) : there.some((token) => meets(token, needle)) ? 1 : 0));
  const share = held.reduce((sum, part, index) => sum + part * (weights[index] ?? 0), 0);
  const minded = needles.filter(
    (needle) => needle.exact !== needle.folded && there.some((token) => meets(token, needle) && token.exact.startsWith(needle.exact)),
  );
  const row = longestRow(there, needles);
  return { share: share / total, bonus: 0.2 * (minded.length / total) + (row > 1 ? 0.5 * (row / needles.length) ** 2 : 0) };
}

function anywhereIn(plain: string, needle: Needle): boolean {
  if (needle.kind === "number") return joinedDigits(plain).includes(joinedDigits(needle.folded));
  return plain.includes(needle.folded) || bigrams(needle.kind === "han" ? needle.folded : "").some((pair) => plain.includes(pair));
}

const meets = (token: Token, needle: Needle): boolean => {
  if (token.kind !== needle.kind) return false;
  const [there, sought] = [joinedDigits(token.folded), joinedDigits(needle.folded)];
  return there === sought || (needle.prefix && there.startsWith(sought));
};

/** How many words of the query stand side by side in a text, at most. */
function longestRow(there: readonly Token[], needles: readonly Needle[]): number {
  const fits = (at: number, sought: number) => {
    const [token, needle] = [there[at], needles[sought]];
    return token !== undefined && needle !== undefined && meets(token, needle);
  };
  let longest = 0;
  for (let at = 0; at < there.length; at++) {
    for (let sought = 0; sought < needles.length; sought++) {
      let length = 0;
      while (fits(at + length, sought + length)) length++;
      longest = Math.max(longest, length);
    }
  }
  return longest;
}

function hanShare(text: string, needle: Needle): number {
  if (text.includes(needle.folded)) return 1;
  const pairs = bigrams(needle.folded);
  return pairs.length ? (0.9 * pairs.filter((pair) => text.includes(pair)).length) / pairs.length : 0;
}

/** A long passage around its first mark, cut between words where there are spaces, with an ellipsis where it was cut. */
function excerpt(marked: Marked[]): Marked[] {
  const text = marked.map((part) => part.text).join("");
  if (text.length <= LONGEST_EXCERPT) return marked;
  const firstHit = marked.findIndex((part) => part.hit);
  const before = marked.slice(0, Math.max(0, firstHit)).reduce((sum, part) => sum + part.text.length, 0);
  const from = before <= LEAD ? 0 : wordStart(text, Math.min(before - LEAD, text.length - LONGEST_EXCERPT), before);
  const to = from + LONGEST_EXCERPT >= text.length ? text.length : wordEnd(text, from, from + LONGEST_EXCERPT);
  const kept: Marked[] = [];
  let at = 0;
  for (const part of marked) {
    const stretch = part.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (stretch) kept.push({ text: stretch, hit: part.hit });
    at += part.text.length;
  }
  const dots = (needed: boolean): Marked[] => (needed ? [{ text: "…", hit: false }] : []);
  return [...dots(from > 0), ...kept, ...dots(to < text.length)];
}

/** The next place from `at` where a word begins, before `limit`; `at` itself, on a whole character, in writing without spaces. */
function wordStart(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).search(/\s/u);
  return space >= 0 ? at + space + 1 : wholeCharacter(text, at);
}

function wordEnd(text: string, from: number, at: number): number {
  const space = text.slice(from, at).search(/\s\S*$/u);
  return space > LONGEST_EXCERPT / 2 ? from + space : wholeCharacter(text, at);
}

/** Never between the halves of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at);
