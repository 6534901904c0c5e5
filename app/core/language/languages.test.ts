import { describe, expect, it } from "vitest";
import { byLang, LANGS, LANGUAGES, languageOfSegment, others, ownFirst } from "./languages.ts";
import { cleanText } from "./text.ts";

describe("languages", () => {
  it("understand their other spellings, and nothing else", () => {
    for (const segment of ["zh-CN", "zh-Hans", "cn", "ZH", "zh_TW"]) expect(languageOfSegment(segment)).toEqual({ lang: "zh", canonical: false });
    for (const segment of ["VI", "vn", "vi-VN"]) expect(languageOfSegment(segment)).toEqual({ lang: "vi", canonical: false });
    expect(languageOfSegment("vi")).toEqual({ lang: "vi", canonical: true });
    for (const segment of ["", "en", "gates", "v", "zhh", "__proto__", "constructor"]) expect(languageOfSegment(segment)).toBeNull();
  });

  it("are each other's others, the reader's own first", () => {
    for (const lang of LANGS) {
      expect(others(lang)).not.toContain(lang);
      expect(ownFirst(lang)[0]).toBe(lang);
      expect(new Set(ownFirst(lang))).toEqual(new Set(LANGS));
    }
    expect(Object.keys(byLang(() => 0))).toEqual(LANGUAGES.map((language) => language.code));
  });
});

describe("a typed text", () => {
  it("is kept as NFC with plain newlines", () => {
    expect(cleanText("  Hữu Nghị\r\nmở cửa ".normalize("NFD"))).toBe("Hữu Nghị\nmở cửa");
  });
  it.each(["a\u0000", "a\u200bb", "a\ufffd", "a\ud800", "\u202eabc", "a\u0085b"])("is refused with the invisible or broken %j", (text) => {
    expect(() => cleanText(text)).toThrowError("bad_text");
  });
  it("is refused when it is longer than a segment can be", () => {
    expect(() => cleanText("a".repeat(20_001))).toThrowError("too_large");
  });
});
