import type { Return } from "../../../core/workflow/returned.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";
import type { Return as Row } from "../generated/sqlite/client.ts";

export const returnOf = ({ unit, pairHash, reason, byId, at }: Row): Return => ({ unit, pairHash, reason, by: byId, at });

export const returns = (client: WriteClient): Tx["returns"] => ({
  async newest(owner) {
    const rows = await client.return.findMany({ where: { owner }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    return new Map(rows.map((row) => [row.unit, returnOf(row)]));
  },
  async add(owner, added) {
    await client.return.createMany({ data: added.map(({ by, ...returned }) => ({ ...returned, owner, byId: by })) });
  },
});
