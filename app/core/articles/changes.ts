import { hashOf } from "../hash.ts";
import type { SegmentTexts } from "./article.ts";
import { type ArticleNode, type ArticleTree, segmentsOf, shapeOf, walk } from "./tree.ts";

/** An article in one language, as somebody wrote it. */
export interface Written {
  tree: ArticleTree;
  texts: SegmentTexts;
}

/** What differs between two states of an article in one segment. "" stands for no words. */
export interface SegmentChange {
  segment: string;
  kind: "added" | "removed" | "changed";
  before: string;
  after: string;
}

/** Every segment whose words differ, in the order in which they are read: of the later state, removed ones at the end. */
export function segmentChanges(before: Written, after: Written): SegmentChange[] {
  const earlier = new Set(segmentsOf(before.tree));
  const later = segmentsOf(after.tree);
  const kept = later.flatMap((segment): SegmentChange[] => {
    const texts = { before: earlier.has(segment) ? (before.texts[segment] ?? "") : "", after: after.texts[segment] ?? "" };
    if (!earlier.has(segment)) return [{ segment, kind: "added", ...texts }];
    return texts.before === texts.after ? [] : [{ segment, kind: "changed", ...texts }];
  });
  const still = new Set(later);
  const removed = [...earlier].filter((segment) => !still.has(segment));
  return [...kept, ...removed.map((segment): SegmentChange => ({ segment, kind: "removed", before: before.texts[segment] ?? "", after: "" }))];
}

/** Whether two trees are the same structure. */
export const sameTree = (a: ArticleTree, b: ArticleTree): boolean => hashOf(a) === hashOf(b);

/** Whether nodes that both trees have stand in another order, or have another shape: what a list of segments does not tell. */
export function reshaped(before: ArticleTree, after: ArticleTree): boolean {
  const kept = (tree: ArticleTree, other: ArticleTree): ArticleNode[] => {
    const ids = new Set([...walk(other)].map(({ id }) => id));
    return [...walk(tree)].filter(({ id }) => ids.has(id));
  };
  return hashOf(kept(before, after).map(shapeOf)) !== hashOf(kept(after, before).map(shapeOf));
}
