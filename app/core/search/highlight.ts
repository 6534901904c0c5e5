import type { Marked } from "./document.ts";
import { foldCase, placeTones } from "./fold-case.ts";
import type { Needle } from "./needles.ts";
import { bigrams, fold, foldedStretches, joinedDigits, type Token } from "./normalise.ts";

/** A word, or one Chinese character, and where it stands in the text as written. */
export interface Placed extends Token {
  start: number;
  end: number;
}

/** A character with the marks that belong to it. */
const CLUSTER = /[\s\S][\p{M}\p{Cf}]*/gu;
const knownClusters = new Map<string, string>();
const MOST_KNOWN = 20_000;

function casedCluster(cluster: string): string {
  const known = knownClusters.get(cluster);
  if (known !== undefined) return known;
  const cased = foldCase(cluster);
  if (knownClusters.size >= MOST_KNOWN) knownClusters.clear();
  knownClusters.set(cluster, cased);
  return cased;
}

/** The words of a text and where they stand in it, Chinese character by character. */
export function place(text: string): Placed[] {
  let cased = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const part = casedCluster(cluster);
    cased += part;
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  const placed: Placed[] = [];
  const put = (kind: Token["kind"], exact: string, folded: string, at: number) =>
    placed.push({ kind, exact, folded, start: starts[at] ?? 0, end: ends[at + exact.length - 1] ?? text.length });
  for (const { token, at } of foldedStretches(placeTones(cased))) {
    if (token.kind !== "han") put(token.kind, token.exact, token.folded, at);
    else {
      let character = at;
      for (const exact of token.exact) {
        put("han", exact, fold(exact), character);
        character += exact.length;
      }
    }
  }
  return placed;
}

/** The text cut where it matches the query: accents and Traditional characters count as the reader typed them, or not at all. The parts joined are the text. */
export function mark(text: string, needles: readonly Needle[]): Marked[] {
  const placed = place(text);
  return markPlaces(text, placed, new Set([...wordHits(placed, needles), ...chineseHits(placed, needles)]));
}

/** The text cut at the places whose numbers are given. */
export function markPlaces(text: string, placed: readonly Placed[], hits: ReadonlySet<number>): Marked[] {
  const parts: Marked[] = [];
  let end = 0;
  const put = (upTo: number, hit: boolean) => {
    const stretch = text.slice(end, upTo);
    const last = parts.at(-1);
    if (stretch && last?.hit === hit) last.text += stretch;
    else if (stretch) parts.push({ text: stretch, hit });
    end = Math.max(end, upTo);
  };
  placed.forEach((word, index) => {
    if (!hits.has(index) || word.end <= end) return;
    // Words of one hit are marked as one, with the spaces between them.
    put(word.start, hits.has(index - 1) && /^\s*$/u.test(text.slice(end, word.start)) && end > 0);
    put(word.end, true);
  });
  put(text.length, false);
  return parts;
}

/** A word is what was sought: with the accents that were typed where the text has it so, else without any. */
function matches(word: Placed, needle: Needle, form: "exact" | "folded"): boolean {
  if (word.kind !== needle.kind) return false;
  if (needle.kind === "number") {
    const [there, sought] = [joinedDigits(word.folded), joinedDigits(needle.folded)];
    return there === sought || (needle.prefix && there.startsWith(sought));
  }
  return word[form] === needle[form] || (needle.prefix && word[form].startsWith(needle[form]));
}

/**
 * Places of letters and numbers that match. Vietnamese words are several syllables, and a syllable alone is everywhere:
 * so of each sought syllable only those places are kept where most of the query stands in a row.
 */
function wordHits(placed: readonly Placed[], needles: readonly Needle[]): Set<number> {
  // Who typed no accents minds none.
  const forms = needles.map((needle): "exact" | "folded" =>
    needle.exact !== needle.folded && placed.some((word) => matches(word, needle, "exact")) ? "exact" : "folded",
  );
  const fits = (at: number, sought: number): boolean => {
    const [word, needle, form] = [placed[at], needles[sought], forms[sought]];
    return Boolean(word && needle && form && needle.kind !== "han" && matches(word, needle, form));
  };
  const chains: { at: number; sought: number; length: number }[] = [];
  placed.forEach((_, at) => {
    needles.forEach((_, sought) => {
      if (!fits(at, sought) || fits(at - 1, sought - 1)) return;
      let length = 1;
      while (fits(at + length, sought + length)) length++;
      chains.push({ at, sought, length });
    });
  });
  const covers = (chain: (typeof chains)[number], sought: number) => chain.sought <= sought && sought < chain.sought + chain.length;
  const longest = needles.map((_, sought) => Math.max(0, ...chains.filter((chain) => covers(chain, sought)).map((chain) => chain.length)));
  const kept = chains.filter((chain) => needles.some((_, sought) => covers(chain, sought) && longest[sought] === chain.length));
  return new Set(kept.flatMap((chain) => Array.from({ length: chain.length }, (_, step) => chain.at + step)));
}

/** Places of Chinese that match: the whole stretch as typed, else its words, else its pairs. */
function chineseHits(placed: readonly Placed[], needles: readonly Needle[]): Set<number> {
  const hits = new Set<number>();
  for (const needle of needles) {
    if (needle.kind !== "han") continue;
    const ways = [[needle.folded], needle.words.filter((word) => [...word].length > 1), bigrams(needle.folded)];
    for (const way of ways) {
      const found = way.flatMap((sought) => occurrences(placed, [...sought]));
      for (const at of found) hits.add(at);
      if (found.length > 0) break;
    }
  }
  return hits;
}

function occurrences(placed: readonly Placed[], characters: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + characters.length <= placed.length; at++) {
    if (characters.every((character, step) => placed[at + step]?.folded === character && placed[at + step]?.kind === "han")) {
      for (let step = 0; step < characters.length; step++) found.push(at + step);
    }
  }
  return found;
}
