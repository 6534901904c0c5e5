import type { Written } from "../../../core/articles/changes.ts";
import { type MarkedWords, markedWords, textOfMarkedWords } from "../../../core/articles/marked-words.ts";
import { type ArticleNode, type ArticleTree, childrenOf, type Figure, HEAD_SEGMENTS, type SegmentId } from "../../../core/articles/tree.ts";

/** A document as the editor's library writes it: plain data. */
export interface DocJson {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocJson[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

interface KindMapping {
  /** What holds its content: words of its own, further nodes, nothing. */
  holds: "words" | "nodes" | "nothing";
  /** Its fields besides id, verify and children, which are attributes of the document's node. */
  fields: readonly string[];
}

/** How each kind of node stands in the document: under its own name. A new kind is a line here, and a node in schema.ts. */
export const KINDS: Readonly<Record<ArticleNode["kind"], KindMapping>> = {
  heading: { holds: "words", fields: ["level"] },
  paragraph: { holds: "words", fields: [] },
  callout: { holds: "words", fields: ["tone"] },
  item: { holds: "words", fields: [] },
  cell: { holds: "words", fields: [] },
  list: { holds: "nodes", fields: [] },
  steps: { holds: "nodes", fields: [] },
  table: { holds: "nodes", fields: [] },
  row: { holds: "nodes", fields: [] },
  facts: { holds: "nothing", fields: ["facts"] },
  contact: { holds: "nothing", fields: ["agency"] },
  figure: { holds: "nodes", fields: ["picture"] },
  alt: { holds: "words", fields: [] },
  caption: { holds: "words", fields: [] },
};

/** The names of marks in the document. */
export const STRONG = "bold";
export const LINK = "link";
export const FACT = "fact";

/** An article in one language as a document: title and summary are its first two nodes. */
export const docOf = ({ tree, texts }: Written): DocJson => ({
  type: "doc",
  content: [...HEAD_SEGMENTS.map((segment) => ({ type: segment, ...wordsOf(texts[segment] ?? "") })), ...tree.map((node) => docNode(node, texts))],
});

function docNode(node: ArticleNode, texts: Readonly<Record<SegmentId, string>>): DocJson {
  const { holds, fields } = KINDS[node.kind];
  const own = node as unknown as Record<string, unknown>;
  const attrs = { id: node.id, verify: node.verify ?? null, ...Object.fromEntries(fields.map((field) => [field, own[field]])) };
  if (holds === "words") return { type: node.kind, attrs, ...wordsOf(texts[node.id] ?? "") };
  if (holds === "nodes") return { type: node.kind, attrs, content: childrenOf(node).map((child) => docNode(child, texts)) };
  return { type: node.kind, attrs };
}

/** The tree of a document and the words of its segments. Nodes without an id are no part of it: the ids' rule gives each one. */
export function writtenOf(doc: DocJson): Written {
  const texts: Record<SegmentId, string> = {};
  const [title, summary, ...blocks] = doc.content ?? [];
  for (const [index, head] of [title, summary].entries()) texts[HEAD_SEGMENTS[index] as SegmentId] = textOf(head?.content);
  return { tree: treeNodes(blocks, texts), texts };
}

const treeNodes = (nodes: readonly DocJson[], texts: Record<SegmentId, string>): ArticleTree =>
  nodes.flatMap((node): ArticleNode[] => {
    if (!Object.hasOwn(KINDS, node.type)) return [];
    const { holds, fields } = KINDS[node.type as ArticleNode["kind"]];
    const { id, verify, ...attrs } = node.attrs ?? {};
    if (typeof id !== "string") return [];
    if (holds === "words") texts[id] = textOf(node.content);
    const children = holds === "nodes" ? { children: treeNodes(node.content ?? [], texts) } : {};
    const own = Object.fromEntries(fields.map((field) => [field, attrs[field]]));
    return [{ id, kind: node.type, ...(typeof verify === "string" && { verify }), ...own, ...children } as ArticleNode];
  });

/** A segment's text as a node's content; a node of no text may not stand in a document. */
function wordsOf(text: string): { content?: DocJson[] } {
  const words = markedWords(text);
  return words.length ? { content: words.map(inlineNode) } : {};
}

/** The same, for placing into a document: empty for no words. */
export const inlineContent = (text: string): DocJson[] => wordsOf(text).content ?? [];

function inlineNode({ text, fact, strong, href }: MarkedWords): DocJson {
  const marks = [...(href === null ? [] : [{ type: LINK, attrs: { href } }]), ...(strong ? [{ type: STRONG }] : [])];
  const node: DocJson = fact === undefined ? { type: "text", text: text ?? "" } : { type: FACT, attrs: { key: fact } };
  return marks.length ? { ...node, marks } : node;
}

function textOf(content: readonly DocJson[] = []): string {
  const words = content.flatMap((node): MarkedWords[] => {
    const strong = node.marks?.some(({ type }) => type === STRONG) ?? false;
    const link = node.marks?.find(({ type }) => type === LINK)?.attrs?.href;
    const marks = { strong, href: typeof link === "string" ? link : null };
    if (node.type === FACT) return [{ fact: String(node.attrs?.key), ...marks }];
    return node.text ? [{ text: node.text.replaceAll("\u00a0", " "), ...marks }] : [];
  });
  return textOfMarkedWords(words).normalize("NFC").trim();
}

/**
 * What of a document is worth keeping: paragraphs, headings, items and notes that never had words and were never saved are but the
 * place where somebody is about to write. `known`: nodes that are saved already. A caption without words is none, saved or not.
 */
export function withoutUnwritten({ tree, texts }: Written, known: ReadonlySet<string>): Written {
  const isUnwritten = ({ id, kind }: ArticleNode) => kind !== "cell" && KINDS[kind].holds === "words" && !texts[id] && !known.has(id);
  const hasCaption = ({ children: [, caption] }: Figure) => caption !== undefined && Boolean(texts[caption.id]);
  const kept = tree.flatMap((node): ArticleTree => {
    if (node.kind === "figure") return [hasCaption(node) ? node : { ...node, children: [node.children[0]] }];
    if (node.kind !== "list" && node.kind !== "steps") return isUnwritten(node) ? [] : [node];
    const children = node.children.filter((item) => !isUnwritten(item));
    return children.length ? [{ ...node, children }] : [];
  });
  return { tree: kept, texts };
}
