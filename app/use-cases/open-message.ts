import { AppError } from "../core/errors.ts";
import type { Message } from "../core/messages/message.ts";
import { subjectOf } from "../core/messages/place.ts";
import { allowAt } from "./allow.ts";
import type { Actor, Ports, Tx } from "./ports.ts";

/**
 * The message, if the actor may deal with its topic and nobody has dealt with it since it was on screen.
 * @param seen when it had last been dealt with (ISO 8601); "" when it had not
 * @throws AppError `not_allowed`, `not_found` (never sent, or its time is over), `clash`
 */
export async function openMessage(ports: Ports, tx: Tx, actor: Actor, id: string, seen: string): Promise<Message> {
  const message = await tx.messages.byId(id);
  if (!message || message.expiresAt <= ports.now()) throw new AppError("not_found");
  const { topic, slug } = subjectOf(message.place);
  const article = slug === null ? null : await tx.articles.bySlug(slug);
  allowAt(actor, "messages.answer", { topic: article?.about.topic ?? topic });
  if ((message.repliedAt?.toISOString() ?? "") !== seen) throw new AppError("clash");
  return message;
}
