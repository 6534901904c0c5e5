import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideSave, freshness, placeholdersOf, textHash } from "./wording.ts";

describe("staleness", () => {
  it("is whether the source is still what was translated", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, now) => {
        const target = { text: "译文", sourceHash: textHash(before) };
        expect(freshness(target, now)).toBe(before === now ? "current" : "stale");
      }),
    );
  });
  it("comes after being missing", () => {
    expect(freshness(null, "x")).toBe("missing");
    expect(freshness({ text: " ", sourceHash: textHash("x") }, "x")).toBe("missing");
  });
});

describe("a save", () => {
  const current = { text: "cũ", sourceHash: "h1", revision: 3 };
  it("wins over the revision it read, and over no other", () => {
    expect(decideSave(current, { text: "mới", revision: 3, sourceHash: "h1" })).toEqual({ kind: "saved", revision: 4 });
    for (const revision of [0, 2, 4]) expect(decideSave(current, { text: "mới", revision, sourceHash: "h1" })).toEqual({ kind: "clash" });
    expect(decideSave(null, { text: "mới", revision: 0, sourceHash: null })).toEqual({ kind: "saved", revision: 1 });
  });
  it("of the same words changes nothing, whatever it read", () => {
    expect(decideSave(current, { text: "cũ", revision: 1, sourceHash: "h1" })).toEqual({ kind: "unchanged" });
  });
  it("of the same words against a newer source confirms them", () => {
    expect(decideSave(current, { text: "cũ", revision: 3, sourceHash: "h2" })).toEqual({ kind: "saved", revision: 4 });
  });
  it("in a race is won by exactly one", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 6 }), (texts) => {
        let row = { text: "", sourceHash: null as string | null, revision: 1 };
        const outcomes = texts.map((text) => {
          const decision = decideSave(row, { text, revision: 1, sourceHash: null });
          if (decision.kind === "saved") row = { text, sourceHash: null, revision: decision.revision };
          return decision.kind;
        });
        expect(outcomes.filter((kind) => kind === "saved")).toHaveLength(1);
        expect(row.text).toBe(texts[0]);
      }),
    );
  });
});

it("placeholders are compared whatever their place in the sentence", () => {
  expect(placeholdersOf("đến {{ until }} ngày {{fact:a}} <1>x</1>")).toEqual(placeholdersOf("{{fact:a}}<1>y</1>，到{{until}}"));
  expect(placeholdersOf("đến {{until}}")).not.toEqual(placeholdersOf("到{{untill}}"));
  expect(placeholdersOf("{{a}} {{a}}")).not.toEqual(placeholdersOf("{{a}}"));
});
