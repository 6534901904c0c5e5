import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mark } from "./highlight.ts";
import { needlesOf } from "./needles.ts";

const shown = (text: string, query: string) =>
  mark(text, needlesOf(query))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join("");

describe("marks in a text", () => {
  test("stand where accents differ from what was typed", () => {
    expect(shown("Khai báo tại quầy HẢI QUAN.", "hai quan")).toBe("Khai báo tại quầy [HẢI QUAN].");
    expect(shown("Đi qua cửa khẩu", "di")).toBe("[Đi] qua cửa khẩu");
  });

  test("stand on the accents that were typed, where the text has them", () => {
    expect(shown("bò, bỏ, bộ", "bò")).toBe("[bò], bỏ, bộ");
    expect(shown("bỏ, bộ", "bò")).toBe("[bỏ], [bộ]");
  });

  test("leave a syllable alone where the whole word is elsewhere", () => {
    expect(shown("Cơ quan hải quan", "hai quan")).toBe("Cơ quan [hải quan]");
  });

  test("cover the word that has been begun, and no other", () => {
    expect(shown("thông hành, hành lý", "thong ha")).toBe("[thông hành], hành lý");
  });

  test("follow Chinese: as typed, else by its words", () => {
    expect(shown("办理出入境通行证", "通行證")).toBe("办理出入境[通行证]");
    expect(shown("携带现金的人", "带多少现金")).toBe("携带[现金]的人");
    expect(shown("關於證件", "证件")).toBe("關於[證件]");
  });

  test("take an amount for itself with or without its points", () => {
    expect(shown("trên 5.000 USD", "5000 usd")).toBe("trên [5.000 USD]");
  });

  test("are right in decomposed text", () => {
    expect(shown("Hải quan cửa khẩu".normalize("NFD"), "hải quan").normalize("NFC")).toBe("[Hải quan] cửa khẩu");
  });

  test("never change the text, whatever it is", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    const words = fc
      .array(fc.constantFrom("hải", "quan", "HAI", "海关", "關", " ", "5.000", "ﬁ", "\u0301", "\ud83d\ude00", "\ud800"), { maxLength: 20 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(units, words), fc.oneof(words, units), (text, query) => {
        const parts = mark(text, needlesOf(query));
        expect(parts.map((part) => part.text).join("")).toBe(text);
        for (const [index, part] of parts.entries()) expect(part.hit).not.toBe(parts[index + 1]?.hit);
      }),
      { numRuns: 500 },
    );
  });
});
