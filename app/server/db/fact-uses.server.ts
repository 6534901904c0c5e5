import type { Reads } from "./client.server.ts";

/**
 * Ids of the current editions that pin a fact, in order. Found by the text of their JSON, which both databases can search alike: a key
 * of their own structure that is called like the fact may be found too, so who reads the body asks it (`usesFact`).
 */
export async function currentIdsUsing(client: Pick<Reads, "$queryRaw">, key: string): Promise<string[]> {
  const [asText, asBinary] = [`%"${key}":{%`, `%"${key}": {%`];
  const rows = await client.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Edition" WHERE "currentOf" IS NOT NULL
    AND (CAST("body" AS TEXT) LIKE ${asText} OR CAST("body" AS TEXT) LIKE ${asBinary}) ORDER BY "id"`;
  return rows.map(({ id }) => id);
}

/** Ids of the articles whose structure at work names a fact in a box of facts. */
export async function treesUsing(client: Pick<Reads, "$queryRaw">, key: string): Promise<string[]> {
  const named = `%"${key}"%`;
  const rows = await client.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Article" WHERE CAST("tree" AS TEXT) LIKE ${named} ORDER BY "id"`;
  return rows.map(({ id }) => id);
}
