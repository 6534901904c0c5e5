import { pinyin } from "pinyin-pro";
import type { Lang } from "./languages.ts";

/** A text in Latin letters, for those who cannot read its script. */
export interface Romanisation {
  text: string;
  /** BCP 47 tag of what it is written in. */
  tag: string;
}

/** Chinese marks and what Latin text has in their place. */
const MARKS: Readonly<Record<string, string>> = {
  "，": ",",
  "、": ",",
  "。": ".",
  "！": "!",
  "？": "?",
  "：": ":",
  "；": ";",
  "（": "(",
  "）": ")",
  "“": "“",
  "”": "”",
};
const MARK = new RegExp(`\\s*([${Object.keys(MARKS).join("")}])\\s*`, "gu");
const OPENING = new Set(["（", "“"]);

const ROMANISE: Partial<Record<Lang, { tag: string; write: (text: string) => string }>> = { zh: { tag: "zh-Latn-pinyin", write: pinyinOf } };

/** How a sentence is said, in Latin letters with its tones; null for a language that is written in them. */
export function romanised(text: string, lang: Lang): Romanisation | null {
  const way = ROMANISE[lang];
  return way ? { text: way.write(text), tag: way.tag } : null;
}

function pinyinOf(text: string): string {
  const spoken = pinyin(text, { nonZh: "consecutive" })
    .replace(MARK, (_, mark: string) => (OPENING.has(mark) ? ` ${MARKS[mark]}` : `${MARKS[mark]} `))
    .replace(/\s+(?=[\s,.!?:;)”]|$)/gu, "")
    .trim();
  // A sentence begins with a capital letter, also behind another one.
  return spoken.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
