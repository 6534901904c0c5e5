import type { AuditEntry, AuditSeal } from "../../../core/people/audit-chain.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { newId } from "../../ids.server.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { AuditEntry as Row } from "../generated/sqlite/client.ts";

export const auditEntryOf = ({ byId, seal: _, ...row }: Row): AuditEntry => ({ ...row, by: byId });

export const audit = (client: WriteClient): Tx["audit"] => ({
  async note({ by, before, after, ...entry }) {
    const data = {
      ...entry,
      id: newId(),
      byId: by,
      ...(before != null && { before: json(before as object) }),
      ...(after != null && { after: json(after as object) }),
    };
    await client.auditEntry.create({ data, select: { id: true } });
  },
  async unsealed(most) {
    const rows = await client.auditEntry.findMany({ where: { seal: null }, orderBy: { id: "asc" }, take: most });
    return rows.map(auditEntryOf);
  },
  newestSeal: () => client.auditSeal.findFirst({ orderBy: { number: "desc" } }),
  async seal(seal: AuditSeal) {
    const { count } = await client.auditEntry.updateMany({ where: { seal: null, id: { lte: seal.lastId } }, data: { seal: seal.number } });
    if (count !== seal.count) throw new Error(`seal ${seal.number} is over ${seal.count} entries, and ${count} are there`);
    await client.auditSeal.create({ data: seal, select: { number: true } });
  },
});
