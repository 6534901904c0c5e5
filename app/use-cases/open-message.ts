import { AppError } from "../core/errors.ts";
import type { Message } from "../core/messages/message.ts";
import type { Ports, Tx } from "./ports.ts";

/**
 * The message, if nobody has dealt with it since it was on screen.
 * @param seen when it had last been dealt with (ISO 8601); "" when it had not
 * @throws AppError `not_found` (never sent, or its time is over), `clash`
 */
export async function openMessage(ports: Ports, tx: Tx, id: string, seen: string): Promise<Message> {
  const message = await tx.messages.byId(id);
  if (!message || message.expiresAt <= ports.now()) throw new AppError("not_found");
  if ((message.repliedAt?.toISOString() ?? "") !== seen) throw new AppError("clash");
  return message;
}
