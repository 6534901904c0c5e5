import { AppError } from "../../../core/errors.ts";
import { type Role, rolesOf } from "../../../core/people/roles.ts";
import { grantsOf, memberOf } from "../../db/tx/members.server.ts";
import { secrets } from "../../sessions/secrets.server.ts";
import type { Reading } from "../reading.server.ts";

export interface MemberView {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  createdAt: Date;
  disabled: boolean;
}

/** Everybody who is or was a member: those who may sign in first, by name. */
export async function readMembers({ db }: Reading): Promise<MemberView[]> {
  const rows = await db.read.member.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }] });
  const members = rows.map((row) => {
    const { id, name, email, roles } = memberOf(row);
    return { id, name, email, roles, createdAt: row.createdAt, disabled: row.disabledAt !== null };
  });
  return members.sort((a, b) => Number(a.disabled) - Number(b.disabled));
}

export interface InvitationView {
  /** Null: who accepts names the address. */
  email: string | null;
  roles: Role[];
  expiresAt: Date;
}

/**
 * An invitation that can still be accepted.
 * @throws AppError `link_used` (spent, too old, or never made)
 */
export async function readInvitation({ db, now }: Reading, secret: string): Promise<InvitationView> {
  const row = await db.read.invitation.findUnique({ where: { id: secrets.hash(secret) } });
  if (!row || row.usedAt || row.expiresAt <= now()) throw new AppError("link_used");
  return { email: row.email, roles: rolesOf(grantsOf(row.roles)), expiresAt: row.expiresAt };
}
