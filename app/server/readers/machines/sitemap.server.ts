import { type ArticleKind, pathOf } from "../../../core/articles/kinds.ts";
import type { SitemapPage } from "../../../core/feeds/sitemap.ts";
import type { Reading } from "../reading.server.ts";

/** Pairs in one file: with two languages well below the 50,000 addresses that a file may hold, and a fraction of a second to make. */
export const PAIRS_IN_PART = 5_000;

/** Pages that lead to the others. */
const STANDING = ["", "/gates", "/notices", "/questions", "/phrases"];

/** Phrases stand on one page together. */
const OWN_PAGE: ArticleKind[] = ["article", "question", "notice", "page"];

export type SitemapView = { kind: "pages"; pages: SitemapPage[] } | { kind: "index"; after: string[] };

/**
 * The addresses of the portal. `after`: the part that begins behind this articleId, "" the first; null: everything if it fits
 * into one file, else where the parts begin.
 */
export async function readSitemap({ db }: Reading, after: string | null, inPart = PAIRS_IN_PART): Promise<SitemapView> {
  return db.snapshot(async (tx) => {
    if (after === null) {
      const ends = await tx.$queryRaw<{ id: string }[]>`
        SELECT "currentOf" AS "id" FROM (
          SELECT "currentOf", ROW_NUMBER() OVER (ORDER BY "currentOf") AS "place", COUNT(*) OVER () AS "all" FROM "Edition" WHERE "currentOf" IS NOT NULL
        ) AS "current"
        WHERE "place" % CAST(${inPart} AS INTEGER) = 0 AND "place" < "all" ORDER BY "currentOf"`;
      if (ends.length > 0) return { kind: "index", after: ["", ...ends.map(({ id }) => id)] };
    }
    const rows = await tx.edition.findMany({
      where: { currentOf: { gt: after ?? "" } },
      orderBy: { currentOf: "asc" },
      take: inPart,
      select: { slug: true, kind: true, publishedAt: true },
    });
    const own = rows.filter(({ kind }) => OWN_PAGE.includes(kind as ArticleKind));
    const articles = own.map(({ slug, kind, publishedAt }) => ({ below: pathOf(kind as ArticleKind, slug), changedAt: publishedAt }));
    if (after) return { kind: "pages", pages: articles };
    const gates = await tx.gate.findMany({ orderBy: { position: "asc" }, select: { key: true } });
    const topics = await tx.topic.findMany({ orderBy: { position: "asc" }, select: { key: true } });
    const places = [...STANDING, ...gates.map(({ key }) => `/gates/${key}`), ...topics.map(({ key }) => `/topics/${key}`)];
    return { kind: "pages", pages: [...places.map((below) => ({ below, changedAt: null })), ...articles] };
  });
}
