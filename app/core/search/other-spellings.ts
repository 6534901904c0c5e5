import { pinyin } from "pinyin-pro";
import { foldCase } from "./fold-case.ts";
import { fold, joinedDigits, type Token, tokens } from "./normalise.ts";

/** Nobody types more of a name in one word. */
const LONGEST_JOIN = 8;
/** A short passage is a heading, a cell or a label: it names a thing, and people look for it by its name. */
const TERM_HAN = 12;
const TERM_WORDS = 6;

/** Digits that belong together although spaces, points or hyphens part them: telephones, amounts. */
const PARTED_DIGITS = /\p{N}+(?:[\s.,-]\p{N}+)+/gu;

/** Amounts are written short ("15 triệu", "1500万") and looked for long. Folded words. */
const MAGNITUDES: Readonly<Record<string, number>> = { nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, 千: 1e3, 万: 1e4, 亿: 1e8 };
const SHORT_AMOUNT = new RegExp(`(?<number>[0-9]+(?:[.,][0-9]+)*) *(?<magnitude>${Object.keys(MAGNITUDES).join("|")})(?![a-z])`, "gu");

/** Whether a passage, taken apart, is short enough to be somebody's name for a thing. */
export function isTerm(parts: readonly Token[]): boolean {
  const han = parts.reduce((sum, part) => sum + (part.kind === "han" ? [...part.folded].length : 0), 0);
  return han <= TERM_HAN && parts.filter((part) => part.kind !== "han").length <= TERM_WORDS;
}

/** The syllables of a stretch of Chinese, without tones, ü as v; one for each character. */
export const syllables = (han: string): string[] => pinyin(han, { toneType: "none", type: "array", v: true }).map((syllable) => syllable.toLowerCase());

/**
 * What people type who cannot, or will not, write a name as it is: its pinyin or its syllables in one word, and its initials,
 * from each of its syllables on, so that the beginning of any part finds it.
 */
export function spellingsOfName(name: readonly Token[]): string[] {
  return stretches(name).flatMap((parts) =>
    parts.flatMap((_, from) => {
      const rest = parts.slice(from, from + LONGEST_JOIN);
      const joined = rest.join("");
      const initials = rest.map((part) => part[0] ?? "").join("");
      const spellings = rest.length > 1 ? [joined, initials] : [joined];
      return joined.includes("v") ? [...spellings, joined.replaceAll("v", "u")] : spellings;
    }),
  );
}

/** Numbers as people type them: without the marks inside, without leading zeros, and large amounts in full. */
export function spellingsOfNumbers(text: string): string[] {
  if (!/\p{N}/u.test(text)) return [];
  const cased = foldCase(text);
  const parted = (cased.match(PARTED_DIGITS) ?? []).map((digits) => digits.replace(/[\s.,-]/gu, ""));
  const full = [...fold(text).matchAll(SHORT_AMOUNT)].map(({ groups }) => fullAmount(groups?.number ?? "", groups?.magnitude ?? ""));
  const numbers = tokens(cased).filter((token) => token.kind === "number");
  const bare = numbers.map((token) => joinedDigits(token.folded).replace(/^0+(?=.)/u, ""));
  const asFiled = new Set(numbers.map((token) => token.folded));
  return [...new Set([...parted, ...bare, ...full])].filter((digits) => !asFiled.has(digits));
}

/** "1,24" and "triệu" → "1240000". Groups of three are thousands, anything else is a fraction. */
function fullAmount(number: string, magnitude: string): string {
  const plain = /^[0-9]{1,3}(?:[.,][0-9]{3})+$/.test(number) ? joinedDigits(number) : number.replace(",", ".");
  return String(Math.round(Number.parseFloat(plain) * (MAGNITUDES[magnitude] ?? 1)));
}

/** Syllables that stand together: a stretch of Chinese, or words of letters in a row. */
function stretches(parts: readonly Token[]): string[][] {
  const found: string[][] = [];
  let words: string[] = [];
  const flush = () => {
    if (words.length > 1) found.push(words);
    words = [];
  };
  for (const part of parts) {
    if (part.kind === "letters") words.push(part.folded);
    else flush();
    if (part.kind === "han") found.push(syllables(part.folded));
  }
  flush();
  return found;
}
