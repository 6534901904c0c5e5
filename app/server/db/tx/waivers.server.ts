import { isCheckKey } from "../../../core/translation/checks/check.ts";
import type { Waiver } from "../../../core/translation/checks/waiver.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";
import type { Waiver as Row } from "../generated/sqlite/client.ts";

/** Those of checks that no longer exist say nothing any more. */
export const waiversOf = (rows: readonly Row[]): Waiver[] =>
  rows.flatMap(({ unit, checkKey, pairHash, reason, byId, at }) => (isCheckKey(checkKey) ? [{ unit, check: checkKey, pairHash, reason, by: byId, at }] : []));

export const waivers = (client: WriteClient): Tx["waivers"] => ({
  async ofOwner(owner) {
    return waiversOf(await client.waiver.findMany({ where: { owner }, orderBy: [{ at: "asc" }, { id: "asc" }] }));
  },
  async add(owner, { check, by, ...waiver }) {
    await client.waiver.create({ data: { ...waiver, owner, checkKey: check, byId: by }, select: { id: true } });
  },
});
