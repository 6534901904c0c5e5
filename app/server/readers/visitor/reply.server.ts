import type { ByLang, Lang } from "../../../core/language/languages.ts";
import { type MessageKind, type MessageState, stateOf } from "../../../core/messages/message.ts";
import { messageOf } from "../../db/tx/messages.server.ts";
import type { Reading } from "../reading.server.ts";

/** What the holder of a number sees: never how to reach the sender, nor who answered. */
export interface ReplyView {
  number: string;
  kind: MessageKind;
  lang: Lang;
  text: string;
  createdAt: Date;
  expiresAt: Date;
  state: MessageState;
  reply: ByLang<string> | null;
  repliedAt: Date | null;
}

/** A message with its answer, by its number as it is kept; null when there is none, or its time is over. */
export async function readReply({ db, now }: Reading, number: string): Promise<ReplyView | null> {
  const row = await db.read.message.findUnique({ where: { number } });
  if (!row || row.expiresAt <= now()) return null;
  const message = messageOf(row);
  const { kind, lang, text, createdAt, expiresAt, reply, repliedAt } = message;
  return { number, kind, lang, text, createdAt, expiresAt, state: stateOf(message), reply, repliedAt };
}
