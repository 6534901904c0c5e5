import { allow } from "./allow.ts";
import { ownedAccount } from "./owned-account.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Ends a member's sessions: all of them by an administrator, or by the member, who may keep the one at hand.
 * @param keep secret of the session that goes on; null: none does
 * @returns how many ended
 * @throws AppError `not_allowed`, `not_found`
 */
export async function signOutEverywhere(ports: Ports, actor: Actor, { id, keep }: { id: string; keep: string | null }): Promise<number> {
  const own = id === actor.id;
  if (!own) allow(actor, "people.invite");
  return ports.write(async (tx) => {
    await ownedAccount(tx, id);
    const ended = await tx.sessions.removeAll(id, own && keep ? ports.secrets.hash(keep) : null);
    await tx.audit.note({ act: "member.sign-out-everywhere", object: `member:${id}`, by: actor.id, at: ports.now(), after: { ended } });
    return ended;
  });
}
