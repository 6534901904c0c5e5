import { LANGS, type Lang, ownFirst } from "../language/languages.ts";
import { readTelex } from "../language/telex.ts";
import type { FoundKind, Marked, SearchDocument } from "./document.ts";
import { foldAccents, foldCase } from "./fold-case.ts";
import { asPinyin, type ReadBy, readFrom } from "./pinyin.ts";
import type { Readings } from "./readings.ts";
import type { TraditionalPairs } from "./traditional.ts";

/*
 * Search over what a display holds: a few hundred pages, in memory, without a server and without the tables of Chinese. The portal's
 * own search (plan.ts and its neighbours) is for a hundred thousand and for a phone's keyboard; the two share how texts are folded
 * and what is a page (document.ts).
 */

/** A text as it is looked through: folded unit by unit, so that a place in it is a place in the text. */
interface Spread {
  text: string;
  folded: string;
  /** Where each unit of `folded` begins in the text, and at last the text's length. */
  places: number[];
  /** The characters of the folded text as they are written: by them it is read aloud, and found by pinyin. */
  characters: string[];
}

interface HeldPart extends Spread {
  lang: Lang;
  /** Null: the title. */
  segment: string | null;
}

interface HeldPage {
  document: SearchDocument;
  /** All that it says, accents and all. */
  cased: string;
  parts: HeldPart[];
  /** Names that find it and are not shown. */
  names: Spread[];
}

export interface HeldIndex {
  pages: HeldPage[];
  readings: Readings;
  simplified: Simplify;
}

/** Takes Traditional characters for Simplified ones, unit by unit. */
type Simplify = (folded: string) => string;

export interface HeldHit {
  kind: FoundKind;
  slug: string;
  title: Marked[];
  /** The passage that answers, or the page's summary; null where it has none. */
  passage: { segment: string; marked: Marked[] } | null;
}

/** @param traditional what is written otherwise in Traditional characters (traditional.ts); "" where nobody told */
export function heldIndex(documents: readonly SearchDocument[], readings: Readings, traditional: TraditionalPairs = ""): HeldIndex {
  const simplified = simplifying(traditional);
  const spread = (text: string) => spreadOut(text, simplified);
  return {
    readings,
    simplified,
    pages: documents.map((document) => ({
      document,
      cased: foldCase(LANGS.flatMap((lang) => [document.versions[lang].title, ...document.versions[lang].passages.map(({ text }) => text)]).join("\n")),
      names: LANGS.flatMap((lang) => document.versions[lang].names ?? []).map(spread),
      parts: LANGS.flatMap((lang) => {
        const { title, passages } = document.versions[lang];
        return [{ lang, segment: null, ...spread(title) }, ...passages.map(({ segment, text }) => ({ lang, segment, ...spread(text) }))];
      }),
    })),
  };
}

function simplifying(pairs: TraditionalPairs): Simplify {
  const known = new Map<string, string>();
  for (let at = 0; at + 1 < pairs.length; at += 2) known.set(pairs.charAt(at), pairs.charAt(at + 1));
  return (folded) => (known.size === 0 ? folded : folded.replace(/[\u3400-\u9FFF]/g, (character) => known.get(character) ?? character));
}

/** A stretch of a folded text that was sought, and what finding it there is worth. */
interface Found {
  from: number;
  to: number;
  worth: number;
}

/** What a find is worth: in a name, in the text; a word begun counts for less than a whole one. */
const IN_NAME = 10;
const IN_TEXT = 3;
const BEGUN = 0.7;
/** Words that stand side by side as they were typed say more than the same here and there. */
const IN_A_ROW = 6;
/** What was typed is all of the name. */
const IS_NAME = 2;
/** A page that says it in many places is about it. */
const SAID_AGAIN = 0.1;
const MOST_SAID = 12;
/** How far a page falls that has none of the accents that were typed. */
const WITHOUT_ACCENTS = 0.4;
/** A find in the language that is not the visitor's. */
const OTHER_LANGUAGE = 0.9;
const KIND: Readonly<Record<FoundKind, number>> = { article: 1, gate: 1, notice: 0.8, question: 0.8, page: 0.6, phrase: 0.6 };

interface Token {
  text: string;
  /** It may still be being typed. */
  begun: boolean;
}

interface Sought {
  /** Words, numbers and stretches of Chinese, folded. */
  tokens: Token[];
  /** All of them in one row, as they were typed. */
  row: string;
  /** The same with accents; null where none were typed. */
  exact: string[] | null;
  /** In one word, for who types pinyin or leaves the spaces out; null: it is no such thing. */
  letters: string | null;
}

const TOKEN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}+/gu;

function soughtBy(query: string, simplified: Simplify): Sought | null {
  const cased = simplified(foldCase(query));
  const exact = cased.match(TOKEN) ?? [];
  const tokens = exact.map((text, index) => ({ text: foldAccents(text), begun: index === exact.length - 1 && /[\p{L}\p{M}\p{N}]$/u.test(cased) }));
  if (tokens.length === 0) return null;
  const accented = exact.filter((text) => foldAccents(text) !== text);
  return { tokens, row: tokens.map(({ text }) => text).join(" "), exact: accented.length > 0 ? accented : null, letters: asPinyin(foldAccents(cased)) };
}

/**
 * The pages that answer a query, the best first. Every word has to be found in the pair, in either language: as it is, begun, as
 * pinyin or initials, with its syllables in one word, or as Telex that nobody composed. Where no page has them all, those with most.
 */
export function searchHeld(index: HeldIndex, query: string, lang: Lang, limit: number): HeldHit[] {
  const wishes = [query, readTelex(query)].filter((text, at, all) => all.indexOf(text) === at).flatMap((text) => soughtBy(text, index.simplified) ?? []);
  const ranked = index.pages.flatMap((page) => {
    const best = wishes
      .map((sought) => ({ page, sought, ...worthOf(page, sought, lang, index.readings) }))
      .sort((a, b) => b.share - a.share || b.worth - a.worth)[0];
    return best && best.worth > 0 ? [best] : [];
  });
  const most = Math.max(0, ...ranked.map(({ share }) => share));
  return ranked
    .filter(({ share }) => share === most)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, limit)
    .map(({ page, sought }) => hitOf(page, sought, lang, index.readings));
}

/** @returns which part of the query the page holds, 0 to 1, and what that is worth */
function worthOf(page: HeldPage, sought: Sought, lang: Lang, readings: Readings): { share: number; worth: number } {
  const scale = KIND[page.document.kind];
  const spelt = spelling(page, sought, lang, readings);
  const worthOfWord = (token: Token) => {
    const places = placesOf(page).map(({ part, name, own }) => wordIn(part, token, name) * own);
    return Math.max(0, ...places) + SAID_AGAIN * Math.min(MOST_SAID, places.filter((worth) => worth > 0).length);
  };
  const each = sought.tokens.map((token) => {
    const whole = worthOfWord(token);
    const pieces = whole > 0 ? [] : piecesIn(page, token);
    return pieces.length > 0 ? Math.max(...pieces.map(worthOfWord)) * BEGUN : whole;
  });
  const share = each.filter((worth) => worth > 0).length / each.length;
  const row = sought.tokens.length > 1 && page.parts.some(({ folded }) => joined(folded).includes(sought.row)) ? IN_A_ROW : 0;
  const whole = page.parts.some((part) => part.segment === null && joined(part.folded).trim() === sought.row) ? IS_NAME : 1;
  const words = (each.reduce((sum, worth) => sum + worth, 0) + row) * whole * accents(page, sought.exact);
  if (spelt > 0 && (share < 1 || spelt > words)) return { share: 1, worth: spelt * scale };
  return { share, worth: words * scale };
}

function placesOf(page: HeldPage, lang?: Lang): { part: Spread; name: boolean; own: number }[] {
  return [
    ...page.parts.map((part) => ({ part, name: part.segment === null, own: lang === undefined || part.lang === lang ? 1 : OTHER_LANGUAGE })),
    ...page.names.map((part) => ({ part, name: true, own: OTHER_LANGUAGE })),
  ];
}

const joined = (folded: string): string => (folded.match(TOKEN) ?? []).join(" ");

function wordIn(part: Spread, token: Token, name: boolean): number {
  return Math.max(0, ...wordsIn(part, token).map(({ worth }) => worth)) * (name ? IN_NAME : IN_TEXT);
}

/** Where a word stands: as a whole, or begun where it may still be being typed; Chinese anywhere. */
function wordsIn({ folded }: Spread, { text, begun }: Token): Found[] {
  const found: Found[] = [];
  const chinese = HAN.test(text);
  for (let from = folded.indexOf(text); from >= 0; from = folded.indexOf(text, from + 1)) {
    const to = from + text.length;
    if (chinese) found.push({ from, to, worth: 1 });
    else if (!isLetter(folded, from - 1)) {
      if (!isLetter(folded, to)) found.push({ from, to, worth: 1 });
      else if (begun) found.push({ from, to, worth: BEGUN });
    }
  }
  return found;
}

/** Chinese is typed without spaces: words in a row, each of two characters at least, that the page has here and there. [] where it has not all of them. */
function piecesIn(page: HeldPage, { text }: Token): Token[] {
  if (!HAN.test(text)) return [];
  for (let length = text.length - LEAST_PIECE; length >= LEAST_PIECE; length -= 1) {
    const piece = { text: text.slice(0, length), begun: false };
    if (!stands(page, piece)) continue;
    const rest = { text: text.slice(length), begun: false };
    const others = stands(page, rest) ? [rest] : piecesIn(page, rest);
    if (others.length > 0) return [piece, ...others];
  }
  return [];
}

const HAN = /^\p{Script=Han}/u;
const LEAST_PIECE = 2;
const stands = (page: HeldPage, { text }: Token): boolean => placesOf(page).some(({ part }) => part.folded.includes(text));

const isLetter = (text: string, at: number): boolean => /^(?!\p{Script=Han})[\p{L}\p{N}]/u.test(text.charAt(at));

function accents(page: HeldPage, exact: readonly string[] | null): number {
  if (!exact) return 1;
  const kept = exact.filter((word) => page.cased.includes(word));
  return WITHOUT_ACCENTS + (1 - WITHOUT_ACCENTS) * (kept.length / exact.length);
}

/** What the page is worth for who typed pinyin, initials, or syllables in one word. */
function spelling(page: HeldPage, { letters }: Sought, lang: Lang, readings: Readings): number {
  if (!letters) return 0;
  return Math.max(
    0,
    ...placesOf(page, lang).map(({ part, name, own }) => Math.max(0, ...spelltIn(part, letters, name, readings).map(({ worth }) => worth)) * own),
  );
}

/** In a text fewer than so many letters are read as anything. */
const LEAST_IN_TEXT = 4;

function spelltIn(part: Spread, letters: string, name: boolean, readings: Readings): Found[] {
  if (!name && letters.length < LEAST_IN_TEXT) return [];
  const worth = name ? IN_NAME : IN_TEXT;
  const found: Found[] = [];
  let unit = 0;
  part.characters.forEach((character, at) => {
    const read = (by: ReadBy) => readFrom(part.characters, at, letters, readings, by);
    const length = read("syllables");
    const shorter = length === 0 && name ? read("initials") : 0;
    const taken = length || shorter;
    if (taken > 0) {
      const to = unit + part.characters.slice(at, at + taken).join("").length;
      const whole = name && taken === part.characters.length ? IS_NAME : 1;
      found.push({ from: unit, to, worth: worth * (length > 0 ? 1 : BEGUN) * whole });
    }
    unit += character.length;
  });
  return found.length > 0 || !name ? found : syllablesIn(part, letters, worth);
}

/** Syllables of Latin letters in one word, or by their first letters: "hochieu", "hc". */
function syllablesIn({ folded }: Spread, letters: string, worth: number): Found[] {
  const words = [...folded.matchAll(/(?:(?!\p{Script=Han})\p{L})+/gu)].map((match) => ({ text: match[0], from: match.index }));
  return words.flatMap(({ from }, first) => {
    for (const by of ["syllables", "initials"] as const) {
      let rest = letters;
      for (let at = first; at < words.length && rest !== ""; at += 1) {
        const text = words[at]?.text ?? "";
        const part = by === "initials" ? text.charAt(0) : text;
        if (rest.startsWith(part)) rest = rest.slice(part.length);
        else if (by === "syllables" && part.startsWith(rest)) rest = "";
        else break;
        if (rest === "" && at > first) return [{ from, to: (words[at]?.from ?? 0) + text.length, worth: worth * (by === "initials" ? BEGUN : 1) }];
      }
    }
    return [];
  });
}

/** How a page is shown in the visitor's language: what was found in it is marked, and the passage that was found in the other stands as its twin. */
function hitOf(page: HeldPage, sought: Sought, lang: Lang, readings: Readings): HeldHit {
  const { document, parts, names } = page;
  const tokens = sought.tokens.flatMap((token) => (stands(page, token) ? [token] : piecesIn(page, token)));
  const marksIn = (part: Spread, name: boolean): Found[] => {
    const words = tokens.flatMap((token) => wordsIn(part, token));
    return words.length > 0 || !sought.letters ? words : spelltIn(part, sought.letters, name, readings);
  };
  const title = parts.find((part) => part.lang === lang && part.segment === null);
  const passages = ownFirst(lang).flatMap((code) => parts.filter((part) => part.lang === code && part.segment !== null));
  const best = passages.map((part) => ({ part, worth: marksIn(part, false).reduce((sum, { worth }) => sum + worth, 0) })).sort((a, b) => b.worth - a.worth)[0];
  const named = title && (marksIn(title, true).length > 0 || names.some((name) => marksIn(name, true).length > 0));
  const segment = best && best.worth > 0 && !(named && best.part.lang !== lang) ? best.part.segment : (passages[0]?.segment ?? null);
  const shown = parts.find((part) => part.lang === lang && part.segment === segment && part.segment !== null);
  return {
    kind: document.kind,
    slug: document.slug,
    title: title ? marked(title, marksIn(title, true)) : [],
    passage: shown && segment !== null ? { segment, marked: excerpt(shown, marksIn(shown, false)) } : null,
  };
}

/** About four lines of a kiosk, in characters, and how much is left before the first mark. */
const LONGEST_EXCERPT = 160;
const LEAD = 40;

function excerpt(part: Spread, found: readonly Found[]): Marked[] {
  if (part.text.length <= LONGEST_EXCERPT) return marked(part, found);
  const first = Math.min(...found.map(({ from }) => part.places[from] ?? 0), Number.POSITIVE_INFINITY);
  const wanted = Number.isFinite(first) && first > LONGEST_EXCERPT - LEAD ? first - LEAD : 0;
  const from = wanted === 0 ? 0 : wordEdge(part.text, wanted);
  const to = from + LONGEST_EXCERPT >= part.text.length ? part.text.length : wordEdge(part.text, from + LONGEST_EXCERPT);
  let at = 0;
  const kept = marked(part, found).flatMap(({ text, hit }) => {
    const stretch = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    return stretch ? [{ text: stretch, hit }] : [];
  });
  const dots = { text: "…", hit: false };
  return [...(from > 0 ? [dots] : []), ...kept, ...(to < part.text.length ? [dots] : [])];
}

/** The place of a space near before, so that no word is cut; the place itself in writing without spaces. */
function wordEdge(text: string, at: number): number {
  const space = text.lastIndexOf(" ", at);
  return space > at - LEAD ? space + 1 : at;
}

function marked({ text, places }: Spread, found: readonly Found[]): Marked[] {
  const hits = new Array<boolean>(text.length).fill(false);
  for (const { from, to } of found) hits.fill(true, places[from], places[to]);
  const parts: Marked[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hit = hits[at] === true;
    const last = parts[parts.length - 1];
    if (last?.hit === hit) last.text += text.charAt(at);
    else parts.push({ text: text.charAt(at), hit });
  }
  return parts;
}

/** A character with the marks that belong to it. */
const CLUSTER = /[\s\S][\p{M}\p{Cf}]*/gu;
const knownClusters = new Map<string, string>();

function spreadOut(text: string, simplified: Simplify): Spread {
  let folded = "";
  const places: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const [cluster] = match;
    const part = knownClusters.get(cluster) ?? foldAccents(cluster);
    if (knownClusters.size < 20_000) knownClusters.set(cluster, part);
    for (let unit = 0; unit < part.length; unit += 1) places.push(match.index);
    folded += part;
  }
  return { text, folded: simplified(folded), places: [...places, text.length], characters: [...folded] };
}
