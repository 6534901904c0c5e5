import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGS } from "../language/languages.ts";
import { difference, type Stretch } from "./difference.ts";

const marked = (stretches: Stretch[]): string =>
  stretches.map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `+[${text}]` : `-[${text}]`)).join("");

describe("what a translator sees of a changed source", () => {
  it("whole Vietnamese words, never half a syllable", () => {
    expect(marked(difference("Cửa khẩu mở lúc bảy giờ", "Cửa khẩu đóng lúc bảy giờ", "vi"))).toBe("Cửa khẩu -[mở]+[đóng] lúc bảy giờ");
  });

  it("single characters in Chinese, which sets no spaces", () => {
    expect(marked(difference("口岸七点开放", "口岸八点开放", "zh"))).toBe("口岸-[七]+[八]点开放");
  });

  it("both texts in full when they have little in common", () => {
    const before = "a".repeat(5_000);
    const after = "b".repeat(5_000);
    expect(difference(before, after, "zh")).toEqual([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  });

  it("loses nothing of either text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), fc.constantFrom(...LANGS), (before, after, lang) => {
        const stretches = difference(before, after, lang);
        const without = (kind: Stretch["kind"]) => stretches.flatMap((one) => (one.kind === kind ? [] : [one.text])).join("");
        expect(without("added")).toBe(before);
        expect(without("removed")).toBe(after);
      }),
    );
  });
});
