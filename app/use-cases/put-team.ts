import { AppError } from "../core/errors.ts";
import { DEFAULT_LANG } from "../core/language/languages.ts";
import { keyFrom } from "../core/people/key.ts";
import { readTeam, type TypedTeam } from "../core/people/team.ts";
import { allow } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Makes a team, or changes one.
 * @param typed `key` null: a new team, whose lasting key is made from its name
 * @returns the key
 * @throws AppError `not_allowed`, `not_found`, `invalid` (`field`: "kind", "name", "agency" or "sites"), `bad_text`
 */
export async function putTeam(ports: Ports, actor: Actor, typed: TypedTeam & { key: string | null }): Promise<string> {
  allow(actor, "people.invite");
  return ports.write(async (tx) => {
    const teams = await tx.teams.all();
    const before = teams.find(({ key }) => key === typed.key) ?? null;
    if (typed.key !== null && !before) throw new AppError("not_found");
    const sites = (await tx.sites.all()).map(({ key }) => key);
    const team = readTeam(typed, { agencies: await tx.places.agencyKeys(), sites });
    const taken = teams.map(({ key }) => key);
    const key = before?.key ?? keyFrom(team.name[DEFAULT_LANG], taken);
    await tx.teams.put({ ...team, key });
    await tx.audit.note({ act: "team.change", object: `team:${key}`, by: actor.id, at: ports.now(), before: before ?? undefined, after: team });
    return key;
  });
}
