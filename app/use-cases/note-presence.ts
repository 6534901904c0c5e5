import type { Owner } from "../core/translation/wording.ts";
import { allow } from "./allow.ts";
import { loadPlace } from "./load-words.ts";
import type { Actor, Ports } from "./ports.ts";

export interface NotePresence {
  owner: Owner;
  /** Where in it; null: nowhere in particular. */
  unit: string | null;
  /** The page is being left. */
  leaving: boolean;
}

/**
 * Notes where a member is at work, so that colleagues see each other. It changes nothing of the portal and leaves no trace:
 * how people spend their minutes is nobody's business, so it is not in the audit trail, and what is over is removed.
 * @throws AppError not_allowed, not_found
 */
export async function notePresence(ports: Ports, actor: Actor, { owner, unit, leaving }: NotePresence): Promise<void> {
  allow(actor, "words.read");
  await ports.write(async (tx) => {
    await loadPlace(ports, tx, owner);
    if (leaving) await tx.presence.leave(actor.id, owner);
    else await tx.presence.note(actor.id, owner, unit, ports.now());
  });
}
