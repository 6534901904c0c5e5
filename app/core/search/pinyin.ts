import type { Readings } from "./readings.ts";

/** Letters of a query that may be pinyin, in one word. Null: it is none. */
export function asPinyin(folded: string): string | null {
  const letters = folded.replace(/[\s']+/g, "");
  return /^[a-z]{2,}$/.test(letters) ? letters : null;
}

/** How a stretch is read: every syllable in full but perhaps the last, or each by its first letter. */
export type ReadBy = "syllables" | "initials";

/**
 * How many characters from a place on are read as the letters; 0: they are not.
 * @param letters small letters, without spaces
 * @param whole whether the last syllable has to be there in full
 */
export function readFrom(characters: readonly string[], from: number, letters: string, readings: Readings, by: ReadBy, whole = false): number {
  if (letters === "") return 0;
  for (const reading of (readings[characters[from] ?? ""] ?? "").split(" ")) {
    if (reading === "" || reading[0] !== letters[0]) continue;
    const syllable = by === "initials" ? (reading[0] ?? "") : reading;
    if (letters === syllable) return 1;
    if (letters.startsWith(syllable)) {
      const rest = readFrom(characters, from + 1, letters.slice(syllable.length), readings, by, whole);
      if (rest > 0) return rest + 1;
    } else if (!whole && syllable.startsWith(letters)) return 1;
  }
  return 0;
}

/** The longest stretch that is offered while somebody types: a word, not a sentence. In characters. */
const LONGEST_OFFER = 6;

/**
 * Chinese words that are read as the letters and stand in these texts: a way to write for who has no Chinese keyboard. The most
 * frequent first, then the shortest.
 */
export function wordsReadAs(texts: Iterable<string>, letters: string, readings: Readings, limit: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const characters = [...text];
    characters.forEach((_, from) => {
      const length = readFrom(characters, from, letters, readings, "syllables", true);
      if (length === 0 || length > LONGEST_OFFER) return;
      const word = characters.slice(from, from + length).join("");
      counts.set(word, (counts.get(word) ?? 0) + 1);
    });
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || a.length - b.length)
    .slice(0, limit)
    .map(([word]) => word);
}
