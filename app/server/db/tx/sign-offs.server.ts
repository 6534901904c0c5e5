import type { SignOff } from "../../../core/workflow/sign-off.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";
import type { SignOff as Row } from "../generated/sqlite/client.ts";

export const signOffOf = ({ agencyKey, contentHash, byId, at }: Row): SignOff => ({ agency: agencyKey, contentHash, by: byId, at });

export const signOffs = (client: WriteClient): Tx["signOffs"] => ({
  async of(articleId) {
    const rows = await client.signOff.findMany({ where: { articleId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    return rows.map(signOffOf);
  },
  async add(articleId, { id, agency, contentHash, by, at }) {
    await client.signOff.create({ data: { id, articleId, agencyKey: agency, contentHash, byId: by, at }, select: { id: true } });
  },
});
