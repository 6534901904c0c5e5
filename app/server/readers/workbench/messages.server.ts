import { AppError } from "../../../core/errors.ts";
import { type Message, type MessageKind, type MessageState, stateOf } from "../../../core/messages/message.ts";
import { messageOf } from "../../db/tx/messages.server.ts";
import type { Reading } from "../reading.server.ts";

export interface MessageRow extends Pick<Message, "id" | "number" | "kind" | "lang" | "createdAt" | "expiresAt" | "repliedAt"> {
  /** How it begins. */
  beginning: string;
  state: MessageState;
}

export interface MessagesView {
  rows: MessageRow[];
  /** How many of every kind wait. */
  waiting: number;
  /** Where the next page begins; null: this was the last. */
  next: string | null;
}

export interface MessageFilter {
  /** Null: every kind. */
  kind: MessageKind | null;
  /** Those that were dealt with, in place of those that wait. */
  done: boolean;
  /** The `next` of the page before; null: from the newest. */
  before: string | null;
}

const PAGE = 50;
const BEGINNING = 160;

/** What readers sent, the newest first, a page at a time. */
export async function readMessages({ db, now }: Reading, { kind, done, before }: MessageFilter): Promise<MessagesView> {
  return db.snapshot(async (tx) => {
    const here = { expiresAt: { gt: now() } };
    const found = await tx.message.findMany({
      where: { ...here, repliedAt: done ? { not: null } : null, ...(kind && { kind }), ...(before && { id: { lt: before } }) },
      orderBy: { id: "desc" },
      take: PAGE + 1,
    });
    const rows = found.slice(0, PAGE).map(messageOf).map(rowOf);
    return {
      rows,
      waiting: await tx.message.count({ where: { ...here, repliedAt: null } }),
      next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    };
  });
}

function rowOf(message: Message): MessageRow {
  const { id, number, kind, lang, text, createdAt, expiresAt, repliedAt } = message;
  const characters = [...text];
  const beginning = characters.length > BEGINNING ? `${characters.slice(0, BEGINNING).join("")}…` : text;
  return { id, number, kind, lang, createdAt, expiresAt, repliedAt, beginning, state: stateOf(message) };
}

export interface MessageView {
  message: Message;
  state: MessageState;
  /** The name of who answered or marked it. */
  by: string | null;
}

/**
 * One message, whole.
 * @throws AppError `not_found` (never sent, or its time is over)
 */
export async function readMessage({ db, now }: Reading, id: string): Promise<MessageView> {
  return db.snapshot(async (tx) => {
    const row = await tx.message.findUnique({ where: { id } });
    if (!row || row.expiresAt <= now()) throw new AppError("not_found");
    const message = messageOf(row);
    const member = message.repliedBy ? await tx.member.findUnique({ where: { id: message.repliedBy }, select: { name: true } }) : null;
    return { message, state: stateOf(message), by: member?.name ?? null };
  });
}
