import { type Member, type Role, unlimited } from "../../app/core/people/roles.ts";
import type { Actor } from "../../app/use-cases/ports.ts";

/** Somebody who acts, with these roles and no limits. */
export const actor = (id: string, ...roles: Role[]): Actor => ({ id, roles, grants: roles.map(unlimited), team: null });

/** A member with these roles and no limits. */
export const memberWith = (id: string, ...roles: Role[]): Member => ({
  ...actor(id, ...roles),
  email: `${id}@example.org`,
  name: id.toUpperCase(),
  lang: "vi",
});
