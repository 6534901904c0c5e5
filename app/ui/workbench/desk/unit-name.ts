import type { DeskUnit } from "../../../core/workflow/desk.ts";

/** What a unit is, in words. */
export const nameOf = (unit: DeskUnit, kindWords: (kind: DeskUnit["kind"]) => string): string => (unit.kind === "string" ? unit.unit : kindWords(unit.kind));
