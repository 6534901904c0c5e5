import type { Freshness } from "../translation/wording.ts";

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
  /** The newest approval is bound to just these words. */
  approved: boolean;
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

/** An article's state: that of its least finished part. */
export function articleState(units: readonly UnitFacts[], withdrawn: boolean): WorkflowState {
  if (withdrawn) return "withdrawn";
  if (units.some((unit) => !unit.sourceWritten)) return "draft";
  const states = units.map(unitState);
  if (states.some((state) => state === "missing" || state === "stale")) return "translating";
  if (states.includes("in_review")) return "in_review";
  return states.includes("approved") ? "approved" : "published";
}
