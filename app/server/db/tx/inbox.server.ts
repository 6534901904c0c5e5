import type { Tx } from "../../../use-cases/ports.ts";
import { newId } from "../../ids.server.ts";
import type { WriteClient } from "../client.server.ts";

export const inbox = (client: WriteClient): Tx["inbox"] => ({
  async add(items) {
    if (items.length) await client.inboxItem.createMany({ data: items.map(({ by, ...item }) => ({ ...item, id: newId(), byId: by })) });
  },
  async read(memberId, ids, at) {
    await client.inboxItem.updateMany({ where: { memberId, readAt: null, ...(ids && { id: { in: [...ids] } }) }, data: { readAt: at } });
  },
});
