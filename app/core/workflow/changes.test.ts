import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EditionBody } from "../articles/edition.ts";
import type { ArticleTree } from "../articles/tree.ts";
import type { Fact } from "../facts/fact.ts";
import { changesBetween, isNoChange } from "./changes.ts";

const fact = (amount: number): Fact => ({
  key: "fee",
  label: { vi: "Phí", zh: "费用" },
  value: { type: "money", amount, currency: "VND" },
  agency: "customs",
  mark: "confirmed",
  verifiedOn: null,
  verifyAgainBy: null,
  source: null,
});
const TREE: ArticleTree = [
  { id: "h", kind: "heading", level: 2 },
  { id: "p", kind: "paragraph" },
  {
    id: "list",
    kind: "list",
    children: [
      { id: "i1", kind: "item" },
      { id: "i2", kind: "item" },
    ],
  },
];
const words = (lang: string) => ({ title: `${lang} t`, summary: `${lang} s`, h: `${lang} h`, p: `${lang} p`, i1: `${lang} 1`, i2: `${lang} 2` });
const BODY: EditionBody = {
  tree: TREE,
  about: { kind: "article", notice: null, topic: "hours", gates: [], agency: "customs", verifiedOn: null, verifyAgainBy: null },
  texts: { vi: words("vi"), zh: words("zh") },
  facts: { fee: fact(100) },
};
const [HEADING, PARAGRAPH, LIST] = TREE as [ArticleTree[number], ArticleTree[number], Extract<ArticleTree[number], { kind: "list" }>];
const withTree = (tree: ArticleTree): EditionBody => ({ ...BODY, tree });

describe("what readers would find different", () => {
  it("is nothing between a content and itself", () => {
    expect(isNoChange(changesBetween(BODY, structuredClone(BODY)))).toBe(true);
  });

  it("is everything where they have seen nothing", () => {
    const { segments, structure } = changesBetween(null, BODY);
    expect(segments.map(({ segment, what }) => `${segment} ${what}`)).toEqual(["title", "summary", "h", "p", "i1", "i2"].map((segment) => `${segment} added`));
    expect(structure).toEqual([]);
  });

  it("is named segment by segment, also where one language alone changed", () => {
    const { segments } = changesBetween(BODY, { ...BODY, texts: { ...BODY.texts, zh: { ...BODY.texts.zh, p: "新" } } });
    expect(segments).toMatchObject([{ segment: "p", kind: "paragraph", what: "changed" }]);
    expect(segments[0]?.texts.vi.every(({ kind }) => kind === "same")).toBe(true);
    expect(segments[0]?.texts.zh.some(({ kind }) => kind === "added")).toBe(true);
  });

  it("tells parts that came and went, with their words, and boxes without words", () => {
    const box = { id: "box", kind: "facts" as const, facts: ["fee"] };
    const more = withTree([HEADING, PARAGRAPH, LIST, box]);
    expect(changesBetween(BODY, more).structure).toEqual([{ id: "box", kind: "facts", what: "added" }]);
    expect(changesBetween(more, BODY).structure).toEqual([{ id: "box", kind: "facts", what: "removed" }]);
    const less = changesBetween(BODY, withTree([HEADING, LIST]));
    expect(less.segments).toMatchObject([{ segment: "p", what: "removed" }]);
    expect(less.structure).toEqual([]);
  });

  it("tells what was moved: a list once, not its items; an item among its own", () => {
    const moved = (tree: ArticleTree) => changesBetween(BODY, withTree(tree)).structure.map(({ id, what }) => `${id} ${what}`);
    expect(moved([LIST, HEADING, PARAGRAPH]).every((line) => line.endsWith("moved"))).toBe(true);
    expect(moved([HEADING, LIST, PARAGRAPH])).toEqual(["p moved"]);
    expect(moved([HEADING, PARAGRAPH, { ...LIST, children: [...LIST.children].reverse() }])).toHaveLength(1);
    const steps = { ...LIST, id: "other", kind: "steps" as const };
    expect(moved([HEADING, PARAGRAPH, steps])).toEqual(["other added", "i1 moved", "i2 moved", "list removed"]);
  });

  it("tells another kind, level or mark of a part", () => {
    const other = withTree([{ id: "h", kind: "heading", level: 3 }, { id: "p", kind: "callout", tone: "warning" }, LIST]);
    expect(changesBetween(BODY, other).structure).toEqual([
      { id: "h", kind: "heading", what: "changed" },
      { id: "p", kind: "callout", what: "changed" },
    ]);
  });

  it("tells particulars and facts by their values", () => {
    const { particulars, facts } = changesBetween(BODY, { ...BODY, about: { ...BODY.about, topic: "cash" }, facts: { fee: fact(200), other: fact(1) } });
    expect(particulars).toEqual([{ field: "topic", before: "hours", after: "cash" }]);
    expect(facts.map(({ key, before, after }) => [key, before?.value ?? null, after?.value])).toEqual([
      ["fee", fact(100).value, fact(200).value],
      ["other", null, fact(1).value],
    ]);
  });

  it("any other order of the same parts is seen, whatever it is", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const tree = (order: string[]): ArticleTree => order.map((id) => ({ id, kind: "paragraph" }));
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 5 }), (order) => {
        const { structure } = changesBetween(withTree(tree(ids)), withTree(tree(order)));
        expect(structure.length > 0).toBe(String(order) !== String(ids));
        expect(structure.length).toBeLessThan(ids.length);
      }),
    );
  });
});
