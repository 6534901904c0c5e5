import type { Lang } from "../language/languages.ts";

/** What a member may do. Roles are given apart: a person may hold several. */
export const ROLES = ["author", "translator", "reviewer", "publisher", "operator", "adviser", "technician", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (value: unknown): value is Role => ROLES.includes(value as Role);

/** A role with its limits; a limit that is null does not limit. */
export interface Grant {
  role: Role;
  /** Languages whose words the member may write or review. */
  langs: Lang[] | null;
  /** Keys of topics. */
  topics: string[] | null;
  /** Keys of sites: gates and commune clusters. */
  sites: string[] | null;
}

export const unlimited = (role: Role): Grant => ({ role, langs: null, topics: null, sites: null });

export type Action =
  | "workbench.enter"
  | "words.read"
  | "article.create"
  | "words.edit"
  | "words.approve"
  | "pair.publish"
  | "facts.edit"
  | "facts.confirm"
  | "gates.report"
  | "messages.answer"
  | "displays.manage"
  | "places.edit"
  | "audit.read"
  | "people.invite";

const GRANTED: Record<Action, readonly Role[]> = {
  "workbench.enter": ROLES,
  "words.read": ["author", "translator", "reviewer", "publisher", "adviser", "administrator"],
  "article.create": ["author", "publisher", "administrator"],
  "words.edit": ["author", "translator", "reviewer", "publisher", "administrator"],
  "words.approve": ["reviewer", "publisher", "administrator"],
  "pair.publish": ["publisher", "administrator"],
  "facts.edit": ["author", "reviewer", "publisher", "administrator"],
  "facts.confirm": ["reviewer", "publisher", "administrator"],
  "gates.report": ["operator", "publisher", "administrator"],
  "messages.answer": ["adviser", "publisher", "administrator"],
  "displays.manage": ["technician", "administrator"],
  "places.edit": ["publisher", "administrator"],
  "audit.read": ["publisher", "administrator"],
  "people.invite": ["administrator"],
};

export const isAction = (value: unknown): value is Action => typeof value === "string" && Object.hasOwn(GRANTED, value);

/** Whether someone with these roles may do something at all, somewhere; `mayAt` asks about a given object. */
export const may = (roles: readonly Role[], action: Action): boolean => GRANTED[action].some((role) => roles.includes(role));

/** What an act concerns. What is left out is not asked about. */
export interface Place {
  /** The language whose words are written or reviewed. */
  lang?: Lang;
  /** "" belongs to no topic: only a grant without a limit covers it. */
  topic?: string;
  /** Every site it concerns; empty: all of them, which only a grant without a limit covers. */
  sites?: readonly string[];
}

/** Whether one of the grants allows the action on just this object. */
export const mayAt = (grants: readonly Grant[], action: Action, place: Place): boolean =>
  grants.some((grant) => GRANTED[action].includes(grant.role) && covers(grant, place));

const covers = ({ langs, topics, sites }: Grant, place: Place): boolean =>
  (langs === null || place.lang === undefined || langs.includes(place.lang)) &&
  (topics === null || place.topic === undefined || topics.includes(place.topic)) &&
  (sites === null || place.sites === undefined || (place.sites.length > 0 && place.sites.every((site) => sites.includes(site))));

export interface Member {
  id: string;
  email: string;
  name: string;
  /** The language of the member's own workbench. */
  lang: Lang;
  grants: Grant[];
  /** The grants' roles, each once: what a page asks about before it knows the object. */
  roles: Role[];
  /** Key of the member's team; null: none. */
  team: string | null;
}

export const rolesOf = (grants: readonly Grant[]): Role[] => ROLES.filter((role) => grants.some((grant) => grant.role === role));
