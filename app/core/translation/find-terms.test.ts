import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInline } from "../articles/inline.ts";
import type { ArticleTree } from "../articles/tree.ts";
import { findTerms, openGlossary, openText } from "./find-terms.ts";
import { faultsOfTerms, type Term } from "./term.ts";

const term = (key: string, vi: string, zh: string, more: Partial<Term> = {}): Term => ({
  key,
  words: { vi, zh },
  variants: { vi: [], zh: [] },
  pinyin: "",
  note: null,
  mark: "confirmed",
  ...more,
});

const TERMS = [
  term("hai-quan", "hải quan", "海关"),
  term("to-khai", "tờ khai hải quan", "海关申报单", { variants: { vi: ["tờ khai"], zh: ["申报单"] } }),
  term("thue", "thuế", "税"),
];
const vietnamese = openGlossary(TERMS, "vi");
const chinese = openGlossary(TERMS, "zh");

const TREE: ArticleTree = [
  { id: "head", kind: "heading", level: 2 },
  { id: "one", kind: "paragraph" },
  { id: "two", kind: "list", children: [{ id: "item", kind: "item" }] },
  {
    id: "table",
    kind: "table",
    children: [
      { id: "top", kind: "row", children: [{ id: "column", kind: "cell" }] },
      { id: "row", kind: "row", children: [{ id: "cell", kind: "cell" }] },
    ],
  },
];

describe("terms in an article", () => {
  it("are marked where they are first read, once, also through other spellings", () => {
    const { keys, spots } = findTerms(vietnamese, TREE, { summary: "Xin hỏi hải quan.", one: "Hải quan nhận tờ khai.", item: "Tờ khai hải quan, thuế." });
    expect(keys).toEqual(["hai-quan", "to-khai", "thue"]);
    expect(spots).toEqual({
      summary: [{ key: "hai-quan", part: 0, from: 8, to: 16 }],
      one: [{ key: "to-khai", part: 0, from: 14, to: 21 }],
      item: [{ key: "thue", part: 0, from: 18, to: 22 }],
    });
  });

  it("are the longest that stand there: a form's name is not cut into its words", () => {
    expect(vietnamese.within("Tờ khai hải quan").map(({ key }) => key)).toEqual(["to-khai"]);
    expect(chinese.within("填写海关申报单，海关查验").map(({ key }) => key)).toEqual(["to-khai", "hai-quan"]);
  });

  it("are whole words where words are set apart, and any stretch where they are not", () => {
    expect(vietnamese.within("thuếx, xthuế, thuế5")).toEqual([]);
    expect(vietnamese.within("(thuế)")).toHaveLength(1);
    expect(chinese.within("免税店")).toHaveLength(1);
  });

  it("are never marked in headings, in heads of tables or within links", () => {
    const { keys } = findTerms(vietnamese, TREE, { head: "Thuế", column: "Thuế", one: "[Tổng cục thuế](https://example.vn)", cell: "" });
    expect(keys).toEqual([]);
    expect(findTerms(vietnamese, TREE, { one: "Nộp **thuế** ở [hải quan](tel:1)" }).spots).toEqual({ one: [{ key: "thue", part: 1, from: 0, to: 4 }] });
  });

  it("stand where their spot says, whatever surrounds them", () => {
    const pieces = fc.array(fc.constantFrom("thuế", "Hải quan", "tờ khai", " ", "**đậm**", "[nối](tel:1)", "{{fact:x}}", "xe", "。"), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join(" ");
        const { spots, keys } = findTerms(vietnamese, TREE, { one: text });
        const parts = openText(parseInline(text));
        const words = (spots.one ?? []).map(({ part, from, to }) => parts[part]?.text.slice(from, to).toLowerCase());
        expect(words).toHaveLength(keys.length);
        for (const [index, key] of keys.entries()) {
          const known = TERMS.find((one) => one.key === key);
          expect([known?.words.vi, ...(known?.variants.vi ?? [])]).toContain(words[index]);
        }
      }),
    );
  });

  it("do not exist in an empty glossary", () => {
    expect(openGlossary([], "vi").within("thuế")).toEqual([]);
  });
});

describe("a glossary", () => {
  it("lets no spelling mean two things", () => {
    expect(faultsOfTerms(TERMS)).toEqual([]);
    expect(faultsOfTerms([...TERMS, term("thue-2", "Thuế", "税款")])).toEqual(["same:vi:thue:thue-2"]);
    expect(faultsOfTerms([...TERMS, term("thue", "lệ phí", "费")])).toEqual(["twice:thue"]);
  });
});
