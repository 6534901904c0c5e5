import type { ByLang, Lang } from "../../../core/language/languages.ts";
import type { Message, MessageKind } from "../../../core/messages/message.ts";
import type { Place } from "../../../core/messages/place.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { Message as Row } from "../generated/sqlite/client.ts";

export const messageOf = (row: Row): Message => ({
  ...row,
  kind: row.kind as MessageKind,
  lang: row.lang as Lang,
  place: row.place as unknown as Place | null,
  reply: row.reply as unknown as ByLang<string> | null,
});

const AT_ONCE = 100;

export const messages = (client: WriteClient): Tx["messages"] => ({
  async byId(id) {
    const row = await client.message.findUnique({ where: { id } });
    return row && messageOf(row);
  },
  async insert({ place, reply, ...message }) {
    await client.message.create({ data: { ...message, ...(place && { place: json(place) }), ...(reply && { reply: json(reply) }) }, select: { id: true } });
  },
  async answer(id, reply, by, at) {
    await client.message.update({ where: { id }, data: { ...(reply && { reply: json(reply) }), repliedBy: by, repliedAt: at }, select: { id: true } });
  },
  async removeExpired(now) {
    const { count } = await client.message.deleteMany({ where: { expiresAt: { lte: now } }, limit: AT_ONCE });
    return count;
  },
});
