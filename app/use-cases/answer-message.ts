import { AppError } from "../core/errors.ts";
import { type ByLang, byLang, LANGS } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
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
    await openMessage(ports, tx, id, seen);
    await tx.messages.answer(id, words, actor.id, ports.now());
  });
}
