import { AppError } from "../errors.ts";
import { bigrams, digitGroups, joinedDigits, neighbours, type Token, tokens } from "./normalise.ts";

/** Longest query, in characters. */
export const LONGEST_QUERY = 200;

/** What to look for in a text. */
export interface Needle extends Token {
  /** Whether a longer word that begins so counts too. */
  prefix: boolean;
  /** Whether it may still be being typed. One letter beside a word is enough of a beginning for both together. */
  open: boolean;
  /** Chinese: the words that it falls into; empty for other writing. */
  words: string[];
}

/** How a query is put to the index: FTS5 expressions. Words are quoted and hold letters and digits alone, so that nothing typed is ever read as syntax. */
export interface QueryPlan {
  needles: Needle[];
  /** Everything that was typed. */
  strict: string;
  /** The same in names, and among what pages say again and again: for when it stands in too many to be ranked. */
  named: string;
  about: string;
  /** All its words in one name, in any order, for when little else holds them all. */
  inName: string;
  /** It as another spelling of a name, for when words as such find little; null where it can be none. */
  spelled: string | null;
  /** Any part of it that tells pages apart, for when the strict way finds little: what holds more, and rarer, of it ranks first. */
  loose: string | null;
  /** The same in names. */
  looseNamed: string | null;
  /** Single Chinese characters, or words that tell nothing, for when even that finds nothing; null where there is better than those. */
  scattered: string | null;
  /** Whether all of its words are in so many pages that none of them can be a slip of the finger. */
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
  const common = tellingOf(needles, isCommon).length === 0;
  const characters = needles.flatMap((needle) => (needle.kind === "han" ? [...needle.folded] : []));
  const scattered = [...characters.map((one) => word(one, PAGES, true)), ...(common ? needles.map((needle) => alone(needle, PAGES)) : [])];
  const letters = needles.length > 1 && needles.every((needle) => needle.kind === "letters");
  return {
    needles,
    strict: whole(needles, PAGES, isCommon),
    named: whole(needles, NAMES, isCommon),
    about: all(stretches(needles).flatMap((stretch) => inNoOrder(stretch, isCommon))),
    inName: all(needles.map((needle) => alone(needle, NAMES))),
    spelled: letters ? otherSpelling(needles.map((needle) => needle.folded).join("")) : null,
    loose: anyOf(needles, PAGES, isCommon),
    looseNamed: anyOf(needles, NAMES, isCommon),
    scattered: scattered.length > 0 ? either(scattered) : null,
    common,
  };
}

/** What to look for in a text, of a query as typed. */
export function needlesOf(text: string): Needle[] {
  const parts = tokens(text);
  // Who has typed a space or a mark after the last word has finished it.
  const open = /[\p{L}\p{M}\p{N}]$/u.test(text.toWellFormed());
  return parts.map((part, index) => ({
    ...part,
    open: open && index === parts.length - 1,
    prefix: open && index === parts.length - 1 && mayGoOn(part, parts.length === 1),
    words: part.kind === "han" ? chineseWords(part.folded) : [],
  }));
}

/** A letter after other words begins too much to say anything; a number of three digits is a number: 112 is not 1120. */
function mayGoOn(part: Token, alone: boolean): boolean {
  if (part.kind === "number") return joinedDigits(part.folded).length <= 2;
  return part.kind === "letters" && (alone || part.folded.length > 1);
}

/** Beginnings that are counted as such: how many characters they may have. */
export const LONGEST_BEGINNING = 6;

/** The terms under which a needle is filed. */
function termsOf(needle: Needle): string[] {
  if (needle.kind === "number") return digitGroups(needle.folded);
  if (needle.kind === "han") return [...needle.folded].length > 1 ? bigrams(needle.folded) : [`${needle.folded}*`];
  return [needle.prefix && needle.folded.length <= LONGEST_BEGINNING ? `${needle.folded}*` : needle.folded];
}

/** Where words by themselves are filed, and where neighbours are. */
interface Columns {
  words: string;
  pairs: string;
}
const PAGES: Columns = { words: "title about body", pairs: "title about pairs" };
const NAMES: Columns = { words: "title", pairs: "title pairs" };
const ABOUT: Columns = { words: "title about", pairs: "title about" };

const quoted = (words: readonly string[], prefix = false): string =>
  `"${words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).join(" ")}"${prefix ? "*" : ""}`;
const within = (columns: string, expression: string): string => `{${columns}} : ${expression}`;
const either = (expressions: readonly string[]): string => {
  const distinct = [...new Set(expressions)];
  return distinct.length > 1 ? `(${distinct.join(" OR ")})` : (distinct[0] ?? "");
};
const all = (expressions: readonly string[]): string => (expressions.length > 1 ? `(${expressions.join(" AND ")})` : (expressions[0] ?? ""));

const word = (folded: string, { words }: Columns, prefix = false): string => within(words, quoted([folded], prefix));

/** A stretch of Chinese: one character as the beginning of a pair, more as pairs in a row. */
function chinese(han: string, columns: Columns): string {
  const pairs = bigrams(han);
  return pairs.length === 0 ? word(han, columns, true) : within(columns.words, quoted(pairs));
}

function numeral(needle: Needle, columns: Columns): string {
  const joined = joinedDigits(needle.folded);
  const bare = joined.replace(/^0+(?=.)/u, "");
  const spellings = [quoted(digitGroups(needle.folded), needle.prefix), quoted([joined], needle.prefix), quoted([bare], needle.prefix)];
  return within(`${columns.words} alt`, either(spellings));
}

/** A needle by itself. */
function alone(needle: Needle, columns: Columns): string {
  if (needle.kind === "han") return chinese(needle.folded, columns);
  return needle.kind === "number" ? numeral(needle, columns) : word(needle.folded, columns, needle.prefix);
}

/** The needles in stretches: words and numbers beside each other, and each stretch of Chinese. */
function stretches(needles: readonly Needle[]): Needle[][] {
  const found: Needle[][] = [];
  for (const needle of needles) {
    const last = found.at(-1);
    if (last && needle.kind !== "han" && last[0]?.kind !== "han") last.push(needle);
    else found.push([needle]);
  }
  return found;
}

const terms = (stretch: readonly Needle[], form: "folded" | "exact"): string[] =>
  stretch.flatMap((needle) => (needle.kind === "number" ? digitGroups(needle[form]) : [needle[form]]));

/** What tells pages apart by itself. One letter that begins a word does not. */
const tellingOf = (needles: readonly Needle[], isCommon: IsCommon): Needle[] =>
  needles.filter((needle, index) => !isBegun(needles, index) && !termsOf(needle).every(isCommon));

/** Whether a needle is the first letter of a word after another. */
const isBegun = (needles: readonly Needle[], index: number): boolean => {
  const [needle, before] = [needles[index], needles[index - 1]];
  return needle?.kind === "letters" && needle.open && needle.folded.length === 1 && before !== undefined && before.kind !== "han";
};

interface Pair {
  folded: string;
  exact: string;
  /** Whether a longer one that begins so counts too. */
  prefix: boolean;
  common: boolean;
}

/** The neighbours in a stretch of words. */
function pairsIn(stretch: readonly Needle[], isCommon: IsCommon): Pair[] {
  if (stretch.length < 2) return [];
  const exact = neighbours(terms(stretch, "exact"));
  const folded = neighbours(terms(stretch, "folded"));
  const open = stretch.at(-1)?.open ?? false;
  return folded.map((pair, index) => ({
    folded: pair,
    exact: exact[index] ?? pair,
    prefix: open && index === folded.length - 1,
    common: isCommon(pair) || (open && index === folded.length - 1 && isCommon(`${pair}*`)),
  }));
}

/** Pairs in a row. Where some of them are common, rows would cost much: then those are asked for that tell pages apart, wherever they are. */
function rowOf(pairs: readonly Pair[], form: "folded" | "exact", columns: Columns): string {
  const telling = pairs.filter(({ common }) => !common);
  if (telling.length === 0 || telling.length === pairs.length)
    return within(
      columns.pairs,
      quoted(
        pairs.map((pair) => pair[form]),
        pairs.at(-1)?.prefix,
      ),
    );
  const asked = telling.map((pair) => rowOf([pair], form, columns));
  return form === "folded" ? nearer(asked, pairs, columns) : all(asked);
}

/** Everything that is asked for; whoever has the other pairs too ranks higher. */
function nearer(asked: readonly string[], pairs: readonly Pair[], columns: Columns): string {
  const cheap = pairs.filter((pair) => !(pair.common && pair.prefix)).map((pair) => rowOf([pair], "folded", columns));
  const more = cheap.filter((pair) => !asked.some((one) => one.includes(pair)));
  const [first] = asked;
  return first && more.length > 0 ? all([...asked, either([first, ...more])]) : all(asked);
}

/** What a page says often is kept without an order. */
function inNoOrder(stretch: readonly Needle[], isCommon: IsCommon): string[] {
  const [first] = stretch;
  const pairs = pairsIn(stretch, isCommon);
  if (pairs.length > 0) return pairs.map((pair) => rowOf([pair], "folded", ABOUT));
  const characters = first?.kind === "han" ? bigrams(first.folded) : [];
  return characters.length > 0 ? characters.map((pair) => word(pair, ABOUT)) : stretch.map((needle) => alone(needle, ABOUT));
}

/** A stretch in a row: as typed, or with its accents. */
function inARow(stretch: readonly Needle[], columns: Columns, isCommon: IsCommon): string {
  const [first] = stretch;
  if (!first || first.kind === "han") return chinese(first?.folded ?? "", columns);
  const accents = stretch.some((needle) => needle.exact !== needle.folded);
  const pairs = pairsIn(stretch, isCommon);
  if (pairs.length > 0) return either([rowOf(pairs, "folded", columns), ...(accents ? [rowOf(pairs, "exact", columns)] : [])]);
  const ways = [alone(first, columns)];
  // A word that is there as typed comes before those that only begin so.
  if (first.prefix) ways.push(word(first.folded, columns));
  if (accents) ways.push(within("exact", quoted([first.exact], first.prefix)));
  if (first.kind === "letters") ways.push(otherSpelling(first.folded));
  return either(ways);
}

/**
 * Everything, as typed: in a row, or here and there. Of words here and there those alone are asked for that tell pages apart, since asking
 * for the others costs much.
 */
function whole(needles: readonly Needle[], columns: Columns, isCommon: IsCommon): string {
  const row = all(stretches(needles).map((stretch) => inARow(stretch, columns, isCommon)));
  const telling = tellingOf(needles, isCommon);
  if (needles.length === 1 || telling.length === 0) return row;
  const pairs = stretches(needles).flatMap((stretch) => pairsIn(stretch, isCommon));
  const begun = isBegun(needles, needles.length - 1) ? pairs.slice(-1).map((pair) => rowOf([pair], "folded", columns)) : [];
  return either([nearer([...telling.map((needle) => alone(needle, columns)), ...begun], pairs, columns), row]);
}

/** A word this long may be several syllables of pinyin; a shorter one is looked for as it is. */
const SHORTEST_JOIN = 5;

/** Any of it that tells pages apart, Chinese by its pairs of neighbours, words by themselves and beside each other; null where nothing does. */
function anyOf(needles: readonly Needle[], columns: Columns, isCommon: IsCommon): string | null {
  const pairs = stretches(needles).flatMap((stretch) => pairsIn(stretch, isCommon));
  const ways = [
    ...tellingOf(needles, isCommon).flatMap((needle) => anyOfOne(needle, columns, isCommon)),
    ...pairs.flatMap((pair) => (pair.common ? [] : [rowOf([pair], "folded", columns)])),
  ];
  return ways.length > 0 ? nearer([either(ways)], pairs, columns) : null;
}

function anyOfOne(needle: Needle, columns: Columns, isCommon: IsCommon): string[] {
  if (needle.kind === "number") return [numeral(needle, columns)];
  if (needle.kind === "han") {
    const pairs = bigrams(needle.folded);
    const telling = pairs.filter((pair) => !isCommon(pair));
    return (telling.length > 0 ? telling : pairs.length > 0 ? pairs : [needle.folded]).map((han) => chinese(han, columns));
  }
  const ways = [alone(needle, columns)];
  if (needle.folded.length >= SHORTEST_JOIN) ways.push(otherSpelling(needle.folded));
  if (needle.exact !== needle.folded) ways.push(within("exact", quoted([needle.exact])));
  return ways;
}

/** A name's pinyin, joined syllables or initials. One letter would say nothing. */
const otherSpelling = (joined: string): string => within("alt", quoted([joined], joined.length > 1));
