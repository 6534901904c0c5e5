import type { Edition, EditionBody, EditionNote } from "../../../core/articles/edition.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
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

export const editions = (client: WriteClient): Tx["editions"] => ({
  async current(articleId) {
    const row = await client.edition.findUnique({ where: { currentOf: articleId } });
    return row && editionOf(row);
  },
  async publish({ body, note, ...edition }) {
    await client.edition.updateMany({ where: { currentOf: edition.articleId }, data: { currentOf: null } });
    const data = {
      ...edition,
      body: json(body),
      ...(note && { note: json(note) }),
      kind: body.about.kind,
      topicKey: body.about.topic,
      currentOf: edition.articleId,
    };
    await unlessTaken("clash", client.edition.create({ data, select: { id: true } }));
  },
  async retire(articleId) {
    await client.edition.updateMany({ where: { currentOf: articleId }, data: { currentOf: null } });
  },
});
