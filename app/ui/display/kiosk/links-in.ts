import type { SegmentTexts } from "../../../core/articles/article.ts";
import { type Inline as Part, parseInline } from "../../../core/articles/inline.ts";
import { type ArticleTree, carriesWords, walk } from "../../../core/articles/tree.ts";
import type { ByLang, Lang } from "../../../core/language/languages.ts";

interface Linking {
  tree: ArticleTree;
  texts: ByLang<SegmentTexts>;
}

/** The web addresses that a text links to, each once, in reading order. Telephone numbers stand in the text. */
export function linksIn({ tree, texts }: Linking, lang: Lang): { href: string; words: string }[] {
  const found = new Map<string, string>();
  const look = (part: Part): void => {
    if (part.kind === "link" && part.href.startsWith("https:") && !found.has(part.href)) found.set(part.href, spoken(part.children));
    else if (part.kind === "strong") part.children.forEach(look);
  };
  const segments = ["summary", ...[...walk(tree)].filter(carriesWords).map(({ id }) => id)];
  for (const segment of segments) parseInline(texts[lang][segment] ?? "").forEach(look);
  return [...found].map(([href, words]) => ({ href, words }));
}

const spoken = (parts: readonly Part[]): string =>
  parts.map((part) => (part.kind === "text" ? part.text : part.kind === "fact" ? "" : spoken(part.children))).join("");
