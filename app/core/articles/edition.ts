import { AppError } from "../errors.ts";
import type { Fact } from "../facts/fact.ts";
import { hashOf } from "../hash.ts";
import { type ByLang, byLang, LANGS } from "../language/languages.ts";
import { type Article, type ArticleAbout, factsOf, type SegmentTexts } from "./article.ts";
import { type ArticleTree, segmentsOf } from "./tree.ts";

/** What a reader sees: structure, every language and the values of facts, pinned together. Never changed once made. */
export interface EditionBody {
  tree: ArticleTree;
  about: ArticleAbout;
  texts: ByLang<SegmentTexts>;
  /** The facts that it refers to, as they were when it was made. */
  facts: Record<string, Fact>;
}

/** Why an edition was made otherwise than by approving and publishing. */
export type EditionNote =
  /** The words and the structure of an earlier edition again. */
  | { kind: "roll-back"; of: number; reason: string }
  /** What had been withdrawn, again. */
  | { kind: "restore"; of: number }
  /** Confirmed values of facts, the words as they were. */
  | { kind: "facts"; facts: string[] }
  /** A publisher let it go out in spite of a rule. */
  | { kind: "override"; reason: string };

export interface Edition {
  id: string;
  articleId: string;
  /** 1, 2, 3… within its article. */
  number: number;
  slug: string;
  body: EditionBody;
  contentHash: string;
  publishedAt: Date;
  publishedBy: string | null;
  note: EditionNote | null;
}

/**
 * Puts an edition's body together. Holds the one rule that everything rests on: every segment has words in every language,
 * and every fact it refers to is at hand.
 * @throws AppError `not_ready`, with what is missing
 */
export function makeEditionBody(article: Article, texts: ByLang<SegmentTexts>, facts: Record<string, Fact>): EditionBody {
  const segments = segmentsOf(article.tree);
  const missing = LANGS.flatMap((lang) => segments.filter((id) => !texts[lang][id]?.trim()).map((id) => `${lang}:${id}`));
  const kept = byLang((lang) => Object.fromEntries(segments.map((id) => [id, texts[lang][id] ?? ""])));
  const keys = factsOf(article.tree, kept);
  const unknown = keys.filter((key) => !facts[key]).map((key) => `fact:${key}`);
  if (missing.length || unknown.length) throw new AppError("not_ready", { missing: [...missing, ...unknown] });
  const pinned = Object.fromEntries(keys.map((key) => [key, facts[key] as Fact]));
  return { tree: article.tree, about: article.about, texts: kept, facts: pinned };
}

export const editionHash = (body: EditionBody): string => hashOf(body);
