import { limitsOf, type TypedGrant } from "../../../core/people/grants.ts";
import { isRole } from "../../../core/people/roles.ts";

/** What the fields of roles, limits and team say. Boxes of a role that is not ticked say nothing. */
export function standingFrom(form: FormData): { grants: TypedGrant[]; team: string | null } {
  const grants = form.getAll("roles").map((given): TypedGrant => {
    const role = String(given);
    const ticked = (limit: "langs" | "topics" | "sites") => (isRole(role) && limitsOf(role).includes(limit) ? form.getAll(`${limit}.${role}`).map(String) : []);
    return { role, langs: ticked("langs"), topics: ticked("topics"), sites: ticked("sites") };
  });
  return { grants, team: String(form.get("team") ?? "") || null };
}
