import { AppError } from "../core/errors.ts";
import { normalEmail } from "../core/people/credentials.ts";
import { hoursAfter, INVITATION_HOURS } from "../core/people/terms.ts";
import { allow } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";
import { readStanding, type TypedStanding } from "./read-standing.ts";

/** The link's secret is shown once, to who made it; only its hash is kept. */
export interface OpenInvitation {
  secret: string;
  expiresAt: Date;
}

/**
 * Makes a one-time link by which a person becomes a member with the given roles, in the given team.
 * `email` null: whoever holds the link names the address.
 * @throws AppError `not_allowed`, `invalid` (no address; no role, an unknown one, a limit or a team that does not exist),
 *   `already_exists` (the address has an account)
 */
export async function inviteMember(ports: Ports, actor: Actor, invited: TypedStanding & { email: string | null }): Promise<OpenInvitation> {
  allow(actor, "people.invite");
  const email = invited.email === null ? null : normalEmail(invited.email);
  const { secret, hash } = ports.secrets.make();
  const createdAt = ports.now();
  const expiresAt = hoursAfter(createdAt, INVITATION_HOURS);
  await ports.write(async (tx) => {
    const { grants, team } = await readStanding(tx, invited);
    if (email && (await tx.members.byEmail(email))) throw new AppError("already_exists", { field: "email" });
    await tx.invitations.insert({ hash, email, grants, team, by: actor.id, createdAt, expiresAt, usedAt: null });
    await tx.audit.note({ act: "member.invite", object: `invitation:${hash}`, by: actor.id, at: createdAt, after: { grants, team } });
  });
  return { secret, expiresAt };
}
