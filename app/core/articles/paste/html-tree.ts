import { htmlTokens } from "./html-tokens.ts";

export interface HtmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: HtmlPart[];
}
export type HtmlPart = HtmlElement | string;

const BLOCKS: ReadonlySet<string> = new Set([
  "p",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "dl",
  "table",
  "blockquote",
  "pre",
  "section",
  "article",
  "hr",
]);
/** What an opening tag ends that was left open, and what it may not reach beyond. */
const ENDS: Readonly<Record<string, { ends: readonly string[]; within: readonly string[] }>> = {
  li: { ends: ["li"], within: ["ul", "ol"] },
  tr: { ends: ["tr", "td", "th"], within: ["table"] },
  td: { ends: ["td", "th"], within: ["tr", "table"] },
  th: { ends: ["td", "th"], within: ["tr", "table"] },
};
/** Their end reaches beyond what is open inside; the end of anything else never leaves its cell. */
const OF_TABLES: ReadonlySet<string> = new Set(["table", "thead", "tbody", "tfoot", "tr", "td", "th"]);
/** Beyond so many open tags what comes is put beside, not inside: nobody's document is so deep. */
const DEEPEST = 200;

/** HTML as a tree. Tags left open end where browsers end them, as far as documents from word processors and web pages need it. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = { name: "#root", attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  const closeTo = (index: number) => {
    if (index > 0) open.length = index;
  };
  const lastOpen = (names: readonly string[], within: readonly string[] = []): number => {
    for (let index = open.length - 1; index > 0; index -= 1) {
      const { name } = open[index] as HtmlElement;
      if (names.includes(name)) return index;
      if (within.includes(name)) return -1;
    }
    return -1;
  };
  for (const token of htmlTokens(html)) {
    const parent = open.at(-1) as HtmlElement;
    if (token.kind === "text") parent.children.push(token.text);
    else if (token.kind === "close") closeTo(lastOpen([token.name], OF_TABLES.has(token.name) ? [] : ["table", "td", "th"]));
    else {
      const rule = ENDS[token.name];
      if (rule) {
        for (let index = lastOpen(rule.ends, rule.within); index > 0; index = lastOpen(rule.ends, rule.within)) closeTo(index);
      } else if (BLOCKS.has(token.name)) closeTo(lastOpen(["p"], ["td", "th", "li", "table", "div", "blockquote"]));
      const element: HtmlElement = { name: token.name, attributes: token.attributes, children: [] };
      (open.at(-1) as HtmlElement).children.push(element);
      if (!token.empty && open.length < DEEPEST) open.push(element);
    }
  }
  return root;
}

/** Everything an element says, without its tags. */
export const textWithin = (part: HtmlPart): string => (typeof part === "string" ? part : part.children.map(textWithin).join(""));
