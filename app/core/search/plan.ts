import { all, either, nearer, quoted, within } from "./expressions.ts";
import { isBegun, type Needle, needlesOf, stretchesOf, wordsOf } from "./needles.ts";
import { bigrams, digitGroups, joinedDigits, neighbours } from "./normalise.ts";

/** How a query is put to the index, as expressions (expressions.ts). */
export interface QueryPlan {
  needles: Needle[];
  /** Everything that was typed. */
  strict: string;
  /** The same in names; and among what pages say again and again, for when it stands in too many to be ranked. */
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

/** What is known of a large index's terms: asking for those that stand in many pages costs much and says little. */
export interface Frequencies {
  /** Whether a term, or all that begin so ("关*"), do not tell pages apart. */
  isCommon: (term: string) => boolean;
  /** Whether so much begins so ("h*") that it cannot be asked for. */
  isVast: (beginning: string) => boolean;
}
const RARE: Frequencies = { isCommon: () => false, isVast: () => false };

/** Beginnings that are counted as such: how many characters they may have. */
export const LONGEST_BEGINNING = 6;

/** The plan of a query; null where it holds no letter and no digit. */
export function planQuery(text: string, { isCommon, isVast }: Frequencies = RARE): QueryPlan | null {
  const needles = needlesOf(text);
  if (needles.length === 0) return null;
  const beginnings = (folded: string) => !isVast(`${folded}*`);
  const pages: Ground = { words: "title about body", pairs: "title about pairs", isCommon, beginnings };
  const about: Ground = { words: "title about", pairs: "title about", isCommon, beginnings };
  // In names, beginnings are filed as such.
  const names: Ground = { words: "title", pairs: "title pairs", isCommon, beginnings: () => true };
  const common = tellingOf(needles, isCommon).length === 0;
  const characters = needles.flatMap((needle) => (needle.kind === "han" ? [...needle.folded] : []));
  const scattered = [...characters.map((one) => word(one, pages, true)), ...(common ? needles.map((needle) => alone(needle, pages)) : [])];
  const letters = needles.length > 1 && needles.every((needle) => needle.kind === "letters");
  return {
    needles,
    strict: whole(needles, pages),
    named: whole(needles, names),
    about: all(stretchesOf(needles).flatMap((stretch) => inNoOrder(stretch, about))),
    inName: all(needles.map((needle) => alone(needle, names))),
    spelled: letters ? otherSpelling(needles.map((needle) => needle.folded).join(""), pages) : null,
    loose: anyOf(needles, pages),
    looseNamed: anyOf(needles, names),
    scattered: scattered.length > 0 ? either(scattered) : null,
    common,
  };
}

/** Where to look. */
interface Ground {
  /** Columns of words by themselves, and of neighbours. */
  words: string;
  pairs: string;
  isCommon: Frequencies["isCommon"];
  /** Whether all that begins so may be asked for. */
  beginnings: (folded: string) => boolean;
}

const asWord = (columns: string, folded: string, prefix: boolean, { beginnings }: Ground): string =>
  within(columns, quoted([folded], prefix && beginnings(folded)));
const word = (folded: string, ground: Ground, prefix = false): string => asWord(ground.words, folded, prefix, ground);

/** A name's pinyin, joined syllables or initials. One letter would say nothing. */
const otherSpelling = (joined: string, ground: Ground): string => asWord("alt", joined, joined.length > 1, ground);

/** A stretch of Chinese: one character as the beginning of a pair, more as pairs in a row. */
function chinese(han: string, ground: Ground): string {
  const pairs = bigrams(han);
  return pairs.length === 0 ? word(han, ground, true) : within(ground.words, quoted(pairs));
}

function numeral({ folded, prefix }: Needle, ground: Ground): string {
  const joined = joinedDigits(folded);
  const bare = joined.replace(/^0+(?=.)/u, "");
  const mayGoOn = prefix && ground.beginnings(bare);
  return within(`${ground.words} alt`, either([digitGroups(folded), [joined], [bare]].map((digits) => quoted(digits, mayGoOn))));
}

/** A needle by itself. */
function alone(needle: Needle, ground: Ground): string {
  if (needle.kind === "han") return chinese(needle.folded, ground);
  return needle.kind === "number" ? numeral(needle, ground) : word(needle.folded, ground, needle.prefix);
}

/** What tells pages apart by itself. One letter that begins a word does not. */
const tellingOf = (needles: readonly Needle[], isCommon: Frequencies["isCommon"]): Needle[] =>
  needles.filter((needle, index) => !isBegun(needles, index) && !termsOf(needle).every(isCommon));

/** The terms under which a needle is filed. */
function termsOf(needle: Needle): string[] {
  if (needle.kind === "number") return digitGroups(needle.folded);
  if (needle.kind === "han") return [...needle.folded].length > 1 ? bigrams(needle.folded) : [`${needle.folded}*`];
  return [needle.prefix && needle.folded.length <= LONGEST_BEGINNING ? `${needle.folded}*` : needle.folded];
}

interface Pair {
  folded: string;
  exact: string;
  /** Whether a longer one that begins so counts too. */
  prefix: boolean;
  common: boolean;
}

/** A sentence is looked for by its first words. */
const MOST_PAIRS = 8;

/** The neighbours among needles. */
const pairsOf = (needles: readonly Needle[], { isCommon }: Ground): Pair[] =>
  stretchesOf(needles).flatMap((stretch) => {
    if (stretch.length < 2) return [];
    const exact = neighbours(wordsOf(stretch, "exact"));
    const folded = neighbours(wordsOf(stretch, "folded"));
    return folded.slice(0, MOST_PAIRS).map((pair, index): Pair => {
      const prefix = index === folded.length - 1 && stretch.at(-1)?.open === true;
      return { folded: pair, exact: exact[index] ?? pair, prefix, common: isCommon(pair) || (prefix && isCommon(`${pair}*`)) };
    });
  });

const onePair = (pair: Pair, form: "folded" | "exact", ground: Ground): string => asWord(ground.pairs, pair[form], pair.prefix, ground);

/** Pairs by which pages rank higher: not those that could become too many. */
const boosting = (pairs: readonly Pair[], ground: Ground): string[] =>
  pairs.filter((pair) => !(pair.common && pair.prefix)).map((pair) => onePair(pair, "folded", ground));

/** Pairs in a row. Where some of them are common, rows would cost much: then those are asked for that tell pages apart, wherever they are. */
function rowOf(pairs: readonly Pair[], form: "folded" | "exact", ground: Ground): string {
  const telling = pairs.filter(({ common }) => !common).map((pair) => onePair(pair, form, ground));
  if (telling.length > 0 && telling.length < pairs.length) return form === "folded" ? nearer(telling, boosting(pairs, ground)) : all(telling);
  const last = pairs.at(-1);
  const mayGoOn = last?.prefix && ground.beginnings(last[form]);
  return within(
    ground.pairs,
    quoted(
      pairs.map((pair) => pair[form]),
      mayGoOn,
    ),
  );
}

/** What a page says often is kept without an order. */
function inNoOrder(stretch: readonly Needle[], ground: Ground): string[] {
  const pairs = pairsOf(stretch, ground);
  if (pairs.length > 0) return pairs.map((pair) => onePair(pair, "folded", ground));
  return stretch.flatMap((needle) => {
    const characters = needle.kind === "han" ? bigrams(needle.folded) : [];
    return characters.length > 0 ? characters.map((pair) => word(pair, ground)) : [alone(needle, ground)];
  });
}

/** A stretch in a row: as typed, or with its accents. */
function inARow(stretch: readonly Needle[], ground: Ground): string {
  const accents = stretch.some((needle) => needle.kind !== "han" && needle.exact !== needle.folded);
  const pairs = pairsOf(stretch, ground);
  if (pairs.length > 0) return either([rowOf(pairs, "folded", ground), ...(accents ? [rowOf(pairs, "exact", ground)] : [])]);
  return either(
    stretch.flatMap((needle) => {
      const ways = [alone(needle, ground)];
      // A word that is there as typed comes before those that only begin so.
      if (needle.prefix && needle.kind === "letters") ways.push(word(needle.folded, ground));
      if (accents) ways.push(asWord("exact", needle.exact, needle.prefix, ground));
      if (needle.kind === "letters") ways.push(otherSpelling(needle.folded, ground));
      return ways;
    }),
  );
}

/**
 * Everything, as typed: in a row, or here and there. Of words here and there those alone are asked for that tell pages apart, since asking
 * for the others costs much.
 */
function whole(needles: readonly Needle[], ground: Ground): string {
  const row = all(stretchesOf(needles).map((stretch) => inARow(stretch, ground)));
  const telling = tellingOf(needles, ground.isCommon);
  if (needles.length === 1 || telling.length === 0) return row;
  const pairs = pairsOf(needles, ground);
  const begun = isBegun(needles, needles.length - 1) ? pairs.slice(-1).map((pair) => onePair(pair, "folded", ground)) : [];
  return either([nearer([...telling.map((needle) => alone(needle, ground)), ...begun], boosting(pairs, ground)), row]);
}

/** A word this long may be several syllables of pinyin; a shorter one is looked for as it is. */
const SHORTEST_JOIN = 5;

/** Any of it that tells pages apart, Chinese by its pairs of neighbours, words by themselves and beside each other; null where nothing does. */
function anyOf(needles: readonly Needle[], ground: Ground): string | null {
  const pairs = pairsOf(needles, ground);
  const ways = [
    ...tellingOf(needles, ground.isCommon).flatMap((needle) => anyOfOne(needle, ground)),
    ...pairs.flatMap((pair) => (pair.common ? [] : [onePair(pair, "folded", ground)])),
  ];
  return ways.length > 0 ? nearer([either(ways)], boosting(pairs, ground)) : null;
}

function anyOfOne(needle: Needle, ground: Ground): string[] {
  if (needle.kind === "number") return [numeral(needle, ground)];
  if (needle.kind === "han") {
    const pairs = bigrams(needle.folded).filter((pair) => !ground.isCommon(pair));
    return pairs.length > 0 ? pairs.map((pair) => word(pair, ground)) : [chinese(needle.folded, ground)];
  }
  const ways = [alone(needle, ground)];
  if (needle.folded.length >= SHORTEST_JOIN) ways.push(otherSpelling(needle.folded, ground));
  if (needle.exact !== needle.folded) ways.push(within("exact", quoted([needle.exact])));
  return ways;
}
