import { AppError } from "../../../core/errors.ts";
import { hanoiDay } from "../../../core/facts/gate-status.ts";
import type { Site } from "../../../core/people/site.ts";
import type { Team } from "../../../core/people/team.ts";
import { allSites } from "../../db/tx/sites.server.ts";
import { teamOf } from "../../db/tx/teams.server.ts";
import type { Reading } from "../reading.server.ts";
import { type Choice, readAgencies } from "./people-choices.server.ts";

export interface TeamsView {
  teams: (Team & { members: number })[];
  sites: Site[];
  agencies: Choice[];
}

/** Every team with how many may sign in for it, every site, and the agencies that a team can belong to. */
export async function readTeams({ db, now }: Reading): Promise<TeamsView> {
  return db.snapshot(async (tx) => {
    const members = await tx.member.findMany({ where: { disabledAt: null, teamKey: { not: null } }, select: { teamKey: true } });
    const teams = (await tx.team.findMany({ orderBy: { key: "asc" } })).map(teamOf);
    return {
      teams: teams.map((team) => ({ ...team, members: members.filter(({ teamKey }) => teamKey === team.key).length })),
      sites: await allSites(tx),
      agencies: await readAgencies(tx, hanoiDay(now())),
    };
  });
}

export interface TeamView {
  team: Team;
  sites: Site[];
  agencies: Choice[];
  /** Who belongs to it, by name. */
  members: { id: string; name: string }[];
}

/**
 * One team, to be changed.
 * @throws AppError `not_found`
 */
export async function readTeam({ db, now }: Reading, key: string): Promise<TeamView> {
  return db.snapshot(async (tx) => {
    const row = await tx.team.findUnique({ where: { key } });
    if (!row) throw new AppError("not_found");
    const members = await tx.member.findMany({ where: { teamKey: key }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
    return { team: teamOf(row), sites: await allSites(tx), agencies: await readAgencies(tx, hanoiDay(now())), members };
  });
}

/**
 * One commune's cluster, to be renamed.
 * @throws AppError `not_found` (a gate, too, is not changed here)
 */
export async function readSite({ db }: Reading, key: string): Promise<Site> {
  const site = (await db.snapshot((tx) => allSites(tx))).find((one) => one.key === key && one.kind === "commune");
  if (!site) throw new AppError("not_found");
  return site;
}
