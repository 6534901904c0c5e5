import { toSimplified } from "./simplified.ts";

/** Raised whenever the same text would give other terms than before: every index is then built anew. */
export const NORMALISER_VERSION = 1;

/** A stretch of one kind of writing. */
export interface Token {
  kind: "han" | "letters" | "number";
  /** Lower case and composed, accents kept, tone marks in one place. */
  exact: string;
  /** As `exact`, without accents, in Simplified Chinese. */
  folded: string;
}

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

/** A number keeps its inner points and commas, so that 15.000.000 is one thing. Radicals (⺀) are signs, not characters. */
const TOKEN = /(?<han>(?:(?=[\p{L}\p{N}])\p{Script=Han}\p{M}*)+)|(?<letters>(?:(?!\p{Script=Han})\p{L}\p{M}*)+)|(?<number>\p{N}\p{M}*(?:[.,]?\p{N}\p{M}*)*)/gu;

/**
 * A text as people compare it while they mind the accents: NFKC, lower case, no invisible marks, tone marks in one place.
 * Takes any string; a lone surrogate becomes U+FFFD.
 */
export function foldCase(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "");
  return plain
    .normalize("NFC")
    .replace(/ð|ɖ/g, "đ")
    .replace(TONE_PLACE, (vowels) => TONE_PLACES[vowels] ?? vowels);
}

/** As `foldCase`, without accents and in Simplified Chinese: how the index and a query meet. Folding twice changes nothing. */
export const fold = (text: string): string => foldCased(foldCase(text));

/** As `fold`, for a text that went through `foldCase`. */
export function foldCased(cased: string): string {
  const bare = cased
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
  return toSimplified(bare.normalize("NFC"));
}

/** The stretches of a text in order, split where the writing changes; everything else (marks, spaces, signs) falls away. */
export function tokens(text: string): Token[] {
  return [...foldedStretches(foldCase(text))].map(({ kind, exact, folded }) => ({ kind, exact, folded }));
}

/** As `tokens`, for a text that went through `foldCase`; `at` is the place in that text. */
export function* foldedStretches(cased: string): Generator<Token & { at: number }> {
  for (const match of cased.matchAll(TOKEN)) {
    const { han, letters } = match.groups as Record<string, string | undefined>;
    const exact = match[0];
    const folded = foldWord(exact);
    if (folded) yield { kind: han ? "han" : letters ? "letters" : "number", exact, folded, at: match.index };
  }
}

/** A page says the same few hundred words over and over: folding each once makes finding and marking several times faster. */
const foldedWords = new Map<string, string>();
const MOST_WORDS = 20_000;

function foldWord(word: string): string {
  const found = foldedWords.get(word);
  if (found !== undefined) return found;
  const folded = fold(word);
  if (foldedWords.size >= MOST_WORDS) foldedWords.clear();
  foldedWords.set(word, folded);
  return folded;
}

/** A number's groups of digits: "15.000.000" → 15, 000, 000. */
export const digitGroups = (number: string): string[] => number.split(/[.,]/u).filter(Boolean);

/** A number without its inner marks: "15.000.000" → "15000000". */
export const joinedDigits = (number: string): string => number.replace(/[.,]/gu, "");

/** The pairs of neighbours in a stretch of Chinese; a single character has none. */
export function bigrams(han: string): string[] {
  const characters = [...han];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/**
 * The words under which a text is filed: Chinese as pairs of neighbours and each stretch's last character,
 * so that any one character finds it as the beginning of a pair, and any longer stretch as pairs in a row.
 */
export function foldedTerms(text: string): string[] {
  return tokens(text).flatMap((token) => {
    if (token.kind === "han") return [...bigrams(token.folded), [...token.folded].at(-1) ?? ""];
    return token.kind === "number" ? digitGroups(token.folded) : [token.folded];
  });
}

/** The words of a text with their accents; Chinese has none. */
export function exactTerms(text: string): string[] {
  return tokens(text).flatMap((token) => (token.kind === "han" ? [] : token.kind === "number" ? digitGroups(token.exact) : [token.exact]));
}
