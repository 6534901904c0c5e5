import { syllables } from "./other-spellings.ts";

/** How each Chinese character is read, its syllables between spaces, without tones: { "行": "xing hang" }. */
export type Readings = Readonly<Record<string, string>>;

const HAN = /\p{Script=Han}+/gu;
/** Reading a text takes its context into account and costs by its length; the same texts come again at every change of anything. */
const known = new Map<string, readonly (readonly [character: string, syllable: string])[]>();
const MOST_KNOWN = 5_000;

/** How the Chinese characters of these texts are read where they stand: what a display needs to find them by pinyin, and to offer them. */
export function readingsOf(texts: Iterable<string>): Readings {
  const found = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const [character, syllable] of readingOf(text)) {
      const all = found.get(character) ?? new Set<string>();
      all.add(syllable);
      // Whoever has no ü types u or v.
      if (syllable.includes("v")) all.add(syllable.replace("v", "u"));
      found.set(character, all);
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([character, all]) => [character, [...all].sort().join(" ")]));
}

function readingOf(text: string): readonly (readonly [string, string])[] {
  const before = known.get(text);
  if (before) return before;
  const pairs = (text.match(HAN) ?? []).flatMap((han) => {
    const read = syllables(han);
    return [...han].flatMap((character, index) => (/^[a-z]+$/.test(read[index] ?? "") ? [[character, read[index] ?? ""] as const] : []));
  });
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, pairs);
  return pairs;
}
