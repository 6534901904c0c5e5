import { placeOfGate } from "../../core/facts/fact-places.ts";
import type { Place } from "../../core/people/roles.ts";
import type { Reads } from "./client.server.ts";
import { gateOf } from "./tx/places.server.ts";

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

/** The topics and gates of the pages on which readers see a fact, each combination once, and the gates whose opening hours it is. */
export async function placesShowing(client: Pick<Reads, "$queryRaw" | "gate">, key: string): Promise<Place[]> {
  const named = `%"${key}"%`;
  const pages = await client.$queryRaw<{ topic: string; gates: string }[]>`SELECT DISTINCT "topicKey" AS "topic", "body"->'about'->>'gates' AS "gates"
    FROM "Edition" WHERE "currentOf" IS NOT NULL AND CAST("body" AS TEXT) LIKE ${named} AND ("body"->'facts'->CAST(${key} AS TEXT)) IS NOT NULL`;
  const gates = (await client.gate.findMany()).map(gateOf).filter(({ hours }) => Object.values(hours).includes(key));
  return [...pages.map(({ topic, gates }) => ({ topic, sites: JSON.parse(gates) as string[] })), ...gates.map((gate) => placeOfGate(gate.key))];
}

/** Ids of the articles whose structure at work names a fact in a box of facts. */
export async function treesUsing(client: Pick<Reads, "$queryRaw">, key: string): Promise<string[]> {
  const named = `%"${key}"%`;
  const rows = await client.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Article" WHERE CAST("tree" AS TEXT) LIKE ${named} ORDER BY "id"`;
  return rows.map(({ id }) => id);
}
