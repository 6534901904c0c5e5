import { type Grant, mayAt, type Place } from "../people/roles.ts";

/** What shows no reader a fact yet belongs to no topic and to every site: only a grant without limits covers it. */
const NOWHERE: Place = { topic: "", sites: [] };

/**
 * Whether one may decide about a fact as a second person: wherever readers see it, as one approves words there.
 * @param places of every page and gate that shows it
 */
export const mayConfirmAt = (grants: readonly Grant[], places: readonly Place[]): boolean =>
  (places.length > 0 ? places : [NOWHERE]).every((place) => mayAt(grants, "facts.confirm", place));

/** A gate shows its opening hours whatever the topic. */
export const placeOfGate = (gate: string): Place => ({ topic: "", sites: [gate] });
