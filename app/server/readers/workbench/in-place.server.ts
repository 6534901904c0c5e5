import type { ArticleAbout } from "../../../core/articles/article.ts";
import { pairsAt } from "../../../core/articles/shown-pairs.ts";
import { type ArticleTree, type SegmentId, segmentsOf } from "../../../core/articles/tree.ts";
import { isLang, type Lang } from "../../../core/language/languages.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import { placeOf } from "../../../core/workflow/place.ts";
import type { Reading } from "../reading.server.ts";

/** What a member may edit of the page that lies open. */
export interface InPlaceView {
  /** The page's language; null: its address names none. */
  lang: Lang | null;
  /** Published pairs whose words it shows whole, as they are at work, with all that carries words. */
  pairs: { slug: string; segments: SegmentId[] }[];
}

/** @param path the page's, its language included. What the member may not edit in that language is left out. */
export async function readInPlace({ db }: Reading, member: Member, path: string): Promise<InPlaceView> {
  const shown = pairsAt(path);
  const first = path.split("/")[1];
  if (!shown) return { lang: isLang(first) ? first : null, pairs: [] };
  const { lang, kind, slug } = shown;
  return db.snapshot(async (tx) => {
    const current = await tx.edition.findMany({ where: { kind, currentOf: { not: null }, ...(slug !== null && { slug }) }, select: { currentOf: true } });
    const ids = current.flatMap(({ currentOf }) => currentOf ?? []);
    const articles = await tx.article.findMany({ where: { id: { in: ids } }, select: { slug: true, tree: true, about: true }, orderBy: { slug: "asc" } });
    const mine = articles.filter(({ about }) => mayAt(member.grants, "words.edit", { ...placeOf(about as unknown as ArticleAbout), lang }));
    return { lang, pairs: mine.map((one) => ({ slug: one.slug, segments: segmentsOf(one.tree as unknown as ArticleTree) })) };
  });
}
