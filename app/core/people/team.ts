import type { ByLang } from "../language/languages.ts";

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
