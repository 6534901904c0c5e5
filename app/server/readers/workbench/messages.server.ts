import { AppError } from "../../../core/errors.ts";
import { type Message, type MessageKind, type MessageState, stateOf } from "../../../core/messages/message.ts";
import { type Place, subjectOf } from "../../../core/messages/place.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
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

/** What readers sent about the topics that the member answers, the newest first, a page at a time. */
export async function readMessages({ db, now }: Reading, member: Member, { kind, done, before }: MessageFilter): Promise<MessagesView> {
  return db.snapshot(async (tx) => {
    const here = { expiresAt: { gt: now() }, ...(await theirs(tx, member)) };
    const found = await tx.message.findMany({
      where: { AND: [here, { repliedAt: done ? { not: null } : null, ...(kind && { kind }), ...(before && { id: { lt: before } }) }] },
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

/**
 * Narrows to the messages that a member may answer: by id, because a topic is found by way of a path and an article. What is there at
 * all was sent in the last ninety days.
 */
async function theirs(tx: ReadTx, member: Member): Promise<{ id?: { notIn: string[] } }> {
  if (mayAt(member.grants, "messages.answer", { topic: "" })) return {};
  const rows = await tx.message.findMany({ select: { id: true, place: true } });
  const places = rows.map(({ id, place }) => ({ id, place: place as unknown as Place | null }));
  const topicOf = await topicsOf(
    tx,
    places.map(({ place }) => place),
  );
  return { id: { notIn: places.filter(({ place }) => !answers(member, topicOf(place))).map(({ id }) => id) } };
}

const answers = (member: Member, topic: string | undefined): boolean => mayAt(member.grants, "messages.answer", { topic });

/** Tells the topic of a message by where it was written; undefined: of none. */
async function topicsOf(tx: ReadTx, places: readonly (Place | null)[]): Promise<(place: Place | null) => string | undefined> {
  const slugs = [...new Set(places.flatMap((place) => subjectOf(place).slug ?? []))];
  const articles = (await tx.article.findMany({ where: { slug: { in: slugs } } })).map(articleOf);
  const topics = new Map(articles.map(({ slug, about }) => [slug, about.topic]));
  return (place) => {
    const { slug, topic } = subjectOf(place);
    return topics.get(slug ?? "") ?? topic;
  };
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
 * @throws AppError `not_allowed` (of a topic that others answer), `not_found` (never sent, or its time is over)
 */
export async function readMessage({ db, now }: Reading, asking: Member, id: string): Promise<MessageView> {
  return db.snapshot(async (tx) => {
    const row = await tx.message.findUnique({ where: { id } });
    if (!row || row.expiresAt <= now()) throw new AppError("not_found");
    const message = messageOf(row);
    const topicOf = await topicsOf(tx, [message.place]);
    if (!answers(asking, topicOf(message.place))) throw new AppError("not_allowed");
    const member = message.repliedBy ? await tx.member.findUnique({ where: { id: message.repliedBy }, select: { name: true } }) : null;
    return { message, state: stateOf(message), by: member?.name ?? null };
  });
}
