import type { ByLang } from "../../../core/language/languages.ts";
import type { Approval } from "../../../core/workflow/approval.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { Approval as Row } from "../generated/sqlite/client.ts";

export const approvalOf = (row: Row): Approval => ({
  unit: row.unit,
  pairHash: row.pairHash,
  texts: row.texts as ByLang<string>,
  by: row.byId,
  at: row.at,
  reason: row.reason,
});

export const approvals = (client: WriteClient): Tx["approvals"] => ({
  async newest(owner) {
    const rows = await client.approval.findMany({ where: { owner }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    return new Map(rows.map((row) => [row.unit, approvalOf(row)]));
  },
  async add(owner, added) {
    const data = added.map(({ by, texts, ...approval }) => ({ ...approval, owner, texts: json(texts), byId: by }));
    await client.approval.createMany({ data });
  },
});
