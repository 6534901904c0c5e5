import type { Picture } from "./picture.ts";

/**
 * An article's structure: one tree, shared by all languages. A node that carries words is a segment; its id never changes
 * and is the paragraph's address everywhere (`#s-<id>`, staleness, approvals, search passages).
 */

/** Lower-case letters, digits and hyphens; unique within its article. */
export type NodeId = string;
export type SegmentId = NodeId;

interface Base {
  id: NodeId;
  /** Key of the agency that still has to confirm what this node says; shown to readers until it does. */
  verify?: string;
}

export interface Heading extends Base {
  kind: "heading";
  level: 2 | 3;
}
export interface Paragraph extends Base {
  kind: "paragraph";
}
export interface Item extends Base {
  kind: "item";
}
export interface List extends Base {
  kind: "list";
  children: Item[];
}
/** Things to do, in order. */
export interface Steps extends Base {
  kind: "steps";
  children: Item[];
}
export interface Callout extends Base {
  kind: "callout";
  tone: "note" | "warning";
}
export interface Cell extends Base {
  kind: "cell";
}
export interface Row extends Base {
  kind: "row";
  children: Cell[];
}
/** The first row is the header. */
export interface Table extends Base {
  kind: "table";
  children: Row[];
}
/** A box of facts: their values, the agency and how sure they are. Carries no words of its own. */
export interface FactBox extends Base {
  kind: "facts";
  facts: string[];
}
/** How to reach an agency; an unpublished phone is shown as such. */
export interface Contact extends Base {
  kind: "contact";
  agency: string;
}

/** What a picture shows, in words: for those who do not see it, and to find it by. Read as plain words. */
export interface Alt extends Base {
  kind: "alt";
}
/** What stands under a picture. */
export interface Caption extends Base {
  kind: "caption";
}
/** A picture with its words; who wants no caption leaves the node out. */
export interface Figure extends Base {
  kind: "figure";
  picture: Picture;
  children: [Alt] | [Alt, Caption];
}

export type ArticleNode = Heading | Paragraph | Item | List | Steps | Callout | Cell | Row | Table | FactBox | Contact | Alt | Caption | Figure;
export type ArticleTree = ArticleNode[];

/** Every article has these two segments besides those of its tree. */
export const HEAD_SEGMENTS: readonly SegmentId[] = ["title", "summary"];

const WITH_WORDS: ReadonlySet<ArticleNode["kind"]> = new Set(["heading", "paragraph", "item", "callout", "cell", "alt", "caption"]);
const INSIDE: Partial<Record<ArticleNode["kind"], readonly ArticleNode["kind"][]>> = {
  list: ["item"],
  steps: ["item"],
  table: ["row"],
  row: ["cell"],
  figure: ["alt", "caption"],
};
const ONLY_INSIDE: ReadonlySet<ArticleNode["kind"]> = new Set(Object.values(INSIDE).flat());
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const childrenOf = (node: ArticleNode): ArticleNode[] => ("children" in node ? node.children : []);
export const carriesWords = (node: ArticleNode): boolean => WITH_WORDS.has(node.kind);

/** All nodes, in the order in which they are read. */
export function* walk(tree: readonly ArticleNode[]): Generator<ArticleNode> {
  for (const node of tree) {
    yield node;
    yield* walk(childrenOf(node));
  }
}

/** The article's segments in reading order, title and summary first. The same for every language. */
export function segmentsOf(tree: ArticleTree): SegmentId[] {
  return [...HEAD_SEGMENTS, ...[...walk(tree)].filter(carriesWords).map((node) => node.id)];
}

/** What is wrong with a tree, as short codes with the node's id; empty when it may be kept. */
export function faultsOf(tree: ArticleTree): string[] {
  const faults: string[] = [];
  const seen = new Set<NodeId>(HEAD_SEGMENTS);
  const visit = (node: ArticleNode, within: ArticleNode["kind"] | null) => {
    if (!ID.test(node.id)) faults.push(`id:${node.id}`);
    if (seen.has(node.id)) faults.push(`twice:${node.id}`);
    seen.add(node.id);
    if (within ? !INSIDE[within]?.includes(node.kind) : ONLY_INSIDE.has(node.kind)) faults.push(`place:${node.id}`);
    const children = childrenOf(node);
    if (node.kind in INSIDE && children.length === 0) faults.push(`empty:${node.id}`);
    if (node.kind === "table" && new Set(node.children.map((row) => row.children.length)).size > 1) faults.push(`ragged:${node.id}`);
    if (node.kind === "figure" && !/^alt(?: caption)?$/.test(children.map(({ kind }) => kind).join(" "))) faults.push(`figure:${node.id}`);
    if (node.kind === "facts" && node.facts.length === 0) faults.push(`empty:${node.id}`);
    for (const child of children) visit(child, node.kind);
  };
  for (const node of tree) visit(node, null);
  return faults;
}

/** A node without its children's content. */
export function shapeOf(node: ArticleNode): object {
  if (!("children" in node)) return node;
  return { ...node, children: node.children.map((child) => child.id) };
}

/**
 * What an approval of each node's words depends on besides them: its own shape; of words about a picture, the picture too, since they
 * may be wrong of another one.
 */
export function shapesOf(tree: ArticleTree): Map<NodeId, object> {
  const shapes = new Map<NodeId, object>();
  for (const node of walk(tree)) {
    if (!shapes.has(node.id)) shapes.set(node.id, shapeOf(node));
    if (node.kind === "figure") for (const child of node.children) shapes.set(child.id, { ...shapeOf(child), of: node.picture });
  }
  return shapes;
}
