import type { ReadTx } from "../../db/client.server.ts";

/** The content revision that a page is read from: from there on an open page follows. */
export async function readRevision(tx: ReadTx): Promise<number> {
  return (await tx.content.findUniqueOrThrow({ where: { id: 1 }, select: { revision: true } })).revision;
}
