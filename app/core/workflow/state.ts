import type { Freshness } from "../translation/wording.ts";
import type { Return } from "./returned.ts";

/** Where one pair of words stands. Derived from the words and approvals themselves, so it can't be wrong. */
export type UnitState = "missing" | "stale" | "in_review" | "approved" | "published";

/** What waits most for somebody comes first. */
export const BY_URGENCY: readonly UnitState[] = ["stale", "missing", "in_review", "approved", "published"];

/** Where an article stands. */
export type WorkflowState = "draft" | "translating" | "in_review" | "approved" | "scheduled" | "published" | "withdrawn";

export interface UnitFacts {
  /** Of each target language; empty for units without words. */
  targets: Freshness[];
  sourceWritten: boolean;
  /** The newest approval is bound to just these words, and nobody has sent them back since. */
  approved: boolean;
  /** A reviewer sent just these words back; null: nobody did. */
  returned: Return | null;
  /** Readers see just these words. */
  published: boolean;
}

export function unitState(unit: UnitFacts): UnitState {
  if (!unit.sourceWritten || unit.targets.includes("missing")) return "missing";
  if (unit.targets.includes("stale")) return "stale";
  if (unit.published) return "published";
  return unit.approved ? "approved" : "in_review";
}

/** Whether a unit may go to readers as it is. */
export const isReady = (unit: UnitFacts): boolean => {
  const state = unitState(unit);
  return state === "published" || state === "approved";
};

/** What an article's state depends on besides its units. */
export interface Outside {
  /** A publication to come waits for its time. */
  scheduled: boolean;
  /** An agency that its topic asks has still to sign it off. */
  unsigned: boolean;
}

const NOTHING_OUTSIDE: Outside = { scheduled: false, unsigned: false };

/** An article's state: that of its least finished part. What was sent back is with its writers again. */
export function articleState(units: readonly UnitFacts[], withdrawn: boolean, { scheduled, unsigned } = NOTHING_OUTSIDE): WorkflowState {
  if (withdrawn) return "withdrawn";
  if (units.some((unit) => !unit.sourceWritten)) return "draft";
  const states = units.map(unitState);
  if (states.some((state) => state === "missing" || state === "stale")) return "translating";
  if (units.some((unit) => unit.returned && !unit.published)) return "translating";
  if (states.includes("in_review")) return "in_review";
  if (!states.includes("approved")) return "published";
  if (unsigned) return "in_review";
  return scheduled ? "scheduled" : "approved";
}
