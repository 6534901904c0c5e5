import { AppError } from "../core/errors.ts";
import { stateOf } from "../core/messages/message.ts";
import { allow } from "./allow.ts";
import { openMessage } from "./open-message.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Marks a message as dealt with, without an answer: praise, a repetition, nothing to be said. It can still be answered later.
 * @param seen when it had last been dealt with, as it was on screen; "" when it had not
 * @throws AppError not_allowed, not_found, clash (also when it is dealt with already)
 */
export async function settleMessage(ports: Ports, actor: Actor, { id, seen }: { id: string; seen: string }): Promise<void> {
  allow(actor, "messages.answer");
  await ports.write(async (tx) => {
    const message = await openMessage(ports, tx, actor, id, seen);
    if (stateOf(message) !== "waiting") throw new AppError("clash");
    const at = ports.now();
    await tx.messages.answer(id, null, actor.id, at);
    await tx.audit.note({ act: "message.answer", object: `message:${id}`, by: actor.id, at, before: { state: "waiting" }, after: { state: "settled" } });
  });
}
