import type { Announcement, Change } from "../../../core/announcement.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { Announcement as Row } from "../generated/sqlite/client.ts";

export const announcementOf = (row: Row): Announcement => ({ id: row.id, at: row.at, change: row.body as unknown as Change });

export interface Content {
  /** Gives the database its identity, unless it has one. */
  identify(generationId: string): Promise<void>;
}

export const content = (client: WriteClient): Content => ({
  async identify(generationId) {
    await client.content.upsert({ where: { id: 1 }, create: { id: 1, generationId }, update: {}, select: { id: true } });
  },
});

/** The row's lock is held until the commit, so that whoever sees an announcement sees all with a lower id. */
export const announce =
  (client: WriteClient): Tx["announce"] =>
  async (change) => {
    const { revision } = await client.content.update({ where: { id: 1 }, data: { revision: { increment: 1 } }, select: { revision: true } });
    await client.announcement.create({ data: { id: revision, body: json(change), at: new Date() }, select: { id: true } });
    return revision;
  };

/** So many rows a statement: far below what either database takes. */
const ROWS_AT_ONCE = 500;

export const announceAll =
  (client: WriteClient): Tx["announceAll"] =>
  async (changes) => {
    const { revision } = await client.content.update({ where: { id: 1 }, data: { revision: { increment: changes.length } }, select: { revision: true } });
    const at = new Date();
    const rows = changes.map((change, index) => ({ id: revision - changes.length + 1 + index, body: json(change), at }));
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await client.announcement.createMany({ data: rows.slice(from, from + ROWS_AT_ONCE) });
    return revision;
  };
