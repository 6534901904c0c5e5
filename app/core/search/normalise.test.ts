import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldCase } from "./fold-case.ts";
import { bigrams, exactTermsOf, fold, foldedTerms, tokens } from "./normalise.ts";
import { toSimplified } from "./simplified.ts";

const VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
const vietnamese = fc
  .array(fc.string({ unit: fc.constantFrom(...VIETNAMESE, ...VIETNAMESE.toUpperCase()), minLength: 1, maxLength: 6 }), { maxLength: 8 })
  .map((words) => words.join(" "));
const han = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((point) => String.fromCodePoint(point)), minLength: 1, maxLength: 20 });
/** Any sequence of 16-bit units: lone surrogates, controls, marks without a base. */
const anything = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: "binary" }),
  vietnamese,
  han,
);

describe("folding", () => {
  test("a reader who types without accents finds what is written with them", () => {
    expect(fold("Đồn Biên phòng cửa khẩu quốc tế HỮU NGHỊ")).toBe("don bien phong cua khau quoc te huu nghi");
  });

  test.each([
    ["đ", "d"],
    ["Đ", "d"],
    ["Ð", "d"],
    ["ð", "d"],
  ])("%s is a d, whichever of the letters that look like it was typed", (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  test("Traditional characters meet their Simplified ones", () => {
    expect(fold("出入境通行證遺失，申報海關")).toBe("出入境通行证遗失,申报海关");
    expect(fold("跟著瞭解甚麼枱")).toBe(fold("跟着了解什么台"));
  });

  test("full-width letters and digits, ligatures and circled numbers are the plain ones", () => {
    expect(fold("ＬＥＤ　１１３ ﬁ ①")).toBe("led 113 fi 1");
  });

  test("invisible characters inside a word do not part it", () => {
    expect(fold("hả\u200bi q\u00aduan")).toBe("hai quan");
  });

  test("tone marks stand in one place, old style, but for quý and its like", () => {
    expect(foldCase("Hoà giải, khoẻ, thuý, xoá")).toBe("hòa giải, khỏe, thúy, xóa");
    expect(foldCase("quý khách, hoàn, toán")).toBe("quý khách, hoàn, toán");
  });

  test("composed and decomposed typing are the same", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
        expect(foldCase(text.normalize("NFD"))).toBe(foldCase(text.normalize("NFC")));
      }),
    );
  });

  test("folding what is folded changes nothing", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(foldCase(foldCase(text))).toBe(foldCase(text));
      }),
    );
  });

  test("no accent survives in Vietnamese", () => {
    fc.assert(fc.property(vietnamese, (text) => void expect(fold(text)).toMatch(/^[a-z ]*$/)));
  });

  test("Chinese converts character by character, so that a piece of a text converts as the text does", () => {
    fc.assert(fc.property(han, han, (left, right) => void expect(toSimplified(left + right)).toBe(toSimplified(left) + toSimplified(right))));
  });
});

describe("terms", () => {
  test("writing is split where it changes: Chinese, letters, numbers", () => {
    expect(tokens("LED显示屏2号, 15.000.000đ").map(({ kind, folded }) => [kind, folded])).toEqual([
      ["letters", "led"],
      ["han", "显示屏"],
      ["number", "2"],
      ["han", "号"],
      ["number", "15.000.000"],
      ["letters", "d"],
    ]);
  });

  test("Chinese is filed as pairs of neighbours and the last character", () => {
    expect(foldedTerms("通行證")).toEqual(["通行", "行证", "证"]);
    expect(foldedTerms("签")).toEqual(["签"]);
    expect(bigrams("签")).toEqual([]);
  });

  test("every single character of a stretch begins one of its terms", () => {
    fc.assert(
      fc.property(han, (text) => {
        const terms = foldedTerms(text);
        for (const character of fold(text)) expect(terms.some((term) => term.startsWith(character))).toBe(true);
      }),
    );
  });

  test("exact terms keep accents and leave Chinese out", () => {
    expect(exactTermsOf(tokens("Hải quan 海关 5.000 USD"))).toEqual(["hải", "quan", "5", "000", "usd"]);
  });

  test("any string at all gives terms of letters and digits alone", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const term of foldedTerms(text)) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
      { numRuns: 500 },
    );
  });
});
