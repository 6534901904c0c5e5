import { expect, test } from "vitest";
import { type Key, lettersBefore, pressed, type Typing } from "./typing.ts";

const typed = (letters: string, telex: boolean, start: Typing = { text: "", caret: 0 }): Typing =>
  [...letters].reduce((typing, letter) => pressed(typing, { kind: "letter", letter }, telex), start);

test("Telex composes for who writes Vietnamese, and not for who writes pinyin", () => {
  expect(typed("hooj chieesu", true)).toEqual({ text: "hộ chiếu", caret: 8 });
  expect(typed("xianjin", false)).toEqual({ text: "xianjin", caret: 7 });
});

test("letters go in where the caret stands, and the rest stays behind it", () => {
  expect(typed("ees", true, { text: "chiu tiền", caret: 3 })).toEqual({ text: "chiếu tiền", caret: 4 });
});

test("a letter is erased with its accents, also where they are written apart", () => {
  const erase: Key = { kind: "erase" };
  expect(pressed({ text: "tiền", caret: 4 }, erase, true)).toEqual({ text: "tiề", caret: 3 });
  expect(pressed({ text: "ti\u1ec7", caret: 3 }, erase, true)).toEqual({ text: "ti", caret: 2 });
  expect(pressed({ text: "a\u0323\u0302", caret: 3 }, erase, true)).toEqual({ text: "", caret: 0 });
  expect(pressed({ text: "𠮷", caret: 2 }, erase, false)).toEqual({ text: "", caret: 0 });
  expect(pressed({ text: "ab", caret: 0 }, erase, true)).toEqual({ text: "ab", caret: 0 });
});

test("everything goes at one touch", () => {
  expect(pressed({ text: "abc", caret: 1 }, { kind: "clear" }, true)).toEqual({ text: "", caret: 0 });
});

test("a chosen word takes the place of its pinyin alone", () => {
  expect(lettersBefore({ text: "我的huZhao", caret: 8 })).toBe("huzhao");
  expect(pressed({ text: "我的huzhao呢", caret: 8 }, { kind: "word", word: "护照" }, false)).toEqual({ text: "我的护照呢", caret: 4 });
  expect(lettersBefore({ text: "我的 ", caret: 3 })).toBe("");
});
