import { type Lang, language } from "../../language/languages.ts";
import type { Issue } from "./check.ts";
import { issue, type PairCheck, type ReadPair } from "./pair.ts";
import type { Reading } from "./reading.ts";

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[\p{Script=Latin}\p{M}]+/gu;
/** Whether there are letters that only Vietnamese has: "LED" and "pǔzhài" are not taken for it. */
const isVietnamese = (text: string): boolean => language("vi").owns(text);
/** Latin letters with marks: Vietnamese or pinyin. */
const ACCENTED = /[\u00C0-\u024F\u1E00-\u1EFF]/u;
const QUOTED = /[“"《（(「][^”"》）)」]*[”"》）)」]/gu;

/** What is quoted may be in any language: covered, at its place. */
const open = (words: string): string => words.replace(QUOTED, (quoted) => "\uFFFC".repeat(quoted.length));

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Latin words in a Vietnamese text, Han signs in a Chinese one: what a text of the language is made of. */
const OWN: Record<Lang, { isForeign: (words: string) => boolean; leftover: RegExp }> = {
  vi: {
    // "Pò Chài (浦寨)" is Vietnamese, "浦寨口岸通告 LED" is not.
    isForeign: (words) => count(open(words), HAN) >= 4 && count(open(words), HAN) > 2 * count(words, LATIN_WORD),
    leftover: /\p{Script=Han}{5,}/gu,
  },
  zh: {
    isForeign: (words) => count(words, HAN) === 0 && isVietnamese(open(words)) && !isName(words),
    leftover: /[\p{Script=Latin}\p{M}]+(?:[ ,][\p{Script=Latin}\p{M}]+){2,}/gu,
  },
};

/** Every word begins with a capital: may be the name of a place that has none in the other language. */
const isName = (words: string): boolean => (words.match(LATIN_WORD) ?? []).every((word) => /^\p{Lu}/u.test(word)) && count(words, LATIN_WORD) <= 6;

const hasWordsToTranslate = (words: string): boolean => count(words, HAN) > 0 || isVietnamese(words);

/**
 * Whether a pair teaches words: each side shows some of the other language's ("tiếng Trung là 界碑", "越南语为mốc giới"). There, the
 * other language's words are what the sentence is about.
 */
export const teaches = ({ source, target }: ReadPair): boolean =>
  [source, target].every(({ lang, words }) => (lang === "vi" ? count(words, HAN) >= 2 : ACCENTED.test(words)));

/** Words that are still in the other language: the whole text, or a stretch that was overlooked. */
export const checkUntranslated: PairCheck = (pair) => {
  const { source, target } = pair;
  const words = target.words.trim();
  if (source.words.trim() === words && hasWordsToTranslate(words))
    return [issue("untranslated", target.lang, { reason: "same", severity: isName(words) && count(words, HAN) === 0 ? "warning" : "error" })];
  const foreign = [target, source].filter((reading) => OWN[reading.lang].isForeign(reading.words));
  if (foreign.length) return foreign.map((reading) => issue("untranslated", reading.lang, { reason: "script" }));
  return teaches(pair) ? [] : [target, source].flatMap(leftovers);
};

function leftovers({ lang, words }: Reading): Issue[] {
  const found = [...open(words).matchAll(OWN[lang].leftover)].find(
    ([stretch]) => lang === "vi" || (isVietnamese(stretch) && (stretch.match(LATIN_WORD) ?? []).filter((word) => /^\p{Ll}/u.test(word)).length >= 3),
  );
  if (!found) return [];
  const at = { from: found.index, to: found.index + found[0].length };
  return [issue("untranslated", lang, { reason: "leftover", severity: "warning", at, details: { found: found[0] } })];
}
