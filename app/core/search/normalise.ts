import { foldAccents, foldCase } from "./fold-case.ts";
import { toSimplified } from "./simplified.ts";

/** Raised whenever the same text would give other terms than before: every index is then built anew. */
export const NORMALISER_VERSION = 2;

/** A stretch of one kind of writing. */
export interface Token {
  readonly kind: "han" | "letters" | "number";
  /** Lower case and composed, accents kept, tone marks in one place. */
  readonly exact: string;
  /** As `exact`, without accents, in Simplified Chinese. */
  readonly folded: string;
}

/** A number keeps its inner points and commas, so that 15.000.000 is one thing. Radicals (⺀) are signs, not characters. */
const TOKEN = /(?:(?=[\p{L}\p{N}])\p{Script=Han}\p{M}*)+|(?:(?!\p{Script=Han})\p{L}\p{M}*)+|\p{N}\p{M}*(?:[.,]?\p{N}\p{M}*)*/gu;

const SURROGATE = /[\uD800-\uDFFF]/;
/** What each UTF-16 unit folds to: looked up, a text folds many times faster than by its steps. Filled as units are met. */
const foldedUnits = new Array<string | undefined>(0x10000);

/** As `foldCase`, without accents and in Simplified Chinese: how the index and a query meet. Folding twice changes nothing. */
export function fold(text: string): string {
  if (SURROGATE.test(text)) return foldByStep(text);
  let folded = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    foldedUnits[unit] ??= foldByStep(text.charAt(at));
    folded += foldedUnits[unit];
  }
  return folded.normalize("NFC");
}

const foldByStep = (text: string): string => toSimplified(foldAccents(text));

/** The stretches of a text in order, split where the writing changes; everything else (marks, spaces, signs) falls away. */
export const tokens = (text: string): Token[] => foldedStretches(foldCase(text)).map(({ token }) => token);

/** As `tokens`, for a text that went through `foldCase`; `at` is the place in that text. */
export function foldedStretches(cased: string): { token: Token; at: number }[] {
  const found = [];
  for (const match of cased.matchAll(TOKEN)) {
    const token = tokenOf(match[0]);
    if (token.folded) found.push({ token, at: match.index });
  }
  return found;
}

/** A page says the same few hundred words over and over: folding each once makes finding and marking several times faster. */
const knownTokens = new Map<string, Token>();
const MOST_KNOWN = 20_000;

function tokenOf(exact: string): Token {
  const known = knownTokens.get(exact);
  if (known) return known;
  const kind = /^\p{Script=Han}/u.test(exact) ? "han" : /^\p{L}/u.test(exact) ? "letters" : "number";
  const token: Token = { kind, exact, folded: fold(exact) };
  if (knownTokens.size >= MOST_KNOWN) knownTokens.clear();
  knownTokens.set(exact, token);
  return token;
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

/** Between two neighbours: a letter to the index, and one that no language here is written with, so that a pair is never taken for a word. */
const JOINT = "ǀ";

/** Words and the ones that follow them, each two as one: what bigrams are to Chinese. A syllable of Vietnamese is everywhere, two are a word. */
export const neighbours = (words: readonly string[]): string[] => words.slice(1).map((word, index) => `${words[index]}${JOINT}${word}`);

/**
 * The words under which a text is filed: Chinese as pairs of neighbours and each stretch's last character,
 * so that any one character finds it as the beginning of a pair, and any longer stretch as pairs in a row.
 */
export const foldedTerms = (text: string): string[] => foldedTermsOf(tokens(text));

/** As `foldedTerms`, of a text that was taken apart. */
export const foldedTermsOf = (parts: readonly Token[]): string[] =>
  parts.flatMap((token) => {
    if (token.kind === "han") return [...bigrams(token.folded), [...token.folded].at(-1) ?? ""];
    return token.kind === "number" ? digitGroups(token.folded) : [token.folded];
  });

/** The words of a text that was taken apart, with their accents; Chinese has none. */
export const exactTermsOf = (parts: readonly Token[]): string[] => spaced(parts, "exact").flat();

/** The neighbours among the words of a text that was taken apart: all as folded, then all with their accents, where there are any. */
export function pairsOf(parts: readonly Token[]): string[] {
  const [folded, exact] = (["folded", "exact"] as const).map((form) => spaced(parts, form).flatMap(neighbours)) as [string[], string[]];
  return folded.every((pair, index) => pair === exact[index]) ? folded : [...folded, ...exact];
}

/** Words between which spaces stand, in stretches that Chinese parts. */
function spaced(parts: readonly Token[], form: "folded" | "exact"): string[][] {
  const stretches: string[][] = [];
  let open = false;
  for (const part of parts) {
    if (part.kind === "han") open = false;
    else {
      const terms = part.kind === "number" ? digitGroups(part[form]) : [part[form]];
      if (open) stretches.at(-1)?.push(...terms);
      else stretches.push(terms);
      open = true;
    }
  }
  return stretches;
}
