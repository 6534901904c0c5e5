import { AppError } from "../../../core/errors.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import { grantsOf } from "./members.server.ts";

export const invitations = (client: WriteClient): Tx["invitations"] => ({
  async byHash(hash) {
    const row = await client.invitation.findUnique({ where: { id: hash } });
    if (!row) return null;
    const { id, byId, teamKey, roles, memberId: _, ...invitation } = row;
    return { ...invitation, hash: id, by: byId, grants: grantsOf(roles), team: teamKey };
  },
  async insert({ hash, by, grants, team, ...invitation }) {
    await client.invitation.create({ data: { ...invitation, id: hash, byId: by, roles: json(grants), teamKey: team }, select: { id: true } });
  },
  async markUsed(hash, memberId, at) {
    const { count } = await client.invitation.updateMany({ where: { id: hash, usedAt: null }, data: { usedAt: at, memberId } });
    if (count === 0) throw new AppError("link_used");
  },
  async dropUnclaimed() {
    await client.invitation.deleteMany({ where: { byId: null, usedAt: null } });
  },
});
