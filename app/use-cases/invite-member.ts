import { AppError } from "../core/errors.ts";
import { normalEmail } from "../core/people/credentials.ts";
import { isRole, ROLES, unlimited } from "../core/people/roles.ts";
import { hoursAfter, INVITATION_HOURS } from "../core/people/terms.ts";
import { allow } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

/** The link's secret is shown once, to who made it; only its hash is kept. */
export interface OpenInvitation {
  secret: string;
  expiresAt: Date;
}

/**
 * Makes a one-time link by which a person becomes a member with the given roles.
 * `email` null: whoever holds the link names the address.
 * @throws AppError `not_allowed`, `invalid` (no address, no role or an unknown one), `already_exists` (the address has an account)
 */
export async function inviteMember(ports: Ports, actor: Actor, invited: { email: string | null; roles: readonly string[] }): Promise<OpenInvitation> {
  allow(actor, "people.invite");
  const email = invited.email === null ? null : normalEmail(invited.email);
  const roles = ROLES.filter((role) => invited.roles.includes(role));
  if (roles.length === 0 || !invited.roles.every(isRole)) throw new AppError("invalid", { field: "roles" });
  const { secret, hash } = ports.secrets.make();
  const createdAt = ports.now();
  const expiresAt = hoursAfter(createdAt, INVITATION_HOURS);
  await ports.write(async (tx) => {
    if (email && (await tx.members.byEmail(email))) throw new AppError("already_exists", { field: "email" });
    await tx.invitations.insert({ hash, email, grants: roles.map(unlimited), team: null, by: actor.id, createdAt, expiresAt, usedAt: null });
  });
  return { secret, expiresAt };
}
