import type { SegmentTexts } from "../../../core/articles/article.ts";
import { plainText } from "../../../core/articles/inline.ts";
import { type ArticleNode, type ArticleTree, carriesWords, childrenOf, walk } from "../../../core/articles/tree.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import type { ByLang, Lang } from "../../../core/language/languages.ts";
import { formatFact } from "../../../i18n/format.ts";

/** What can be shown as words, page by page: an edition as a display holds it. */
export interface Telling {
  tree: ArticleTree;
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
}

/** Something said on pages of its own. */
export interface Saying {
  text: string;
  /** Its place among the steps, from 1; null: no step. */
  step: number | null;
}

/** How a value or a sentence says that its agency has still to confirm it. */
export type Unsure = (words: string) => string;

/** The words of one segment, without markup. What still has to be confirmed says so, once. */
function wordsOf({ texts, facts }: Telling, id: string, node: ArticleNode | null, lang: Lang, unsure: Unsure): string {
  const words = plainText(texts[lang][id] ?? "", (key) => {
    const fact = facts[key];
    if (!fact) return "";
    const value = formatFact(fact.value, lang);
    return fact.mark === "verify" && !node?.verify ? unsure(value) : value;
  });
  return node?.verify ? unsure(words) : words;
}

/** An article from afar: its title, its summary and what is to be done, step by step. */
export function articleSayings(telling: Telling, lang: Lang, unsure: Unsure): [Saying, ...Saying[]] {
  const say = (id: string, step: number | null = null, node: ArticleNode | null = null): Saying => ({ text: wordsOf(telling, id, node, lang, unsure), step });
  const steps = telling.tree.flatMap((node) => (node.kind === "steps" ? childrenOf(node).map((item, index) => say(item.id, index + 1, item)) : []));
  return [say("title"), ...[say("summary"), ...steps].filter(({ text }) => text !== "")];
}

/** A notice: its title and its summary; an emergency to its last word. */
export function noticeSayings(telling: Telling, whole: boolean, lang: Lang, unsure: Unsure): [Saying, ...Saying[]] {
  const say = (id: string, node: ArticleNode | null = null): Saying => ({ text: wordsOf(telling, id, node, lang, unsure), step: null });
  const body = whole ? [...walk(telling.tree)].filter((node) => carriesWords(node) && node.kind !== "alt").map((node) => say(node.id, node)) : [];
  return [say("title"), ...[say("summary"), ...body].filter(({ text }) => text !== "")];
}
