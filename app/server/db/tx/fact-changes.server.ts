import type { Fact } from "../../../core/facts/fact.ts";
import type { FactChange } from "../../../core/facts/fact-change.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { FactChange as Row } from "../generated/sqlite/client.ts";

export const factChangeOf = (row: Row): FactChange => ({
  id: row.id,
  key: row.factKey,
  before: row.before as unknown as Fact | null,
  after: row.after as unknown as Fact,
  reason: row.reason,
  by: row.byId,
  at: row.at,
  decided: row.decidedAt && row.decidedBy !== null ? { by: row.decidedBy, at: row.decidedAt, confirmed: row.confirmed === true } : null,
});

export const factChanges = (client: WriteClient): Tx["factChanges"] => ({
  async byId(id) {
    const row = await client.factChange.findUnique({ where: { id } });
    return row && factChangeOf(row);
  },
  async pending() {
    const rows = await client.factChange.findMany({ where: { decidedAt: null }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    return rows.map(factChangeOf);
  },
  async add({ id, key, before, after, reason, by, at }) {
    const data = { id, factKey: key, ...(before && { before: json(before) }), after: json(after), reason, byId: by, at };
    await client.factChange.create({ data, select: { id: true } });
  },
  async decide(id, { by, at, confirmed }) {
    const { count } = await client.factChange.updateMany({ where: { id, decidedAt: null }, data: { decidedBy: by, decidedAt: at, confirmed } });
    return count === 1;
  },
});
