import { type Lang, language } from "../language/languages.ts";

/** A passer-by reads a sign slower than a page at home (i18n/format.ts): about 160 Vietnamese syllables or 240 Chinese characters a minute. */
const SYLLABLES_A_SECOND = 2.7;
const CHARACTERS_A_SECOND = 4;
/** To notice that something new is there, seconds. */
const TO_NOTICE = 1.5;
const AT_LEAST = 4;

/** How much of a text there is to read, in seconds; to divide a time among its pages by. */
export function readingLoad(text: string, lang: Lang): number {
  const runs = text.match(/[\p{L}\p{N}]+(?:[.,:/-][\p{L}\p{N}]+)*/gu) ?? [];
  if (!language(lang).unspaced) return runs.length / SYLLABLES_A_SECOND;
  const unspaced = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const others = (text.replace(/\p{Script=Han}/gu, " ").match(/[\p{L}\p{N}]+/gu) ?? []).length;
  return unspaced / CHARACTERS_A_SECOND + others / SYLLABLES_A_SECOND;
}

/** Seconds that texts shown one after the other stay, the same whatever the size of the display: a small one divides them among more pages. */
export const secondsToRead = (texts: readonly string[], lang: Lang): number =>
  texts.reduce((sum, text) => sum + Math.max(AT_LEAST, TO_NOTICE + readingLoad(text, lang)), 0);
