import type { Lang } from "../../../core/language/languages.ts";
import { STRUCTURE_UNIT } from "../../../core/workflow/approval.ts";

/** A unit's place in its page. */
export const anchorOf = (unit: string): string => (unit === STRUCTURE_UNIT ? "structure" : `u-${unit}`);

/** The id of the field with a unit's words in one language. */
export const fieldOf = (unit: string, lang: Lang): string => `words-${lang}-${unit}`;
