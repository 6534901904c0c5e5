import { AppError } from "../core/errors.ts";
import type { Lang } from "../core/language/languages.ts";
import { checkDraft, type Draft } from "../core/messages/draft.ts";
import { expiryOf, type MessageKind } from "../core/messages/message.ts";
import { numberFrom } from "../core/messages/number.ts";
import type { Place } from "../core/messages/place.ts";
import type { Ports } from "./ports.ts";

export interface SendMessage extends Draft {
  kind: MessageKind;
  lang: Lang;
  place: Place | null;
  /** The network address it comes from: messages are counted by it, and it is not kept with them. */
  address: string;
  /** The paired display at which it was written: all its visitors write from one address, so it is counted for itself. */
  display?: string;
}

/**
 * Keeps what a reader sends, for as long as the form promises.
 * @returns the number by which the answer can be looked up
 * @throws AppError `invalid` (`faults`: DraftFaults), `too_many_attempts`
 */
export async function sendMessage(ports: Ports, { kind, lang, place, address, display, ...draft }: SendMessage): Promise<{ number: string }> {
  const { text, contact, faults } = checkDraft(draft);
  if (Object.keys(faults).length > 0) throw new AppError("invalid", { faults });
  await (display === undefined ? ports.limits.consume("message-address", address) : ports.limits.consume("message-display", display));
  const createdAt = ports.now();
  const message = { id: ports.newId(), number: numberFrom(ports.secrets.make().hash), kind, lang, text, place, contact, createdAt };
  await ports.write((tx) => tx.messages.insert({ ...message, expiresAt: expiryOf(createdAt), reply: null, repliedAt: null, repliedBy: null }));
  return { number: message.number };
}
