import type { Edition, EditionBody, EditionNote } from "../../../core/articles/edition.ts";
import { AppError } from "../../../core/errors.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import { currentIdsUsing, placesShowing } from "../fact-uses.server.ts";
import { unlessTaken } from "../faults.server.ts";
import type { Edition as Row } from "../generated/sqlite/client.ts";

export const editionOf = (row: Row): Edition => ({
  id: row.id,
  articleId: row.articleId,
  number: row.number,
  slug: row.slug,
  body: row.body as unknown as EditionBody,
  contentHash: row.contentHash,
  publishedAt: row.publishedAt,
  publishedBy: row.publishedBy,
  note: row.note as unknown as EditionNote | null,
});

const rowOf = ({ body, note, ...edition }: Edition) => ({
  ...edition,
  body: json(body),
  ...(note && { note: json(note) }),
  kind: body.about.kind,
  topicKey: body.about.topic,
  currentOf: edition.articleId,
});

/** So many whole pages a statement. */
const PAGES_AT_ONCE = 100;

export const editions = (client: WriteClient): Tx["editions"] => ({
  async current(articleId) {
    const row = await client.edition.findUnique({ where: { currentOf: articleId } });
    return row && editionOf(row);
  },
  async numbered(articleId, number) {
    const row = await client.edition.findUnique({ where: { articleId_number: { articleId, number } } });
    return row && editionOf(row);
  },
  async lastNumber(articleId) {
    const row = await client.edition.findFirst({ where: { articleId }, orderBy: { number: "desc" }, select: { number: true } });
    return row?.number ?? 0;
  },
  async publish(edition) {
    await client.edition.updateMany({ where: { currentOf: edition.articleId }, data: { currentOf: null } });
    await unlessTaken("clash", client.edition.create({ data: rowOf(edition), select: { id: true } }));
  },
  async retire(articleId) {
    await client.edition.updateMany({ where: { currentOf: articleId }, data: { currentOf: null } });
  },
  idsUsingFact: (key) => currentIdsUsing(client, key),
  placesOfFact: (key) => placesShowing(client, key),
  async byIds(ids) {
    const rows = await client.edition.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: "asc" } });
    return rows.map(editionOf);
  },
  async publishAll(all) {
    for (let from = 0; from < all.length; from += PAGES_AT_ONCE) {
      const some = all.slice(from, from + PAGES_AT_ONCE);
      const { count } = await client.edition.updateMany({ where: { currentOf: { in: some.map(({ articleId }) => articleId) } }, data: { currentOf: null } });
      if (count !== some.length) throw new AppError("clash");
      await unlessTaken("clash", client.edition.createMany({ data: some.map(rowOf) }));
    }
  },
});
