import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ArticleNode, type ArticleTree, carriesWords, faultsOf, HEAD_SEGMENTS, segmentsOf, walk } from "./tree.ts";

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const leaf = id.chain((id) =>
  fc.constantFrom<ArticleNode>({ id, kind: "paragraph" }, { id, kind: "heading", level: 2 }, { id, kind: "callout", tone: "note" }),
);
const list = fc
  .tuple(id, fc.array(id, { minLength: 1, maxLength: 4 }))
  .map(([id, ids]): ArticleNode => ({ id, kind: "list", children: ids.map((id) => ({ id, kind: "item" })) }));
const tree: fc.Arbitrary<ArticleTree> = fc.array(fc.oneof(leaf, list), { maxLength: 8 });

describe("an article's tree", () => {
  it("names every node with words once, in reading order, after title and summary", () => {
    fc.assert(
      fc.property(tree, (tree) => {
        const segments = segmentsOf(tree);
        expect(segments.slice(0, 2)).toEqual(HEAD_SEGMENTS);
        expect(segments.slice(2)).toEqual([...walk(tree)].filter(carriesWords).map((node) => node.id));
        const ids = [...walk(tree)].map((node) => node.id);
        const twice = new Set(ids).size < ids.length || ids.some((id) => HEAD_SEGMENTS.includes(id));
        expect(faultsOf(tree).length > 0).toBe(twice);
      }),
    );
  });

  it.each<[string, ArticleTree, string]>([
    [
      "an id used twice",
      [
        { id: "a", kind: "paragraph" },
        { id: "a", kind: "paragraph" },
      ],
      "twice:a",
    ],
    ["an id that is the title's", [{ id: "title", kind: "paragraph" }], "twice:title"],
    ["an id that is no anchor", [{ id: "Ghi chú", kind: "paragraph" }], "id:Ghi chú"],
    ["an empty list", [{ id: "l", kind: "list", children: [] }], "empty:l"],
    [
      "a picture without what it shows in words",
      [{ id: "f", kind: "figure", picture: {} as never, children: [{ id: "c", kind: "caption" }] as never }],
      "figure:f",
    ],
    ["an item outside a list", [{ id: "i", kind: "item" }], "place:i"],
    ["a cell in a list", [{ id: "l", kind: "list", children: [{ id: "c", kind: "cell" } as never] }], "place:c"],
    [
      "a ragged table",
      [
        {
          id: "t",
          kind: "table",
          children: [
            { id: "r1", kind: "row", children: [{ id: "c1", kind: "cell" }] },
            {
              id: "r2",
              kind: "row",
              children: [
                { id: "c2", kind: "cell" },
                { id: "c3", kind: "cell" },
              ],
            },
          ],
        },
      ],
      "ragged:t",
    ],
  ])("refuses %s", (_, tree, fault) => {
    expect(faultsOf(tree)).toContain(fault);
  });
});
