import type { DeskUnit } from "../workflow/desk.ts";
import type { WorkflowState } from "../workflow/state.ts";

/** What a desk shows of its units. */
export const SHOWS = ["all", "unfinished", "stale", "review", "returned", "commented"] as const;
export type Show = (typeof SHOWS)[number];
export const isShow = (value: unknown): value is Show => SHOWS.includes(value as Show);

export interface DeskFilter {
  show: Show;
  /** Words that a unit's name or either text holds. */
  text: string;
}

export const EVERYTHING: DeskFilter = { show: "all", text: "" };

/** Whether a translator still has something to do: it is missing, its source has changed, or a reviewer sent it back. */
export const isUnfinished = (unit: DeskUnit): boolean => unit.state === "missing" || unit.state === "stale" || (unit.returned ?? null) !== null;

/**
 * The units that a filter lets through, in their order.
 * @param commented units with something said of them that is not settled
 */
export function filtered(units: readonly DeskUnit[], { show, text }: DeskFilter, commented: ReadonlySet<string>): DeskUnit[] {
  const wanted = text.normalize("NFC").trim().toLowerCase();
  const says = (unit: DeskUnit) =>
    !wanted || unit.unit.toLowerCase().includes(wanted) || Object.values(unit.words).some((words) => words.text.toLowerCase().includes(wanted));
  return units.filter((unit) => isShown(unit, show, commented) && says(unit));
}

function isShown(unit: DeskUnit, show: Show, commented: ReadonlySet<string>): boolean {
  switch (show) {
    case "all":
      return true;
    case "unfinished":
      return isUnfinished(unit);
    case "stale":
      return unit.state === "stale";
    case "review":
      return unit.state === "in_review";
    case "returned":
      return (unit.returned ?? null) !== null;
    case "commented":
      return commented.has(unit.unit);
  }
}

/**
 * The unit to go to from one: the next (or previous) that is unfinished, round the end of the list; null when no other is.
 * @param from null: from before the first
 */
export function nextUnfinished(units: readonly DeskUnit[], from: string | null, step: 1 | -1): string | null {
  const at = units.findIndex(({ unit }) => unit === from);
  for (let far = 1; far <= units.length; far += 1) {
    const begin = at === -1 && step === -1 ? units.length : at;
    const unit = units[(((begin + far * step) % units.length) + units.length) % units.length];
    if (unit && unit.unit !== from && isUnfinished(unit)) return unit.unit;
  }
  return null;
}

/** The row before or after one; itself at either end. */
export function neighbour(units: readonly DeskUnit[], from: string | null, step: 1 | -1): string | null {
  const at = units.findIndex(({ unit }) => unit === from);
  if (at === -1) return units[0]?.unit ?? null;
  return units[Math.min(units.length - 1, Math.max(0, at + step))]?.unit ?? null;
}

/**
 * Where an article stands while its units change on a screen. What only the server knows (a withdrawal, a sign-off, a schedule) holds
 * as it was, as long as the units allow it.
 */
export function stateNow(units: readonly DeskUnit[], before: WorkflowState): WorkflowState {
  if (before === "withdrawn") return before;
  if (units.some((unit) => isUnfinished(unit))) return before === "draft" ? "draft" : "translating";
  if (units.some(({ state }) => state === "in_review")) return "in_review";
  if (before === "draft" || before === "translating") return units.some(({ state }) => state === "approved") ? "approved" : "published";
  return before;
}
