import { expect, it } from "vitest";
import { type ArticleTree, segmentsOf } from "../articles/tree.ts";
import { excerptOf } from "./excerpt.ts";

const TREE: ArticleTree = [
  { id: "h", kind: "heading", level: 2 },
  { id: "l", kind: "steps", children: ["a", "b"].map((id) => ({ id, kind: "item" as const })) },
  {
    id: "t",
    kind: "table",
    children: ["r1", "r2", "r3"].map((row) => ({ id: row, kind: "row" as const, children: [{ id: `${row}-c`, kind: "cell" as const }] })),
  },
];

it("a segment is shown with as little around it as it needs to look like itself", () => {
  const shown = (segment: string) => segmentsOf(excerptOf(TREE, segment)).slice(2);
  expect(shown("h")).toEqual(["h"]);
  expect(shown("b")).toEqual(["b"]);
  expect(shown("r3-c")).toEqual(["r1-c", "r3-c"]);
  expect(shown("r1-c")).toEqual(["r1-c"]);
  expect(shown("title")).toEqual([]);
  expect(excerptOf(TREE, "b")[0]).toMatchObject({ id: "l", kind: "steps" });
});
