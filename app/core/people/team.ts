import { AppError } from "../errors.ts";
import type { ByLang } from "../language/languages.ts";
import { readNames } from "./site.ts";

/** The programme's own kinds of teams, and the desk that writes. */
export const TEAM_KINDS = ["information", "legal-information", "editorial"] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

export interface Team {
  key: string;
  kind: TeamKind;
  name: ByLang<string>;
  /** Key of the agency it belongs to: the one that its members sign off for. */
  agency: string;
  /** Keys of the sites it serves; empty: all. */
  sites: string[];
}

export interface TypedTeam {
  kind: string;
  name: ByLang<string>;
  agency: string;
  sites: readonly string[];
}

/**
 * The team that a form means.
 * @param known the keys of the agencies and sites that exist
 * @throws AppError `invalid` with `field`: "kind", "name", "agency" or "sites"; `bad_text`
 */
export function readTeam(typed: TypedTeam, known: { agencies: readonly string[]; sites: readonly string[] }): Omit<Team, "key"> {
  const kind = TEAM_KINDS.find((one) => one === typed.kind);
  if (!kind) throw new AppError("invalid", { field: "kind" });
  const name = readNames(typed.name);
  if (!known.agencies.includes(typed.agency)) throw new AppError("invalid", { field: "agency" });
  const sites = [...new Set(typed.sites)].sort();
  if (!sites.every((site) => known.sites.includes(site))) throw new AppError("invalid", { field: "sites" });
  return { kind, name, agency: typed.agency, sites };
}
