import type { Fact } from "../../../core/facts/fact.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { Fact as Row } from "../generated/sqlite/client.ts";

export const factOf = (row: Pick<Row, "key" | "body">): Fact => ({ ...(row.body as unknown as Omit<Fact, "key">), key: row.key });

export const facts = (client: WriteClient): Tx["facts"] => ({
  async all() {
    const rows = await client.fact.findMany({ orderBy: { key: "asc" } });
    return Object.fromEntries(rows.map((row) => [row.key, factOf(row)]));
  },
  async put({ key, ...fact }) {
    const body = json(fact);
    await client.fact.upsert({ where: { key }, create: { key, body }, update: { body, revision: { increment: 1 } }, select: { key: true } });
  },
});
