import type { ArticleKind } from "../../../core/articles/kinds.ts";
import type { Lang } from "../../../core/language/languages.ts";

/** What a page's head says of the edition that it shows. */
export interface EditionHead {
  kind: ArticleKind;
  slug: string;
  contentHash: string;
  publishedAt: Date;
  sourceLang: Lang;
}

/** What to select beside an edition's body, in the page's own statement. */
export const EDITION_HEAD = { kind: true, slug: true, contentHash: true, publishedAt: true, article: { select: { sourceLang: true } } } as const;

interface Row extends Omit<EditionHead, "kind" | "sourceLang"> {
  kind: string;
  article: { sourceLang: string };
}

export const editionHeadOf = ({ kind, slug, contentHash, publishedAt, article }: Row): EditionHead => ({
  kind: kind as ArticleKind,
  slug,
  contentHash,
  publishedAt,
  sourceLang: article.sourceLang as Lang,
});
