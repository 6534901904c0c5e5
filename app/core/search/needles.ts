import { AppError } from "../errors.ts";
import { digitGroups, joinedDigits, type Token, tokens } from "./normalise.ts";

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

/** What to look for in a text, of a query as typed. */
export function needlesOf(text: string): Needle[] {
  const parts = tokens(text);
  // Who has typed a space or a mark after the last word has finished it.
  const isOpen = /[\p{L}\p{M}\p{N}]$/u.test(text.toWellFormed());
  return parts.map((part, index) => {
    const open = isOpen && index === parts.length - 1;
    return { ...part, open, prefix: open && mayGoOn(part, parts.length === 1), words: part.kind === "han" ? chineseWords(part.folded) : [] };
  });
}

/** A letter after other words begins too much to say anything; a number of three digits is a number: 112 is not 1120. */
function mayGoOn(part: Token, alone: boolean): boolean {
  if (part.kind === "number") return joinedDigits(part.folded).length <= 2;
  return part.kind === "letters" && (alone || part.folded.length > 1);
}

let segmenter: Intl.Segmenter | undefined;

/** The words of a stretch of Chinese. Good enough to mark what was found; never used to file a text. */
function chineseWords(han: string): string[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return [...segmenter.segment(han)].map((part) => part.segment);
}

/** Whether a needle is the first letter of a word after another. */
export function isBegun(needles: readonly Needle[], index: number): boolean {
  const [needle, before] = [needles[index], needles[index - 1]];
  return needle?.kind === "letters" && needle.open && needle.folded.length === 1 && before !== undefined && before.kind !== "han";
}

/** The needles in stretches: words and numbers beside each other, and each stretch of Chinese. */
export function stretchesOf(needles: readonly Needle[]): Needle[][] {
  const found: Needle[][] = [];
  for (const needle of needles) {
    const last = found.at(-1);
    if (last && needle.kind !== "han" && last[0]?.kind !== "han") last.push(needle);
    else found.push([needle]);
  }
  return found;
}

/** The words of a stretch, each group of a number's digits by itself. */
export const wordsOf = (stretch: readonly Needle[], form: "folded" | "exact"): string[] =>
  stretch.flatMap((needle) => (needle.kind === "number" ? digitGroups(needle[form]) : [needle[form]]));
