import type { Team } from "../../../core/people/team.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { Team as Row } from "../generated/sqlite/client.ts";

export const teamOf = ({ key, body }: Row): Team => ({ ...(body as unknown as Omit<Team, "key">), key });

export const teams = (client: WriteClient): Tx["teams"] => ({
  async all() {
    return (await client.team.findMany({ orderBy: { key: "asc" } })).map(teamOf);
  },
  async put({ key, ...team }) {
    const body = json(team);
    await client.team.upsert({ where: { key }, create: { key, body }, update: { body }, select: { key: true } });
  },
});
