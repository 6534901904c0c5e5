import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleNode, ArticleTree } from "../../../core/articles/tree.ts";
import { carriesWords, segmentsOf, walk } from "../../../core/articles/tree.ts";
import { docOf, withoutUnwritten, writtenOf } from "./mapping.ts";
import { articleNodes, SHOWN_BARE } from "./schema.ts";

const schema = getSchema(articleNodes(SHOWN_BARE));

const PICTURE = {
  original: "a".repeat(64),
  crop: { x: 0, y: 0, width: 300, height: 200 },
  width: 300,
  height: 200,
  files: [{ hash: "b".repeat(64), type: "webp" as const, width: 300 }],
};
const figureOf = (captioned: boolean): ArticleNode => ({
  id: "",
  kind: "figure",
  picture: PICTURE,
  children: captioned
    ? [
        { id: "", kind: "alt" },
        { id: "", kind: "caption" },
      ]
    : [{ id: "", kind: "alt" }],
});

/** Trees whose ids are numbered afterwards, so that each is there once. */
const verify = fc.option(fc.constantFrom("customs", "border-guard"), { nil: undefined });
const leaf = (kind: "item" | "paragraph" | "cell") => verify.map((by) => ({ id: "", kind, ...(by && { verify: by }) }) as ArticleNode);
const node: fc.Arbitrary<ArticleNode> = fc.oneof(
  leaf("paragraph"),
  fc.record({ id: fc.constant(""), kind: fc.constant("heading" as const), level: fc.constantFrom<2 | 3>(2, 3) }),
  fc.record({ id: fc.constant(""), kind: fc.constant("callout" as const), tone: fc.constantFrom<"note" | "warning">("note", "warning") }),
  fc
    .tuple(fc.constantFrom("list", "steps"), verify, fc.array(leaf("item"), { minLength: 1, maxLength: 3 }))
    .map(([kind, by, children]) => ({ id: "", kind, ...(by && { verify: by }), children }) as ArticleNode),
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, width]) =>
    fc
      .array(
        fc.array(leaf("cell"), { minLength: width, maxLength: width }).map((children) => ({ id: "", kind: "row", children })),
        { minLength: rows, maxLength: rows },
      )
      .map((children) => ({ id: "", kind: "table", children }) as ArticleNode),
  ),
  fc.constant<ArticleNode>({ id: "", kind: "facts", facts: ["cash-usd", "visa.fee"] }),
  fc.boolean().map((captioned) => figureOf(captioned)),
  fc.constant<ArticleNode>({ id: "", kind: "contact", agency: "customs", verify: "customs" }),
);
const tree: fc.Arbitrary<ArticleTree> = fc.array(node, { maxLength: 6 }).map((nodes) => {
  const fresh = structuredClone(nodes);
  for (const [index, one] of [...walk(fresh)].entries()) one.id = `n${index}`;
  return fresh;
});
const TEXTS = [
  "",
  "Gọi **ngay [113](tel:113)**, mang {{fact:cash-usd}}.",
  "[**Hải quan** Lạng Sơn](https://customs.gov.vn)",
  "口岸 *",
  "một\nhai",
  "{{fact:a}}{{fact:a}}",
];
const written = tree.chain((tree) =>
  fc
    .array(fc.constantFrom(...TEXTS), { minLength: segmentsOf(tree).length, maxLength: segmentsOf(tree).length })
    .map((texts) => ({ tree, texts: Object.fromEntries(segmentsOf(tree).map((id, index) => [id, texts[index] ?? ""])) })),
);

describe("an article in the editor", () => {
  it("comes back as it was: structure, ids, marks to be verified, words", () => {
    fc.assert(
      fc.property(written, (article) => {
        const doc = Node.fromJSON(schema, docOf(article));
        doc.check();
        expect(writtenOf(doc.toJSON())).toEqual(article);
      }),
    );
  });

  it("keeps no empty line that nobody wrote in, and every one that was saved", () => {
    fc.assert(
      fc.property(written, (article) => {
        const none = withoutUnwritten(article, new Set());
        const place = new Set<ArticleNode["kind"]>(["cell", "alt"]);
        for (const one of walk(none.tree)) if (carriesWords(one) && !place.has(one.kind)) expect(none.texts[one.id]).not.toBe("");
        for (const one of walk(none.tree)) if ("children" in one) expect(one.children.length).toBeGreaterThan(0);
        const all = withoutUnwritten(article, new Set([...walk(article.tree)].map(({ id }) => id)));
        const isEmptyCaption = (one: ArticleNode) => one.kind === "caption" && !article.texts[one.id];
        expect([...walk(all.tree)].map(({ id }) => id)).toEqual([...walk(article.tree)].filter((one) => !isEmptyCaption(one)).map(({ id }) => id));
      }),
    );
  });
});
