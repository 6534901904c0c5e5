import { AppError } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { isLang } from "../language/languages.ts";
import { type Grant, isRole, ROLES, type Role } from "./roles.ts";

/** What a role can be limited to. */
export const LIMITS = ["langs", "topics", "sites"] as const;
export type Limit = (typeof LIMITS)[number];

/** An administrator has no limits: whoever may give roles could take them away again. */
const LIMITS_OF: Record<Role, readonly Limit[]> = {
  author: ["topics", "sites"],
  translator: ["langs", "topics", "sites"],
  reviewer: ["langs", "topics", "sites"],
  publisher: ["topics", "sites"],
  operator: ["sites"],
  adviser: ["topics"],
  technician: ["sites"],
  administrator: [],
};

export const limitsOf = (role: Role): readonly Limit[] => LIMITS_OF[role];

/** A grant as a form brings it: what is not ticked in a list is not in it, and an empty list does not limit. */
export type TypedGrant = { role: string } & Record<Limit, readonly string[]>;

/** The keys that exist. */
export interface Limitable {
  topics: readonly string[];
  sites: readonly string[];
}

/**
 * The grants that a form means, in the order of the roles.
 * @throws AppError `invalid` with `field`: "roles" (none, unknown, or one twice) or "limits" (what does not exist, or not for this role)
 */
export function readGrants(typed: readonly TypedGrant[], known: Limitable): Grant[] {
  const roles = new Set(typed.map(({ role }) => role));
  if (typed.length === 0 || roles.size < typed.length || !typed.every(({ role }) => isRole(role))) throw new AppError("invalid", { field: "roles" });
  const exists: Record<Limit, (key: string) => boolean> = {
    langs: isLang,
    topics: (key) => known.topics.includes(key),
    sites: (key) => known.sites.includes(key),
  };
  const limited = (typedOne: TypedGrant, limit: Limit): string[] | null => {
    const keys = [...new Set(typedOne[limit])].sort();
    if (keys.length === 0) return null;
    if (!LIMITS_OF[typedOne.role as Role].includes(limit) || !keys.every(exists[limit])) throw new AppError("invalid", { field: "limits" });
    return keys;
  };
  return ROLES.flatMap((role) => {
    const one = typed.find((grant) => grant.role === role);
    return one ? [{ role, langs: limited(one, "langs") as Grant["langs"], topics: limited(one, "topics"), sites: limited(one, "sites") }] : [];
  });
}

/** What a member may do and where they belong, in one short word: a form carries it, so that nobody's change is overwritten unseen. */
export const standingOf = (member: { grants: readonly Grant[]; team: string | null }): string => hashOf([member.grants, member.team]);
