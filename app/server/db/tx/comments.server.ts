import { may } from "../../../core/people/roles.ts";
import type { Comment } from "../../../core/translation/comment.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { Comment as Row } from "../generated/sqlite/client.ts";
import { memberOf } from "./members.server.ts";

export const commentOf = ({ owner, mentions, byId, ...row }: Row): Comment => ({
  ...row,
  owner: owner as Owner,
  mentions: mentions as string[],
  by: byId,
});

export const comments = (client: WriteClient): Tx["comments"] => ({
  async byId(id) {
    const row = await client.comment.findUnique({ where: { id } });
    return row && commentOf(row);
  },
  async add({ mentions, by, ...comment }) {
    await client.comment.create({ data: { ...comment, mentions: json(mentions), byId: by }, select: { id: true } });
  },
  async settle(id, at, by) {
    await client.comment.update({ where: { id }, data: { resolvedAt: at, resolvedBy: by }, select: { id: true } });
  },
  async nameable() {
    // Staff are few, and the databases look into JSON in different ways.
    const rows = (await client.member.findMany({ where: { disabledAt: null } })).map(memberOf);
    return rows.filter(({ roles }) => may(roles, "words.read")).map(({ id, name }) => ({ id, name }));
  },
});
