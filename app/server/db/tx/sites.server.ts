import { type Site, siteOfGate } from "../../../core/people/site.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type ReadTx, type WriteClient } from "../client.server.ts";
import type { Site as Row } from "../generated/sqlite/client.ts";
import { gateOf } from "./places.server.ts";

const siteOf = ({ key, position, body }: Row): Site => ({ ...(body as unknown as Omit<Site, "key" | "position">), key, position });

/** Gates first, in the order of the line; then the clusters of communes. */
export async function allSites(client: Pick<ReadTx, "gate" | "site">): Promise<Site[]> {
  const gates = await client.gate.findMany({ orderBy: { position: "asc" } });
  const communes = await client.site.findMany({ orderBy: [{ position: "asc" }, { key: "asc" }] });
  return [...gates.map((row) => siteOfGate(gateOf(row))), ...communes.map(siteOf)];
}

export const sites = (client: WriteClient): Tx["sites"] => ({
  all: () => allSites(client),
  async put({ key, position, ...site }) {
    const data = { position, body: json(site) };
    await client.site.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } });
  },
});
