import { describe, expect, it } from "vitest";
import { reshaped, segmentChanges, type Written } from "./changes.ts";
import { threeWay } from "./merge.ts";

const before: Written = {
  tree: [
    { id: "a", kind: "paragraph" },
    { id: "b", kind: "paragraph" },
  ],
  texts: { title: "T", summary: "", a: "A", b: "B" },
};

describe("what differs between two states of an article", () => {
  it("is told by segment: added, removed, changed", () => {
    const after: Written = { tree: [{ id: "c", kind: "paragraph" }, ...before.tree.slice(0, 1)], texts: { title: "T2", summary: "", a: "A", c: "C" } };
    expect(segmentChanges(before, after)).toEqual([
      { segment: "title", kind: "changed", before: "T", after: "T2" },
      { segment: "c", kind: "added", before: "", after: "C" },
      { segment: "b", kind: "removed", before: "B", after: "" },
    ]);
    expect(reshaped(before.tree, after.tree)).toBe(false);
  });

  it("another order or another shape of what both have is told too", () => {
    expect(reshaped(before.tree, [...before.tree].reverse())).toBe(true);
    expect(
      reshaped(before.tree, [
        { id: "a", kind: "heading", level: 2 },
        { id: "b", kind: "paragraph" },
      ]),
    ).toBe(true);
    expect(reshaped(before.tree, before.tree)).toBe(false);
  });
});

describe("two people's work over the same", () => {
  it.each([
    ["only mine changed", [2], [1], [1], "mine"],
    ["only theirs changed", [1], [2], [1], "stored"],
    ["both changed alike", [2], [2], [1], "stored"],
    ["both changed", [2], [3], [1], "clash"],
    ["what was read is no longer known", [2], [3], null, "clash"],
  ])("%s", (_, mine, stored, read, kind) => expect(threeWay(mine, stored, read)).toEqual({ kind }));
});
