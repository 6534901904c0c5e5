/*
 * What folding does without the tables of Chinese: displays search with it, and carry no tables.
 */

/** New-style tone placement → the house style, at the end of a syllable ("hoà" → "hòa"); "quý" keeps its own. */
const TONE_PLACES: Readonly<Record<string, string>> = {
  oà: "òa",
  oá: "óa",
  oả: "ỏa",
  oã: "õa",
  oạ: "ọa",
  oè: "òe",
  oé: "óe",
  oẻ: "ỏe",
  oẽ: "õe",
  oẹ: "ọe",
  uỳ: "ùy",
  uý: "úy",
  uỷ: "ủy",
  uỹ: "ũy",
  uỵ: "ụy",
};
const TONE_PLACE = new RegExp(`(?<!q)(?:${Object.keys(TONE_PLACES).join("|")})(?!\\p{L})`, "gu");

/** Half of a character: nothing can be made of it. */
const LONE = /\p{Surrogate}/gu;

/**
 * A text as people compare it while they mind the accents: NFKC, lower case, no invisible marks, tone marks in one place.
 * Takes any string; a lone surrogate becomes U+FFFD.
 */
export function foldCase(text: string): string {
  const plain = text
    .replace(LONE, "\uFFFD")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "");
  return placeTones(plain.normalize("NFC").replace(/ð|ɖ/g, "đ"));
}

/** A composed text with its tone marks in the places of the house style. No place in the text moves. */
export const placeTones = (cased: string): string => cased.replace(TONE_PLACE, (vowels) => TONE_PLACES[vowels] ?? vowels);

/** As `foldCase`, without accents: what a text and a query have in common however they were typed. Chinese characters stay as they are. */
export const foldAccents = (text: string): string =>
  foldCase(text)
    .replaceAll("đ", "d")
    .replaceAll("ς", "σ")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC");
