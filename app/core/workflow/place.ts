import type { ArticleAbout } from "../articles/article.ts";
import { others } from "../language/languages.ts";
import type { Place } from "../people/roles.ts";
import type { Unit } from "./units.ts";

/** Where an article stands, for the limits of a role: its topic and the gates it concerns. */
export const placeOf = (about: ArticleAbout): Place => ({ topic: about.topic, sites: about.gates });

/**
 * What reviewing a unit asks of a reviewer: the languages it is translated into. The source's words are judged together with their
 * translation, by who can judge the translation; the structure, which has no words, counts with its article's words.
 */
export const reviewPlaces = (unit: Pick<Unit, "sourceLang">, place: Place): Place[] => others(unit.sourceLang).map((lang) => ({ ...place, lang }));
