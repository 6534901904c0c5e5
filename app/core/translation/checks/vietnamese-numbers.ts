/** Reading numbers written in Vietnamese words: "mười lăm", "hai mươi", "năm trăm nghìn". */

const UNITS = new Map([
  ["một", 1],
  ["mốt", 1],
  ["hai", 2],
  ["ba", 3],
  ["bốn", 4],
  ["tư", 4],
  ["năm", 5],
  ["lăm", 5],
  ["sáu", 6],
  ["bảy", 7],
  ["bẩy", 7],
  ["tám", 8],
  ["chín", 9],
]);
const LARGE = new Map([
  ["nghìn", 1e3],
  ["ngàn", 1e3],
  ["triệu", 1e6],
  ["tỷ", 1e9],
  ["tỉ", 1e9],
]);

/** The factor of a magnitude after digits; 1 for none. */
export const magnitudeWord = (word: string): number => ({ chục: 10, trăm: 100, vạn: 1e4 })[word.toLowerCase()] ?? LARGE.get(word.toLowerCase()) ?? 1;

const START = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười";
const MORE = `${START}|mốt|tư|lăm|mươi|trăm|nghìn|ngàn|triệu|tỷ|tỉ|linh|lẻ`;

/** Runs of words that may be numbers. */
export const NUMBER_WORDS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${START})(?:[ \\u00A0](?:${MORE}))*(?![\\p{L}\\p{N}])`, "giu");

export interface SpokenNumber {
  value: number;
  /** How many of the run's words it took. */
  words: number;
  /** Made of several words ("mười lăm"): nothing but a number. */
  compound: boolean;
}

/** The numbers that a run of such words says, one after the other; a last "năm" after a number is the year, not a five. */
export function spokenNumbers(run: string): SpokenNumber[] {
  const words = run.toLowerCase().split(/[ \u00A0]/);
  const numbers: SpokenNumber[] = [];
  for (let at = 0; at < words.length; ) {
    const read = readOne(words, at);
    if (!read) {
      at += 1;
      continue;
    }
    numbers.push(read);
    at += read.words;
    if (words[at] === "năm" && !isPlace(words[at + 1])) at += 1;
  }
  return numbers;
}

const isPlace = (word: string | undefined): boolean => word === "mươi" || word === "trăm" || LARGE.has(word ?? "");

/** "Một trăm linh năm": a hundred, no tens, five. */
const isZero = (word: string | undefined): boolean => word === "linh" || word === "lẻ";

function readOne(words: readonly string[], start: number): SpokenNumber | null {
  let at = start;
  let total = 0;
  let group = 0;
  let pending: number | null = null;
  let any = false;
  for (; at < words.length; at += 1) {
    const word = words[at] as string;
    const digit = UNITS.get(word);
    if (digit !== undefined) {
      if (pending !== null || (any && group % 10 !== 0)) break;
      if (word === "năm" && any && !isPlace(words[at + 1]) && !isZero(words[at - 1])) break;
      pending = digit;
    } else if (word === "mười") {
      if (pending !== null || group % 100 !== 0) break;
      group += 10;
    } else if (word === "mươi" && pending !== null) {
      group += pending * 10;
      pending = null;
    } else if (word === "trăm" && pending !== null) {
      group += pending * 100;
      pending = null;
    } else if (LARGE.has(word) && (pending !== null || group > 0)) {
      total += (group + (pending ?? 0)) * (LARGE.get(word) ?? 1);
      group = 0;
      pending = null;
    } else if (isZero(word) && any && pending === null) {
      continue;
    } else break;
    any = true;
  }
  if (!any) return null;
  return { value: total + group + (pending ?? 0), words: at - start, compound: at - start > 1 };
}
