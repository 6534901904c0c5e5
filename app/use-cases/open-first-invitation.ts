import { unlimited } from "../core/people/roles.ts";
import { hoursAfter, INVITATION_HOURS } from "../core/people/terms.ts";
import type { OpenInvitation } from "./invite-member.ts";
import type { Ports } from "./ports.ts";

/**
 * While nobody may invite others, makes the one-time link by which the first administrator comes in; the link of an earlier
 * start ends. Null where there is an administrator already.
 */
export async function openFirstInvitation(ports: Ports): Promise<OpenInvitation | null> {
  const { secret, hash } = ports.secrets.make();
  const createdAt = ports.now();
  const expiresAt = hoursAfter(createdAt, INVITATION_HOURS);
  return ports.write(async (tx) => {
    await tx.invitations.dropUnclaimed();
    if ((await tx.members.countActive("administrator")) > 0) return null;
    await tx.invitations.insert({ hash, email: null, grants: [unlimited("administrator")], team: null, by: null, createdAt, expiresAt, usedAt: null });
    return { secret, expiresAt };
  });
}
