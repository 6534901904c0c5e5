import type { ByLang, Lang } from "../language/languages.ts";
import { factsIn } from "./inline.ts";
import type { ArticleKind, NoticeTerms } from "./kinds.ts";
import { type ArticleTree, type SegmentId, walk } from "./tree.ts";

/** What an article is about and who answers for it. Days are written YYYY-MM-DD, Hanoi time. */
export interface ArticleAbout {
  kind: ArticleKind;
  /** Key of its topic; "" for the portal's own pages. */
  topic: string;
  /** Gates it concerns; empty: all. */
  gates: string[];
  /** The agency responsible for its content. */
  agency: string;
  /** The day its agency last verified it; null: not yet. */
  verifiedOn: string | null;
  /** The day by which it has to be verified again; null: no day set. */
  verifyAgainBy: string | null;
  /** Only of a notice. */
  notice: NoticeTerms | null;
}

/** An article as it stands in the workbench, without its words. */
export interface Article {
  id: string;
  /** Folded Vietnamese, shared by all languages. */
  slug: string;
  sourceLang: Lang;
  revision: number;
  tree: ArticleTree;
  about: ArticleAbout;
  withdrawnAt: Date | null;
}

/** The structure and the particulars that an article once had. */
export interface ArticleEdit {
  articleId: string;
  revision: number;
  tree: ArticleTree;
  about: ArticleAbout;
  by: string | null;
  at: Date;
}

/** The words of every segment in one language. */
export type SegmentTexts = Record<SegmentId, string>;

/** Keys of all facts that an article's tree or words refer to, sorted: an edition pins these. */
export function factsOf(tree: ArticleTree, texts: ByLang<SegmentTexts>): string[] {
  const keys = new Set<string>();
  for (const node of walk(tree)) if (node.kind === "facts") for (const key of node.facts) keys.add(key);
  for (const words of Object.values(texts)) for (const text of Object.values(words)) for (const key of factsIn(text)) keys.add(key);
  return [...keys].sort();
}
