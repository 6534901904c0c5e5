import type { SegmentTexts } from "../articles/article.ts";
import { type Inline, parseInline } from "../articles/inline.ts";
import { type ArticleNode, type ArticleTree, carriesWords, type SegmentId, walk } from "../articles/tree.ts";
import { type Lang, language } from "../language/languages.ts";
import { spellingsOf, type Term } from "./term.ts";

/** Where a term stands in a segment. */
export interface TermSpot {
  key: string;
  /** Which of the segment's `openText`, counted from 0. */
  part: number;
  /** Within that text, in UTF-16 units. */
  from: number;
  to: number;
}

export interface FoundTerms {
  /** The terms of the article, in the order in which they are first read. */
  keys: string[];
  spots: Record<SegmentId, TermSpot[]>;
}

/** Finds terms in a language's texts. Made once for a glossary. */
export interface Glossary {
  lang: Lang;
  /** The stretches of a text that are terms: the leftmost first, and of those that begin together the longest. */
  within(text: string): { key: string; from: number; to: number }[];
}

/** A letter, mark or digit beside a spelling makes it a piece of another word, where words are set apart by spaces. */
const WHOLE = { before: "(?<![\\p{L}\\p{M}\\p{N}])", after: "(?![\\p{L}\\p{M}\\p{N}])" };

/** @param terms their spellings differ (`faultsOfTerms`) */
export function openGlossary(terms: readonly Term[], lang: Lang): Glossary {
  const keyOf = new Map(terms.flatMap((term) => spellingsOf(term, lang).map((spelling) => [spelling.toLowerCase(), term.key] as const)));
  const spellings = [...keyOf.keys()].sort((a, b) => b.length - a.length).map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const any = `(?:${spellings.join("|")})`;
  const pattern = spellings.length ? new RegExp(language(lang).unspaced ? any : WHOLE.before + any + WHOLE.after, "giu") : null;
  return {
    lang,
    within: (text) =>
      pattern
        ? [...text.matchAll(pattern)].map((match) => ({ key: keyOf.get(match[0].toLowerCase()) ?? "", from: match.index, to: match.index + match[0].length }))
        : [],
  };
}

export type TextPart = Extract<Inline, { kind: "text" }>;

/** The texts of a segment that stand outside links, in order: only there may a term be marked, because a link can't hold a link. */
export function openText(parts: readonly Inline[]): TextPart[] {
  return parts.flatMap((part) => (part.kind === "text" ? [part] : part.kind === "strong" ? openText(part.children) : []));
}

/** The first place of every term in an article. Headings stay as they are, the heads of tables and what stands for a picture too. */
export function findTerms({ within }: Glossary, tree: ArticleTree, texts: SegmentTexts): FoundTerms {
  const seen = new Set<string>();
  const spots: FoundTerms["spots"] = {};
  for (const segment of ["summary", ...readingSegments(tree)]) {
    const found = openText(parseInline(texts[segment] ?? "")).flatMap(({ text }, part) =>
      within(text).flatMap(({ key, from, to }) => {
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ key, part, from, to }];
      }),
    );
    if (found.length) spots[segment] = found;
  }
  return { keys: [...seen], spots };
}

function readingSegments(tree: ArticleTree): SegmentId[] {
  const heads = new Set(tree.flatMap((node) => (node.kind === "table" ? (node.children[0]?.children ?? []) : [])));
  const marked = (node: ArticleNode) => carriesWords(node) && node.kind !== "heading" && node.kind !== "alt";
  return [...walk(tree)].filter((node) => marked(node) && !(node.kind === "cell" && heads.has(node))).map(({ id }) => id);
}
