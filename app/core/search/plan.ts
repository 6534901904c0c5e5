import { AppError } from "../errors.ts";
import { bigrams, digitGroups, joinedDigits, type Token, tokens } from "./normalise.ts";

/** Longest query, in characters. */
export const LONGEST_QUERY = 200;

/** What to look for in a text. */
export interface Needle extends Token {
  /** Whether a longer word that begins so counts too. */
  prefix: boolean;
  /** Chinese: the words that it falls into; empty for other writing. */
  words: string[];
}

/** How a query is put to the index: FTS5 expressions. Words are quoted and hold letters and digits alone, so that nothing typed is ever read as syntax. */
export interface QueryPlan {
  needles: Needle[];
  /** Everything that was typed, in titles and names alone: where many pages are called so, no more is needed. */
  named: string;
  /** Everything that was typed. */
  strict: string;
  /** Any part of it, for when the strict way finds little: what holds more, and rarer, of it ranks first. */
  loose: string;
  /** Single Chinese characters, for when even that finds nothing; null where there are none. */
  scattered: string | null;
  /** Whether no word of it tells pages apart, so that ranking all that hold them would cost much and say nothing. */
  common: boolean;
}

/** Tells whether a term, or all that begin so ("关*"), stands in so many pages that it does not tell them apart. */
export type IsCommon = (term: string) => boolean;

/**
 * Reads a query as typed.
 * @returns the composed text; empty when nothing can be looked for
 * @throws AppError `query_too_long` beyond 200 characters
 */
export function readQuery(text: string): string {
  // A character is at most a base and a few marks; what is far beyond is refused before it costs anything.
  const composed = text.length > LONGEST_QUERY * 8 ? null : text.toWellFormed().normalize("NFC").trimStart();
  if (composed === null || [...composed].length > LONGEST_QUERY) throw new AppError("query_too_long", { longest: LONGEST_QUERY });
  return composed;
}

let segmenter: Intl.Segmenter | undefined;

/** The words of a stretch of Chinese. Good enough to loosen a query that found nothing; never used to file a text. */
function chineseWords(han: string): string[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return [...segmenter.segment(han)].map((part) => part.segment);
}

/** An expression for those pages alone that are filed under all of the places (`topicTerm`, `gateTerm`). */
export const narrowed = (expression: string, places: readonly string[]): string =>
  places.length === 0 ? expression : all([`(${expression})`, ...places.map((place) => within("place", quoted([place])))]);

/** Pages with a name one of whose parts is spelled so in one word, or begins so. */
export const spelled = (spelling: string): string => within("alt", quoted([spelling], true));

/** The plan of a query; null where it holds no letter and no digit. */
export function planQuery(text: string, isCommon: IsCommon = () => false): QueryPlan | null {
  const needles = needlesOf(text);
  if (needles.length === 0) return null;
  const telling = needles.filter((needle) => !termsOf(needle).every(isCommon));
  const characters = needles.flatMap((needle) => (needle.kind === "han" ? [...needle.folded] : []));
  return {
    needles,
    named: strict(needles, NAMES),
    strict: strict(needles, PAGES),
    loose: anyOf(telling.length > 0 ? telling : needles, isCommon),
    scattered: characters.length > 0 ? either(characters.map((character) => chinese(character, PAGES))) : null,
    common: telling.length === 0,
  };
}

/** What to look for in a text, of a query as typed. */
export function needlesOf(text: string): Needle[] {
  const parts = tokens(text);
  // Who has typed a space or a mark after the last word has finished it.
  const open = /[\p{L}\p{M}\p{N}]$/u.test(text.toWellFormed());
  return parts.map((part, index) => ({
    ...part,
    prefix: open && index === parts.length - 1 && mayGoOn(part, parts.length === 1),
    words: part.kind === "han" ? chineseWords(part.folded) : [],
  }));
}

/** A letter after other words begins too much to say anything; a number of three digits is a number: 112 is not 1120. */
function mayGoOn(part: Token, alone: boolean): boolean {
  if (part.kind === "number") return joinedDigits(part.folded).length <= 2;
  return part.kind === "letters" && (alone || part.folded.length > 1);
}

/** The terms under which a needle is filed. */
function termsOf(needle: Needle): string[] {
  if (needle.kind === "number") return digitGroups(needle.folded);
  if (needle.kind === "han") return [...needle.folded].length > 1 ? bigrams(needle.folded) : [`${needle.folded}*`];
  return [needle.prefix && needle.folded.length <= 2 ? `${needle.folded}*` : needle.folded];
}

/** Columns that hold the words themselves: of a page, and of its name alone. */
const PAGES = "title body";
const NAMES = "title";

const quoted = (words: readonly string[], prefix = false): string =>
  `"${words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).join(" ")}"${prefix ? "*" : ""}`;
const within = (columns: string, expression: string): string => `{${columns}} : ${expression}`;
const either = (expressions: readonly string[]): string => {
  const distinct = [...new Set(expressions)];
  return distinct.length > 1 ? `(${distinct.join(" OR ")})` : (distinct[0] ?? "");
};
const all = (expressions: readonly string[]): string => (expressions.length > 1 ? `(${expressions.join(" AND ")})` : (expressions[0] ?? ""));

const chinese = (han: string, columns: string): string => within(columns, [...han].length === 1 ? quoted([han], true) : quoted(bigrams(han)));

function numeral(needle: Needle, columns: string): string {
  const joined = joinedDigits(needle.folded);
  const bare = joined.replace(/^0+(?=.)/u, "");
  const spellings = [quoted(digitGroups(needle.folded), needle.prefix), quoted([joined], needle.prefix), quoted([bare], needle.prefix)];
  return within(`${columns} alt`, either(spellings));
}

/** Everything, as typed: words all there, the same in a row, with their accents, or as another spelling of a name. */
function strict(needles: readonly Needle[], columns: string): string {
  const last = needles.at(-1)?.prefix ?? false;
  const every = all(
    needles.map((needle) => {
      if (needle.kind === "han") return chinese(needle.folded, columns);
      return needle.kind === "number" ? numeral(needle, columns) : within(columns, quoted([needle.folded], needle.prefix));
    }),
  );
  if (needles.some((needle) => needle.kind === "han")) return every;
  const ways = [every];
  if (needles.length > 1) ways.push(within(columns, quoted(groups(needles, "folded"), last)));
  // A word that is there as typed comes before those that only begin so.
  if (last) ways.push(within(columns, quoted(groups(needles, "folded"))));
  if (needles.some((needle) => needle.exact !== needle.folded)) ways.push(within("exact", quoted(groups(needles, "exact"), last)));
  if (needles.every((needle) => needle.kind === "letters")) ways.push(otherSpelling(needles.map((needle) => needle.folded).join("")));
  return either(ways);
}

/** A word this long may be several syllables of pinyin; a shorter one is looked for as it is. */
const SHORTEST_JOIN = 5;

/** Any of it, Chinese by its pairs of neighbours. */
function anyOf(needles: readonly Needle[], isCommon: IsCommon): string {
  const ways = needles.flatMap((needle) => {
    if (needle.kind === "number") return [numeral(needle, PAGES)];
    if (needle.kind === "han") {
      const pairs = bigrams(needle.folded);
      const telling = pairs.filter((pair) => !isCommon(pair));
      return (telling.length > 0 ? telling : pairs.length > 0 ? pairs : [needle.folded]).map((han) => chinese(han, PAGES));
    }
    const ways = [within(PAGES, quoted([needle.folded], needle.prefix))];
    if (needle.folded.length >= SHORTEST_JOIN) ways.push(otherSpelling(needle.folded));
    if (needle.exact !== needle.folded) ways.push(within("exact", quoted([needle.exact])));
    return ways;
  });
  const inARow = needles.length > 1 && needles.every((needle) => needle.kind !== "han") ? [within(PAGES, quoted(groups(needles, "folded")))] : [];
  return either([...ways, ...inARow]);
}

/** A name's pinyin, joined syllables or initials. One letter would say nothing. */
const otherSpelling = (joined: string): string => within("alt", quoted([joined], joined.length > 1));

const groups = (needles: readonly Needle[], form: "folded" | "exact"): string[] =>
  needles.flatMap((needle) => (needle.kind === "number" ? digitGroups(needle[form]) : [needle[form]]));
