import { onDay } from "../../../core/facts/dated.ts";
import type { ByLang } from "../../../core/language/languages.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { agencyOf, topicOf } from "../../db/tx/places.server.ts";
import { allSites } from "../../db/tx/sites.server.ts";
import { teamOf } from "../../db/tx/teams.server.ts";

/** Something to tick or to choose, by its key. */
export interface Choice {
  key: string;
  name: ByLang<string>;
}

/** What a member's roles can be limited to, and the teams. */
export interface Choices {
  topics: Choice[];
  sites: Choice[];
  teams: Choice[];
}

/** What is to be chosen of something that has a key and a name. */
export const named = ({ key, name }: Choice): Choice => ({ key, name });

export async function readChoices(tx: ReadTx): Promise<Choices> {
  const topics = (await tx.topic.findMany({ orderBy: { position: "asc" } })).map(topicOf).map(named);
  const teams = (await tx.team.findMany({ orderBy: { key: "asc" } })).map(teamOf).map(named);
  return { topics, teams, sites: (await allSites(tx)).map(named) };
}

/** The agencies under the names that hold on a day (YYYY-MM-DD). */
export async function readAgencies(tx: ReadTx, day: string): Promise<Choice[]> {
  const agencies = (await tx.agency.findMany({ orderBy: { key: "asc" } })).map(agencyOf);
  return agencies.flatMap(({ key, names }) => {
    const name = onDay(names, day)?.name ?? names.at(-1)?.name;
    return name ? [{ key, name }] : [];
  });
}
