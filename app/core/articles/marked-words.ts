import { type Inline, isSafeHref, parseInline } from "./inline.ts";

/** A stretch of words, or a reference to a fact, with the marks that lie over it: how an editor sees a segment's text. */
export interface MarkedWords {
  /** Exactly one of `text` (never empty) and `fact` is set. */
  text?: string;
  /** A fact's key. */
  fact?: string;
  strong: boolean;
  href: string | null;
}

type Marks = Pick<MarkedWords, "strong" | "href">;

/** A segment's text as stretches: neighbours differ in their marks. */
export function markedWords(text: string): MarkedWords[] {
  const found: MarkedWords[] = [];
  const add = (words: MarkedWords) => {
    const last = found.at(-1);
    if (last?.text !== undefined && words.text !== undefined && sameMarks(last, words)) last.text += words.text;
    else found.push(words);
  };
  const visit = (parts: readonly Inline[], marks: Marks) => {
    for (const part of parts) {
      if (part.kind === "text") add({ text: part.text, ...marks });
      else if (part.kind === "fact") add({ fact: part.key, ...marks });
      else visit(part.children, part.kind === "strong" ? { ...marks, strong: true } : { ...marks, href: part.href });
    }
  };
  visit(parseInline(text), { strong: false, href: null });
  return found;
}

/**
 * The text whose reading gives these stretches. Of two marks that begin together the longer one stands outside. What the markup can't
 * say loses its mark, never a character: a bracket inside a link, a star at the end of strong words.
 */
export const textOfMarkedWords = (words: readonly MarkedWords[]): string => write(words.flatMap(sayable), { strong: false, href: null });

function write(words: readonly MarkedWords[], around: Marks): string {
  let text = "";
  for (let at = 0; at < words.length; ) {
    const first = words[at] as MarkedWords;
    const strong = first.strong && !around.strong ? extent(words, at, (one) => one.strong) : 0;
    const link = first.href !== null && around.href === null ? extent(words, at, (one) => one.href === first.href) : 0;
    if (strong >= link && strong > 0) {
      text += `**${write(words.slice(at, at + strong), { ...around, strong: true })}**`;
      at += strong;
    } else if (link > 0) {
      text += `[${write(words.slice(at, at + link), { ...around, href: first.href })}](${first.href})`;
      at += link;
    } else {
      text += first.fact === undefined ? first.text : `{{fact:${first.fact}}}`;
      at += 1;
    }
  }
  return text;
}

function extent(words: readonly MarkedWords[], from: number, carries: (words: MarkedWords) => boolean): number {
  let to = from;
  while (to < words.length && carries(words[to] as MarkedWords)) to += 1;
  return to - from;
}

/** A stretch without the marks that its own characters would break. */
function sayable(words: MarkedWords): MarkedWords[] {
  const href = words.href !== null && isSafeHref(words.href) && !/[()\s]/u.test(words.href) ? words.href : null;
  if (words.text === undefined) return [{ ...words, href }];
  const breaking = words.strong && href !== null ? /([*[\]]+)/u : words.strong ? /(\*+)/u : href !== null ? /([[\]]+)/u : null;
  if (!breaking) return [{ ...words, href }];
  return words.text
    .split(breaking)
    .map((text, index): MarkedWords => (index % 2 ? { text, strong: words.strong && !text.includes("*"), href: null } : { text, strong: words.strong, href }))
    .filter(({ text }) => text !== "");
}

const sameMarks = (a: Marks, b: Marks): boolean => a.strong === b.strong && a.href === b.href;
