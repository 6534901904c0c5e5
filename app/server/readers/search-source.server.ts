import type { Announcement } from "../../core/announcement.ts";
import type { EditionBody } from "../../core/articles/edition.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Gate } from "../../core/facts/gate.ts";
import type { SearchDocument } from "../../core/search/document.ts";
import { articleDocument, gateDocument, idsOfSlug } from "../../core/search/make-document.ts";
import type { Database } from "../db/database.server.ts";
import { announcementOf } from "../db/tx/content.server.ts";
import type { SearchSource } from "../search/open-search.server.ts";
import { factReader } from "./fact-reader.server.ts";

/** Editions read at a time while an index is filled. */
const CHUNK = 100;
/** With more announcements than these, reading everything is no dearer. */
const MOST_REPLAYED = 500;

/** Everything that readers can find: the gates and the current edition of every article, of whatever kind. */
export function searchSource(db: Database): SearchSource {
  return {
    async state() {
      const { generationId, revision } = await db.read.content.findUniqueOrThrow({ where: { id: 1 } });
      return { generationId, revision };
    },
    async *all() {
      yield* await gates(db);
      let after = "";
      for (;;) {
        const rows = await db.read.edition.findMany({
          where: { currentOf: { not: null }, id: { gt: after } },
          orderBy: { id: "asc" },
          take: CHUNK,
          select: { id: true, slug: true, body: true },
        });
        for (const row of rows) yield articleDocument(row.slug, row.body as unknown as EditionBody, factReader);
        const last = rows.at(-1);
        if (!last || rows.length < CHUNK) return;
        after = last.id;
      }
    },
    async changedSince(revision) {
      const rows = await db.read.announcement.findMany({ where: { id: { gt: revision } }, orderBy: { id: "asc" }, take: MOST_REPLAYED + 1 });
      const last = rows.at(-1);
      // Ids have no gaps: where the next one is missing, old ones were cleared away.
      if (!last || rows[0]?.id !== revision + 1 || rows.length > MOST_REPLAYED) return null;
      return { revision: last.id, ...(await changedDocuments(db, rows.map(announcementOf))) };
    },
  };
}

/** What a run of announcements changes in the index. An article without a current edition leaves it; one may have become another kind. */
export async function changedDocuments(db: Database, announcements: readonly Announcement[]): Promise<{ changed: SearchDocument[]; removed: string[] }> {
  const articles = new Map(announcements.flatMap(({ change }) => (change.kind === "article" ? [[change.articleId, change.slug]] : [])) as [string, string][]);
  const places = announcements.some(({ change }) => change.kind === "place");
  const rows = articles.size ? await db.read.edition.findMany({ where: { currentOf: { in: [...articles.keys()] } }, select: { slug: true, body: true } }) : [];
  return {
    changed: [...rows.map((row) => articleDocument(row.slug, row.body as unknown as EditionBody, factReader)), ...(places ? await gates(db) : [])],
    removed: [...articles.values()].flatMap(idsOfSlug),
  };
}

async function gates(db: Database): Promise<SearchDocument[]> {
  const rows = await db.read.gate.findMany({ orderBy: { position: "asc" } });
  const facts = await db.read.fact.findMany();
  const byKey = Object.fromEntries(facts.map(({ key, body }) => [key, { ...(body as unknown as Omit<Fact, "key">), key }]));
  return rows.map(({ key, position, body }) => gateDocument({ ...(body as unknown as Omit<Gate, "key" | "position">), key, position }, byKey, factReader));
}
