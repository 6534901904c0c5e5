import type { Tx } from "../../../use-cases/ports.ts";
import { newId } from "../../ids.server.ts";
import { json, type WriteClient } from "../client.server.ts";

export const audit = (client: WriteClient): Tx["audit"] => ({
  async note({ by, before, after, ...entry }) {
    const data = {
      ...entry,
      id: newId(),
      byId: by,
      ...(before !== undefined && { before: json(before as object) }),
      ...(after !== undefined && { after: json(after as object) }),
    };
    await client.auditEntry.create({ data, select: { id: true } });
  },
});
