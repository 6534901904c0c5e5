import type { ByLang } from "../../../core/language/languages.ts";
import type { TypedGrant } from "../../../core/people/grants.ts";
import type { Grant } from "../../../core/people/roles.ts";

/** Something to tick or to choose, by its key. */
export interface Choice {
  key: string;
  name: ByLang<string>;
}

/** What a member's roles can be limited to, and the teams. */
export interface Choices {
  topics: Choice[];
  sites: Choice[];
  teams: Choice[];
}

/** What stands in the form's fields. */
export interface Standing {
  grants: TypedGrant[];
  team: string | null;
}

export const NOTHING: Standing = { grants: [], team: null };

/** A member's standing as the fields show it: where nothing limits, nothing is ticked. */
export const standingIn = ({ grants, team }: { grants: Grant[]; team: string | null }): Standing => ({
  grants: grants.map(({ role, langs, topics, sites }) => ({ role, langs: langs ?? [], topics: topics ?? [], sites: sites ?? [] })),
  team,
});
