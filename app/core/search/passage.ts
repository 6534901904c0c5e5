import { type Lang, ownFirst } from "../language/languages.ts";
import { type Marked, type SearchDocument, type SearchHit, SUMMARY } from "./document.ts";
import { mark } from "./highlight.ts";
import { markName } from "./name-marks.ts";
import type { Needle } from "./needles.ts";
import { bigrams, fold, joinedDigits, type Token, tokens } from "./normalise.ts";
import { isTerm } from "./other-spellings.ts";

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

/** What a passage is worth beside the part of the query that it holds: words that stand in a row as typed say more than the same here and there. */
const IN_A_ROW = 0.5;
const ACCENTS = 0.2;
/** Of equals a sentence tells more than a label. */
const SENTENCE = 0.01;
const MOST_BONUS = IN_A_ROW + ACCENTS + SENTENCE;

/** Where the passage of a version stands that holds most of the query; null when none holds any of it, but perhaps the title does. */
function strongest(version: SearchDocument["versions"][Lang], needles: readonly Needle[]): { at: number | null; coverage: number } {
  const held = version.passages.map(({ text }, at) => ({ at, text, share: share(text, needles) })).filter((passage) => passage.share > 0);
  if (held.length === 0) return { at: null, coverage: share(version.title, needles) };
  let best = { at: null as number | null, coverage: 0, worth: 0 };
  // Taking a passage apart is what costs: those that cannot win any more are left alone.
  for (const passage of held.sort((a, b) => b.share - a.share)) {
    if (passage.share + MOST_BONUS <= best.worth) break;
    const worth = passage.share + bonus(passage.text, needles);
    if (worth > best.worth) best = { at: passage.at, coverage: passage.share, worth };
  }
  return best;
}

/** Which part of the query a text holds, 0 to 1. */
function share(text: string, needles: readonly Needle[]): number {
  const plain = fold(text);
  let [held, total] = [0, 0];
  for (const needle of needles) {
    const weight = needle.kind === "han" ? [...needle.folded].length : 1;
    held += weight * part(plain, needle);
    total += weight;
  }
  return held / total;
}

function part(plain: string, needle: Needle): number {
  if (needle.kind === "han") return hanShare(plain, needle);
  if (needle.kind === "letters") return holdsWord(plain, needle) ? 1 : 0;
  return joinedDigits(plain).includes(joinedDigits(needle.folded)) && tokens(plain).some((token) => meets(token, needle)) ? 1 : 0;
}

function holdsWord(plain: string, { folded, prefix }: Needle): boolean {
  for (let at = plain.indexOf(folded); at >= 0; at = plain.indexOf(folded, at + 1))
    if (!isLetter(plain, at - 1) && (prefix || !isLetter(plain, at + folded.length))) return true;
  return false;
}

const isLetter = (text: string, at: number): boolean => /^(?!\p{Script=Han})\p{L}/u.test(text.charAt(at));

/** What is for comparing passages that hold as much. */
function bonus(text: string, needles: readonly Needle[]): number {
  const there = tokens(text);
  const minded = needles.filter(
    (needle) => needle.exact !== needle.folded && there.some((token) => meets(token, needle) && token.exact.startsWith(needle.exact)),
  );
  const row = needles.length > 1 ? longestRow(there, needles) : 0;
  return ACCENTS * (minded.length / needles.length) + (row > 1 ? IN_A_ROW * (row / needles.length) ** 2 : 0) + (isTerm(there) ? 0 : SENTENCE);
}

const meets = (token: Token, needle: Needle): boolean => {
  if (token.kind !== needle.kind) return false;
  const [there, sought] = token.kind === "number" ? [joinedDigits(token.folded), joinedDigits(needle.folded)] : [token.folded, needle.folded];
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
export function excerpt(marked: Marked[]): Marked[] {
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
