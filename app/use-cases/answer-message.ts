import { AppError } from "../core/errors.ts";
import { type ByLang, byLang, LANGS } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
import { stateOf } from "../core/messages/message.ts";
import { allow } from "./allow.ts";
import { openMessage } from "./open-message.ts";
import type { Actor, Ports } from "./ports.ts";

export interface AnswerMessage {
  id: string;
  /** In every language: an answer is a pair like everything that readers get. */
  reply: ByLang<string>;
  /** When it had last been dealt with, as it was on screen; "" when it had not. */
  seen: string;
}

/**
 * Answers a message, or corrects its answer.
 * @throws AppError not_allowed, invalid (`missing`: the languages without an answer), bad_text, too_large, not_found, clash
 */
export async function answerMessage(ports: Ports, actor: Actor, { id, reply, seen }: AnswerMessage): Promise<void> {
  allow(actor, "messages.answer");
  const words = byLang((lang) => cleanText(reply[lang]));
  const missing = LANGS.filter((lang) => words[lang] === "");
  if (missing.length) throw new AppError("invalid", { missing });
  await ports.write(async (tx) => {
    const message = await openMessage(ports, tx, actor, id, seen);
    const at = ports.now();
    await tx.messages.answer(id, words, actor.id, at);
    // Not the words: they go with the message when its time is over.
    const before = { state: stateOf(message), by: message.repliedBy };
    await tx.audit.note({ act: "message.answer", object: `message:${id}`, by: actor.id, at, before, after: { state: "answered" } });
  });
}
