import { AppError } from "../../../core/errors.ts";
import type { Role } from "../../../core/people/roles.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";

export const invitations = (client: WriteClient): Tx["invitations"] => ({
  async byHash(hash) {
    const row = await client.invitation.findUnique({ where: { id: hash } });
    if (!row) return null;
    const { id, byId, memberId: _, ...invitation } = row;
    return { ...invitation, hash: id, by: byId, roles: row.roles as Role[] };
  },
  async insert({ hash, by, ...invitation }) {
    await client.invitation.create({ data: { ...invitation, id: hash, byId: by }, select: { id: true } });
  },
  async markUsed(hash, memberId, at) {
    const { count } = await client.invitation.updateMany({ where: { id: hash, usedAt: null }, data: { usedAt: at, memberId } });
    if (count === 0) throw new AppError("link_used");
  },
  async dropUnclaimed() {
    await client.invitation.deleteMany({ where: { byId: null, usedAt: null } });
  },
});
