import type { Lang } from "../language/languages.ts";

/** What a member may do. Roles are given apart: a person may hold several. */
export const ROLES = ["translator", "reviewer", "publisher", "operator", "adviser", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (value: unknown): value is Role => ROLES.includes(value as Role);

export type Action = "workbench.enter" | "words.edit" | "words.approve" | "pair.publish" | "gates.report" | "messages.answer" | "places.edit" | "people.invite";

const GRANTED: Record<Action, readonly Role[]> = {
  "workbench.enter": ROLES,
  "words.edit": ["translator", "reviewer", "publisher", "administrator"],
  "words.approve": ["reviewer", "publisher", "administrator"],
  "pair.publish": ["publisher", "administrator"],
  "gates.report": ["operator", "publisher", "administrator"],
  "messages.answer": ["adviser", "publisher", "administrator"],
  "places.edit": ["publisher", "administrator"],
  "people.invite": ["administrator"],
};

export const isAction = (value: unknown): value is Action => typeof value === "string" && Object.hasOwn(GRANTED, value);

/** Whether someone with these roles may do something at all; rules about a given object (never approve one's own) come on top. */
export const may = (roles: readonly Role[], action: Action): boolean => GRANTED[action].some((role) => roles.includes(role));

export interface Member {
  id: string;
  email: string;
  name: string;
  /** The language of the member's own workbench. */
  lang: Lang;
  roles: Role[];
}
