import { AppError } from "../core/errors.ts";
import { readGrants, type TypedGrant } from "../core/people/grants.ts";
import type { Grant } from "../core/people/roles.ts";
import type { Tx } from "./ports.ts";

export interface TypedStanding {
  grants: readonly TypedGrant[];
  /** Key of a team; null or "": none. */
  team: string | null;
}

/**
 * What a form gives a member to do, held against the topics, sites and teams that exist.
 * @throws AppError `invalid` (`field`: "roles", "limits" or "team")
 */
export async function readStanding(tx: Tx, typed: TypedStanding): Promise<{ grants: Grant[]; team: string | null }> {
  const sites = (await tx.sites.all()).map(({ key }) => key);
  const grants = readGrants(typed.grants, { topics: await tx.places.topicKeys(), sites });
  const team = typed.team || null;
  if (team && !(await tx.teams.all()).some(({ key }) => key === team)) throw new AppError("invalid", { field: "team" });
  return { grants, team };
}
