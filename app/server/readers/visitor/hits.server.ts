import type { Lang } from "../../../core/language/languages.ts";
import type { SearchHit } from "../../../core/search/document.ts";
import type { Reading } from "../reading.server.ts";
import { readTopics, type TopicView } from "./topics.server.ts";

export interface SearchView {
  hits: SearchHit[];
  /** Where else to look. */
  topics: TopicView[];
}

/** Keeps the hits whose page stands at this moment: the index may be a moment behind a withdrawal. */
export async function readHits({ db }: Reading, lang: Lang, hits: readonly SearchHit[]): Promise<SearchView> {
  return db.snapshot(async (tx) => {
    const slugs = hits.filter((hit) => hit.kind === "article").map((hit) => hit.slug);
    const current = slugs.length ? await tx.edition.findMany({ where: { slug: { in: slugs }, currentOf: { not: null } }, select: { slug: true } }) : [];
    const standing = new Set(current.map(({ slug }) => slug));
    return { hits: hits.filter((hit) => hit.kind === "gate" || standing.has(hit.slug)), topics: await readTopics(tx, lang) };
  });
}
