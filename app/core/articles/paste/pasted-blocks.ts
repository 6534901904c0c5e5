import { isSafeHref } from "../inline.ts";
import { type HtmlElement, type HtmlPart, textWithin } from "./html-tree.ts";
import { collapsed, type PastedWords, plainOf } from "./inline-words.ts";

/** What a clipboard's HTML comes to: blocks that an article knows. */
export type PastedBlock =
  | { kind: "paragraph"; words: PastedWords[] /** False: it is but a stretch of words, no block of its own. */; whole: boolean }
  | { kind: "heading"; level: 2 | 3; words: PastedWords[] }
  | { kind: "list"; ordered: boolean; items: PastedWords[][] }
  | { kind: "table"; rows: PastedWords[][][] }
  /** Only its place, and what the document calls it: an address of its own computer, of a web page, or the very bytes. */
  | { kind: "picture"; source: string };

/** Nothing in them is for reading. */
const DROPPED: ReadonlySet<string> = new Set(
  "head script style title xml template noscript object embed iframe svg math video audio canvas map input select textarea button del s strike rt rp".split(
    " ",
  ),
);
/** Office's own vocabularies, but for those that merely wrap words. */
const FOREIGN = /^(?!o:p$|st1:)[a-z0-9]+:/;
const BLOCK: ReadonlySet<string> = new Set(
  "p div section article header footer main aside nav figure figcaption blockquote pre address dl dt dd fieldset form center body html hr details summary".split(
    " ",
  ),
);
const HEADING_LEVEL: Readonly<Record<string, 2 | 3>> = { h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 };
/** What Word puts before an item that is counted: "1.", "a)", "(iv)", "一、". */
const COUNTED = /^[（(]?(?:\d+|[a-z]|[ivxlcdm]+|[一二三四五六七八九十]+)[.)）、．]/i;

type Marks = Pick<PastedWords, "strong" | "href">;
const UNMARKED: Marks = { strong: false, href: null };

/** Collects blocks in order. Words wait until the block they belong to ends. */
class Collector {
  readonly blocks: PastedBlock[] = [];
  private waiting: PastedWords[] = [];
  /** What the waiting words are; null: words outside any block. */
  private as: "paragraph" | 2 | 3 | { ordered: boolean } | null = null;
  /** Inside a cell or an item, blocks are but words with a space between. */
  private flat = 0;

  say(text: string, marks: Marks): void {
    this.waiting.push({ text, ...marks });
  }

  /** A line's end within a block. */
  breakLine(): void {
    if (this.flat) this.say(" ", UNMARKED);
    else this.begin(this.as ?? "paragraph");
  }

  /** A picture stands between blocks: one inside an item or a cell comes after its list or table. */
  picture(source: string): void {
    if (this.flat) {
      this.later.push(source);
      return;
    }
    this.end();
    this.placeLater();
    this.blocks.push({ kind: "picture", source });
  }
  private later: string[] = [];

  /** The pictures of the list or table that has ended. */
  placeLater(): void {
    for (const source of this.later.splice(0)) this.blocks.push({ kind: "picture", source });
  }

  /** Ends what came before. Inside an item or a cell: a space. */
  begin(as: Collector["as"]): void {
    if (this.flat) {
      this.say(" ", UNMARKED);
      return;
    }
    this.end();
    this.as = as;
  }

  end(): void {
    const { as } = this;
    const words = collapsed(this.waiting);
    this.waiting = [];
    if (words.length === 0) return;
    if (as === null || typeof as !== "object") this.placeLater();
    if (as === 2 || as === 3) this.blocks.push({ kind: "heading", level: as, words: words.map((one) => ({ ...one, strong: false })) });
    else if (typeof as === "object" && as) this.addItem(as.ordered, words);
    else this.blocks.push({ kind: "paragraph", words, whole: as === "paragraph" });
  }

  /** One item of a list; what is inside becomes its words. */
  item(ordered: boolean, fill: () => void): void {
    this.begin({ ordered });
    const was = this.flat;
    this.flat = was || 1;
    fill();
    this.flat = was;
    if (!was) {
      this.end();
      this.as = "paragraph";
    }
  }

  /** The words of a cell. */
  cell(fill: () => void): PastedWords[] {
    const kept = { waiting: this.waiting, flat: this.flat };
    this.waiting = [];
    this.flat = 1;
    fill();
    const words = collapsed(this.waiting);
    this.waiting = kept.waiting;
    this.flat = kept.flat;
    return words;
  }

  table(rows: PastedWords[][][]): void {
    if (this.flat) {
      for (const words of rows.flat()) this.waiting.push({ text: " ", ...UNMARKED }, ...words);
      return;
    }
    this.end();
    this.as = "paragraph";
    this.blocks.push({ kind: "table", rows });
    this.placeLater();
  }

  get isFlat(): boolean {
    return this.flat > 0;
  }

  /** Ends the list that is being collected, so that the next item begins another one. */
  newList(): void {
    if (this.flat) return;
    this.end();
    this.as = "paragraph";
    this.fresh = true;
  }
  private fresh = false;

  private addItem(ordered: boolean, words: PastedWords[]): void {
    const last = this.blocks.at(-1);
    if (!this.fresh && last?.kind === "list" && last.ordered === ordered) last.items.push(words);
    else this.blocks.push({ kind: "list", ordered, items: [words] });
    this.fresh = false;
  }
}

/** The blocks that a document's tree says, in reading order; what an article does not know becomes words or falls away. */
export function pastedBlocks(root: HtmlElement): PastedBlock[] {
  const out = new Collector();
  visitAll(root.children, UNMARKED, out);
  out.end();
  out.placeLater();
  return out.blocks.filter((block) => block.kind !== "table" || block.rows.length > 0);
}

function visitAll(parts: readonly HtmlPart[], marks: Marks, out: Collector): void {
  for (const part of parts) {
    if (typeof part === "string") out.say(part, marks);
    else visit(part, marks, out);
  }
}

function visit(element: HtmlElement, marks: Marks, out: Collector): void {
  const { name, children } = element;
  const style = styleOf(element);
  if (DROPPED.has(name) || FOREIGN.test(name) || isHidden(style) || isMarker(style)) return;
  const level = HEADING_LEVEL[name] ?? headingOfWord(element, style);
  const item = name === "p" && !level ? wordItem(element, style) : null;
  if (name === "br") out.breakLine();
  else if (name === "img") pictureOf(element, out);
  else if (level) asBlock(level, element, marks, out);
  else if (item || name === "li") out.item(item?.ordered ?? false, () => visitAll(children, marks, out));
  else if (name === "ul" || name === "ol" || name === "menu") visitList(element, name === "ol", marks, out);
  else if (name === "table") visitTable(element, marks, out);
  else if (BLOCK.has(name)) asBlock("paragraph", element, marks, out);
  else visitAll(children, marksWith(element, style, marks), out);
}

/** Smaller pictures, in pixels, count visits or fill a gap. */
const SMALLEST = 8;

function pictureOf({ attributes: { src = "", width, height } }: HtmlElement, out: Collector): void {
  const isSpeck = [width, height].some((side) => side !== undefined && Number.parseFloat(side) < SMALLEST);
  if (src.trim() && !isSpeck) out.picture(src.trim());
}

function asBlock(as: "paragraph" | 2 | 3, { children }: HtmlElement, marks: Marks, out: Collector): void {
  out.begin(as);
  visitAll(children, marks, out);
  out.begin("paragraph");
}

/** A list inside a list becomes more items of the outer one: a segment's address has no depth. */
function visitList(list: HtmlElement, ordered: boolean, marks: Marks, out: Collector): void {
  if (!out.isFlat) out.newList();
  const items = (parts: readonly HtmlPart[]) => {
    for (const part of parts) {
      if (typeof part === "string") continue;
      if (part.name === "ul" || part.name === "ol") items(part.children);
      else if (part.name === "li") {
        const nested = part.children.filter((child) => typeof child !== "string" && (child.name === "ul" || child.name === "ol"));
        out.item(ordered, () =>
          visitAll(
            part.children.filter((child) => !nested.includes(child)),
            marks,
            out,
          ),
        );
        for (const inner of nested) items((inner as HtmlElement).children);
      } else visit(part, marks, out);
    }
  };
  items(list.children);
  if (!out.isFlat) out.newList();
}

function visitTable(table: HtmlElement, marks: Marks, out: Collector): void {
  const rows = rowsOf(table);
  const width = Math.max(0, ...rows.map((row) => row.length));
  // A table of one column only lays out a page.
  if (width < 2) {
    for (const cell of rows.flat()) asBlock("paragraph", cell, marks, out);
    return;
  }
  if (!out.isFlat) {
    out.end();
    out.placeLater();
  }
  const words = rows.map((row) => Array.from({ length: width }, (_, index) => cellWords(row[index], marks, out)));
  const [head, ...body] = words.filter((row) => row.some((cell) => plainOf(cell) !== ""));
  // The first row is the header, which is set strong anyway.
  if (head) out.table([head.map((cell) => cell.map((one) => ({ ...one, strong: false }))), ...body]);
}

const cellWords = (cell: HtmlElement | undefined, marks: Marks, out: Collector): PastedWords[] =>
  cell ? out.cell(() => visitAll(cell.children, marks, out)) : [];

/** Rows of cells, not those of a table within; a cell over several columns leaves the others empty. */
function rowsOf(table: HtmlElement): HtmlElement[][] {
  const within = (element: HtmlElement): HtmlElement[] =>
    element.children.flatMap((part) =>
      typeof part === "string" ? [] : part.name === "tr" ? [part] : /^(thead|tbody|tfoot)$/.test(part.name) ? within(part) : [],
    );
  return within(table).map((row) =>
    row.children.flatMap((part) => {
      if (typeof part === "string" || (part.name !== "td" && part.name !== "th")) return [];
      const span = Math.min(20, Math.max(1, Number.parseInt(part.attributes.colspan ?? "1", 10) || 1));
      return [part, ...Array.from({ length: span - 1 }, (): HtmlElement => ({ name: "td", attributes: {}, children: [] }))];
    }),
  );
}

type Style = Readonly<Record<string, string>>;

const styleOf = ({ attributes }: HtmlElement): Style =>
  Object.fromEntries(
    (attributes.style ?? "").split(";").flatMap((rule) => {
      const at = rule.indexOf(":");
      return at < 0
        ? []
        : [
            [
              rule.slice(0, at).trim().toLowerCase(),
              rule
                .slice(at + 1)
                .trim()
                .toLowerCase(),
            ],
          ];
    }),
  );

const isHidden = (style: Style): boolean => style.display === "none" || style["mso-hide"] === "all" || style.visibility === "hidden";
/** The bullet or number that Word writes into the text of an item. */
const isMarker = (style: Style): boolean => style["mso-list"] === "ignore";

/** Word's title, and paragraphs that it counts as headings. */
function headingOfWord({ name, attributes }: HtmlElement, style: Style): 2 | 3 | null {
  if (name !== "p") return null;
  if (/^MsoTitle/.test(attributes.class ?? "")) return 2;
  const outline = Number.parseInt(style["mso-outline-level"] ?? "", 10);
  return outline >= 1 && outline <= 6 ? (outline <= 2 ? 2 : 3) : null;
}

/** Word writes items as paragraphs with a style. Counted or not is told by the marker. */
function wordItem(element: HtmlElement, style: Style): { ordered: boolean } | null {
  const list = style["mso-list"];
  if (!list || !/\bl\d+\b/.test(list)) return null;
  return { ordered: COUNTED.test(markerOf(element).trim()) };
}

function markerOf(element: HtmlElement): string {
  for (const part of element.children) {
    if (typeof part === "string") continue;
    if (isMarker(styleOf(part))) return textWithin(part);
    const inside = markerOf(part);
    if (inside) return inside;
  }
  return "";
}

function marksWith({ name, attributes }: HtmlElement, style: Style, marks: Marks): Marks {
  const weight = style["font-weight"];
  const strong = weight ? /^(?:bold|bolder|[6-9]00)$/.test(weight) : name === "b" || name === "strong" || marks.strong;
  const href = name === "a" ? (attributes.href ?? "").trim() : null;
  return { strong, href: href && isSafeHref(href) && !/[()\s]/.test(href) ? href : marks.href };
}
