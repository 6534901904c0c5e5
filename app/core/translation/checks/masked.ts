/**
 * Texts are read in steps, each taking out what it understands, so that the next does not see it: a date before its numbers.
 * What is taken out is covered sign by sign; places in the text stay what they were.
 */

/** Covers a value that stands in the sentence: a placeholder, a date, a phone number. */
const COVER = "\uFFFC";
/** Covers marks that only dress words up and end nothing: ** and the brackets of a link. */
const DRESS = "\u2060";

/** What may stand between a number and its unit: spaces and dress. */
export const GAP = "[ \\u00A0\\u202F\\u2060]*";

export const cover = (text: string, from: number, to: number): string => text.slice(0, from) + COVER.repeat(to - from) + text.slice(to);

export interface Found {
  from: number;
  to: number;
}

/** Takes out whatever `make` understands of the pattern's matches; null leaves a match in the text. */
export function takeOut<T extends Found>(text: string, pattern: RegExp, make: (match: RegExpExecArray) => T | T[] | null): { found: T[]; rest: string } {
  const found: T[] = [];
  let rest = text;
  for (const match of text.matchAll(pattern)) {
    const made = make(match);
    if (made === null) continue;
    found.push(...(Array.isArray(made) ? made : [made]));
    rest = cover(rest, match.index, match.index + match[0].length);
  }
  return { found, rest };
}

const MARKUP = /\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?[a-zA-Z0-9]+\s*\/?>/g;
const DRESSING = /\*\*|\[(?=[^[\]]+\]\([^()\s]+\))|(?<=\[[^[\]]{1,300})\]\([^()\s]+\)/g;
/** "4x6": two numbers, not a name. */
const TIMES_SIGN = /(?<=\d ?)[x×](?= ?\d)/gi;
const WIDE_DIGIT = /[\uFF10-\uFF19]/g;

/** The words alone, at their places: placeholders and tags covered, links and emphasis undressed, full-width digits narrowed. */
export function wordsOf(text: string): string {
  return text
    .replace(DRESSING, (found) => DRESS.repeat(found.length))
    .replace(TIMES_SIGN, COVER)
    .replace(MARKUP, (found) => COVER.repeat(found.length))
    .replace(WIDE_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30));
}
