import { AppError } from "../core/errors.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Ends one of the actor's own sessions, in whichever browser it is.
 * @param hash by which the session is kept and listed
 * @throws AppError `not_found` (ended already, or somebody else's)
 */
export async function revokeSession(ports: Ports, actor: Actor, hash: string): Promise<void> {
  await ports.write(async (tx) => {
    if (!(await tx.sessions.removeOwn(actor.id, hash))) throw new AppError("not_found");
    await tx.audit.note({ act: "member.sign-out", object: `member:${actor.id}`, by: actor.id, at: ports.now() });
  });
}
