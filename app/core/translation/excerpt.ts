import { type ArticleTree, childrenOf, type SegmentId } from "../articles/tree.ts";

/**
 * The least of an article in which a segment looks as it does there: its list with this one item, its table with the head and this row.
 * Empty for what the tree does not hold (title, summary).
 */
export function excerptOf(tree: ArticleTree, segment: SegmentId): ArticleTree {
  return tree.flatMap((node): ArticleTree => {
    if (node.id === segment) return [node];
    if (node.kind === "list" || node.kind === "steps") {
      const children = node.children.filter(({ id }) => id === segment);
      return children.length ? [{ ...node, children }] : [];
    }
    if (node.kind === "table") {
      const row = node.children.findIndex(({ children }) => children.some(({ id }) => id === segment));
      return row < 0 ? [] : [{ ...node, children: node.children.filter((_, at) => at === 0 || at === row) }];
    }
    return childrenOf(node).some(({ id }) => id === segment) ? [node] : [];
  });
}
