import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byLang, LANGS, LANGUAGES, languageOfSegment, others, ownFirst, runsOf } from "./languages.ts";
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

describe("words of another language inside a text", () => {
  const foreign = (text: string, lang: "vi" | "zh") =>
    runsOf(text, lang)
      .filter((run) => run.lang !== lang)
      .map((run) => run.text);

  it("are told apart by their script and letters", () => {
    expect(foreign("Cửa khẩu Hữu Nghị là 友谊口岸, đối diện 友谊关。", "vi")).toEqual(["友谊口岸", "友谊关。"]);
    expect(foreign("**Cứu tôi với!**（读作：苟·堆·维）", "zh")).toEqual(["Cứu tôi với!"]);
    expect(foreign("Bình Nghi、Na Hình（中文名称有待确认）", "zh")).toEqual(["Bình Nghi", "Na Hình"]);
  });

  it("are not seen in numbers, abbreviations, pinyin and document numbers", () => {
    expect(foreign("LED 第15/2011/TT-NHNN号，e-visa，shǒujī jiùmìng", "zh")).toEqual([]);
    expect(foreign("giấy thông hành (tōngxíngzhèng), LED, 113", "vi")).toEqual([]);
  });

  it("leave every text whole", () => {
    const text = fc.string({ unit: fc.constantFrom("口", "岸", "ư", "a", "Đ", "ǒ", " ", ",", "。", "1", "-", "\ud83d\ude00") });
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGS), (text, lang) => {
        const runs = runsOf(text, lang);
        expect(runs.map((run) => run.text).join("")).toBe(text);
      }),
    );
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
