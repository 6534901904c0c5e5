import { typeTelex } from "../../../core/language/telex.ts";

/** A text and where the next letter goes. */
export interface Typing {
  text: string;
  /** In UTF-16 units. */
  caret: number;
}

/** A key of the screen's own keyboard. `word`: takes the place of the Latin letters before the caret. */
export type Key = { kind: "letter"; letter: string } | { kind: "erase" } | { kind: "clear" } | { kind: "word"; word: string };

/** The last character with the marks that belong to it. */
const LAST = /[\s\S]\p{M}*$/u;
const LATIN = /[a-z']+$/i;

/** The text after a key. `telex`: whether letters compose. */
export function pressed({ text, caret }: Typing, key: Key, telex: boolean): Typing {
  const before = text.slice(0, caret);
  const after = text.slice(caret);
  const put = (begun: string): Typing => ({ text: begun + after, caret: begun.length });
  switch (key.kind) {
    case "letter":
      return put(telex ? typeTelex(before, key.letter) : before + key.letter);
    case "erase":
      return put(before.replace(LAST, ""));
    case "word":
      return put(before.replace(LATIN, "") + key.word);
    case "clear":
      return { text: "", caret: 0 };
  }
}

/** The letters before the caret that may be pinyin, without what stands between syllables; "": none. */
export const lettersBefore = ({ text, caret }: Typing): string => (LATIN.exec(text.slice(0, caret))?.[0] ?? "").replaceAll("'", "").toLowerCase();
