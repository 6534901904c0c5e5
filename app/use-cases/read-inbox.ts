import { allow } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Notes that a member has read something of the own inbox. Another's items are never touched.
 * @param ids null: all of it
 * @throws AppError not_allowed
 */
export async function readInbox(ports: Ports, actor: Actor, ids: readonly string[] | null): Promise<void> {
  allow(actor, "workbench.enter");
  await ports.write((tx) => tx.inbox.read(actor.id, ids, ports.now()));
}
