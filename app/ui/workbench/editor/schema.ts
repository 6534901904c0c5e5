import { type AnyExtension, Mark, mergeAttributes, Node } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { isSafeHref } from "../../../core/articles/inline.ts";
import { IDENTITY } from "./identity.ts";
import { pictureNodes } from "./picture/nodes.ts";

/** What the document's own marks and boxes show of things that live elsewhere; words are in the article's source language. */
export interface Shown {
  /** A fact's value; null: there is no such fact. */
  fact(key: string): string | null;
  factLabel(key: string): string;
  agency(key: string): { name: string; phone: string | null } | null;
  words: Record<ShownWord, string>;
}

/** What the document says besides what is written in it. */
export const SHOWN_WORDS = [
  "title",
  "summary",
  "note",
  "warning",
  "unknown",
  "unpublished",
  "alt",
  "caption",
  "awaited",
  "awaitedLost",
  "awaitedAdd",
  "awaitedLeave",
] as const;
type ShownWord = (typeof SHOWN_WORDS)[number];

/** Shows nothing but keys: for work on documents without a page. */
export const SHOWN_BARE: Shown = {
  fact: (key) => key,
  factLabel: (key) => key,
  agency: (key) => ({ name: key, phone: null }),
  words: Object.fromEntries(SHOWN_WORDS.map((word) => [word, ""])) as Record<ShownWord, string>,
};

/**
 * What the editor's own libraries ask of some nodes: the one of tables to know their parts; and a whole paragraph that is pasted into an
 * empty one takes its place, so that the segment comes back and not just its words.
 */
const SPECS: Readonly<Record<string, object>> = {
  table: { tableRole: "table" },
  row: { tableRole: "row" },
  cell: { tableRole: "cell" },
  paragraph: { definingForContent: true },
};

const Doc = Node.create({ name: "doc", topNode: true, content: "title summary block*", extendNodeSchema: ({ name }) => SPECS[name] ?? {} });

/** Title and summary: they are always there, and their ids are their names. */
const head = (name: "title" | "summary", shown: Shown) =>
  Node.create({
    name,
    content: "inline*",
    defining: true,
    selectable: false,
    parseHTML: () => [{ tag: `p[data-head=${name}]` }],
    renderHTML: ({ HTMLAttributes }) => [
      "p",
      mergeAttributes(HTMLAttributes, { class: `w-head w-${name}`, "data-head": name, "data-label": shown.words[name] }),
      0,
    ],
  });

const Paragraph = Node.create({
  name: "paragraph",
  group: "block",
  content: "inline*",
  priority: 1000,
  addAttributes: () => IDENTITY,
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ HTMLAttributes }) => ["p", HTMLAttributes, 0],
});

const Heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({ ...IDENTITY, level: { default: 2, rendered: false } }),
  parseHTML: () => [
    { tag: "h1", attrs: { level: 2 } },
    { tag: "h2", attrs: { level: 2 } },
    { tag: "h3", attrs: { level: 3 } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
});

const callout = (shown: Shown) =>
  Node.create({
    name: "callout",
    group: "block",
    content: "inline*",
    defining: true,
    addAttributes: () => ({ ...IDENTITY, tone: { default: "note", rendered: false } }),
    parseHTML: () => (["note", "warning"] as const).map((tone) => ({ tag: `p[data-tone=${tone}]`, attrs: { tone }, priority: 60 })),
    renderHTML: ({ node, HTMLAttributes }) => {
      const tone = node.attrs.tone as "note" | "warning";
      return ["p", mergeAttributes(HTMLAttributes, { class: `w-callout ${tone}`, "data-tone": tone, "data-label": shown.words[tone] }), 0];
    },
  });

const list = (name: "list" | "steps", tag: "ul" | "ol") =>
  Node.create({
    name,
    group: "block",
    content: "item+",
    addAttributes: () => IDENTITY,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes, name === "steps" ? { class: "w-steps" } : {}), 0],
  });

const Item = Node.create({
  name: "item",
  content: "inline*",
  defining: true,
  addAttributes: () => IDENTITY,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
});

const Table = Node.create({
  name: "table",
  group: "block",
  content: "row+",
  isolating: true,
  addAttributes: () => IDENTITY,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
});

const Row = Node.create({
  name: "row",
  content: "cell+",
  addAttributes: () => IDENTITY,
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: ({ HTMLAttributes }) => ["tr", HTMLAttributes, 0],
});

/** Cells never span: an article's rows are all of one length. The library of tables asks for the attributes nevertheless. */
const Cell = Node.create({
  name: "cell",
  content: "inline*",
  isolating: true,
  addAttributes: () => ({
    ...IDENTITY,
    colspan: { default: 1, rendered: false },
    rowspan: { default: 1, rendered: false },
    colwidth: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: "td" }, { tag: "th" }],
  renderHTML: ({ HTMLAttributes }) => ["td", HTMLAttributes, 0],
});

const keysIn = (text: string | undefined): string[] => (text ?? "").split(" ").filter(Boolean);

const factBox = (shown: Shown) =>
  Node.create({
    name: "facts",
    group: "block",
    atom: true,
    addAttributes: () => ({ ...IDENTITY, facts: { default: [], rendered: false, parseHTML: (element: HTMLElement) => keysIn(element.dataset.facts) } }),
    parseHTML: () => [{ tag: "div[data-facts]" }],
    renderHTML: ({ node, HTMLAttributes }) => {
      const keys = node.attrs.facts as string[];
      const rows = keys.map((key) => ["span", {}, ["span", { class: "w-term" }, shown.factLabel(key)], " ", ["b", {}, shown.fact(key) ?? shown.words.unknown]]);
      return ["div", mergeAttributes(HTMLAttributes, { class: "w-facts", "data-facts": keys.join(" ") }), ...rows] as const as never;
    },
  });

const contact = (shown: Shown) =>
  Node.create({
    name: "contact",
    group: "block",
    atom: true,
    addAttributes: () => ({ ...IDENTITY, agency: { default: null, rendered: false, parseHTML: (element: HTMLElement) => element.dataset.agency ?? null } }),
    parseHTML: () => [{ tag: "div[data-agency]" }],
    renderHTML: ({ node, HTMLAttributes }) => {
      const agency = shown.agency(String(node.attrs.agency));
      const rows = agency
        ? [
            ["b", {}, agency.name],
            ["span", {}, agency.phone ?? shown.words.unpublished],
          ]
        : [["b", {}, shown.words.unknown]];
      return ["div", mergeAttributes(HTMLAttributes, { class: "w-contact", "data-agency": String(node.attrs.agency) }), ...rows] as const as never;
    },
  });

/** A reference to a fact, read as its value of today. */
const factInline = (shown: Shown) =>
  Node.create({
    name: "fact",
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({ key: { default: "", rendered: false, parseHTML: (element: HTMLElement) => element.dataset.fact ?? "" } }),
    parseHTML: () => [{ tag: "span[data-fact]" }],
    renderHTML: ({ node }) => {
      const key = String(node.attrs.key);
      const value = shown.fact(key);
      return [
        "span",
        { class: value === null ? "w-fact w-unknown" : "w-fact", "data-fact": key, title: shown.factLabel(key) },
        value ?? `${shown.words.unknown} (${key})`,
      ];
    },
    renderText: ({ node }) => `{{fact:${node.attrs.key}}}`,
  });

const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => (isSafeHref(element.getAttribute("href") ?? "") ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
});

/** The nodes and marks of an article. What stands in the kit beside them would be nothing that readers get. */
export const articleNodes = (shown: Shown): AnyExtension[] => [
  StarterKit.configure({
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    document: false,
    dropcursor: { class: "w-drop", color: false },
    hardBreak: false,
    heading: false,
    horizontalRule: false,
    italic: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    paragraph: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  Doc,
  head("title", shown),
  head("summary", shown),
  Paragraph,
  Heading,
  callout(shown),
  list("list", "ul"),
  list("steps", "ol"),
  Item,
  Table,
  Row,
  Cell,
  factBox(shown),
  contact(shown),
  ...pictureNodes(shown),
  factInline(shown),
  Link,
];
