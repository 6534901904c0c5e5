/**
 * The small markup inside a segment's text, the same in every language and safe to show to a translator:
 *   **strong**   [words](https://… | tel:… | mailto:…)   {{fact:key}}
 * Nothing else has a meaning; there is no HTML.
 */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] }
  | { kind: "fact"; key: string };

const TOKEN = /\*\*(?<strong>(?:(?!\*\*)[\s\S])+)\*\*|\[(?<words>[^[\]]+)\]\((?<href>[^()\s]+)\)|\{\{fact:(?<fact>[a-z0-9][a-z0-9.-]*)\}\}/gu;
const SAFE_HREF = /^(?:https:\/\/|tel:|mailto:)/i;

export const isSafeHref = (href: string): boolean => SAFE_HREF.test(href);

/** Reads a segment's text. Anything that is not markup is text, so every string can be read. */
export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const { strong, words, href, fact } = match.groups as Record<string, string | undefined>;
    if (href !== undefined && !isSafeHref(href)) continue;
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    if (strong !== undefined) parts.push({ kind: "strong", children: parseInline(strong) });
    else if (words !== undefined && href !== undefined) parts.push({ kind: "link", href, children: parseInline(words) });
    else if (fact !== undefined) parts.push({ kind: "fact", key: fact });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

/** The keys of the facts a text refers to, each once, in order of appearance. */
export function factsIn(text: string): string[] {
  const keys = new Set<string>();
  const visit = (parts: Inline[]) => {
    for (const part of parts) {
      if (part.kind === "fact") keys.add(part.key);
      else if (part.kind !== "text") visit(part.children);
    }
  };
  visit(parseInline(text));
  return [...keys];
}

/** The words alone; `fact` says what a reference reads as. */
export function plainText(text: string, fact: (key: string) => string): string {
  const read = (parts: Inline[]): string =>
    parts.map((part) => (part.kind === "text" ? part.text : part.kind === "fact" ? fact(part.key) : read(part.children))).join("");
  return read(parseInline(text));
}
