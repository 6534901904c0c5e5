import { describe, expect, it } from "vitest";
import { readTree } from "./read-tree.ts";
import type { ArticleTree } from "./tree.ts";

const TREE: ArticleTree = [
  { id: "a", kind: "heading", level: 2 },
  { id: "b", kind: "callout", tone: "warning", verify: "customs" },
  { id: "c", kind: "steps", children: [{ id: "d", kind: "item" }] },
  { id: "t", kind: "table", children: [{ id: "r", kind: "row", verify: "customs", children: [{ id: "e", kind: "cell" }] }] },
  { id: "f", kind: "facts", facts: ["cash-usd"] },
  { id: "g", kind: "contact", agency: "customs" },
];

describe("a tree that came over the wire", () => {
  it("is read as it is, and nothing besides", () => {
    expect(readTree(structuredClone(TREE))).toEqual(TREE);
    expect(readTree([{ id: "a", kind: "paragraph", level: 7, onclick: "x", children: [1], verify: null }])).toEqual([{ id: "a", kind: "paragraph" }]);
  });

  it.each<[string, unknown]>([
    ["no list", { id: "a" }],
    ["a kind that is none", [{ id: "a", kind: "script" }]],
    ["a kind by the name of a method", [{ id: "a", kind: "constructor" }]],
    ["no id", [{ kind: "paragraph" }]],
    ["a level that is none", [{ id: "a", kind: "heading", level: 1 }]],
    ["a list without items", [{ id: "a", kind: "list" }]],
    ["facts that are no keys", [{ id: "a", kind: "facts", facts: ["<b>"] }]],
    ["an agency that is none", [{ id: "a", kind: "contact", agency: 3 }]],
    ["a mark that is none", [{ id: "a", kind: "paragraph", verify: {} }]],
    ["too many nodes", Array.from({ length: 5_001 }, (_, index) => ({ id: `a${index}`, kind: "paragraph" }))],
    ["too deep a tree", Array.from({ length: 9 }).reduce<unknown>((inside) => [{ id: "a", kind: "list", children: inside }], [])],
  ])("is refused: %s", (_, data) => expect(readTree(data)).toBeNull());
});
