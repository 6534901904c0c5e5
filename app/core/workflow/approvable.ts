import type { ErrorCode } from "../errors.ts";
import { type CheckKey, hasErrors, type Issue, openWarnings } from "../translation/checks/check.ts";
import { checkPair } from "../translation/checks/check-pair.ts";
import { standingWaivers, type Waiver } from "../translation/checks/waiver.ts";
import type { Term } from "../translation/term.ts";
import { type Authorship, authorsSince } from "./approval.ts";
import type { Unit } from "./units.ts";

/** What the checks say of a unit as it stands, and which of their warnings somebody has confirmed. */
export interface Judgement {
  issues: Issue[];
  waived: Waiver[];
}

/**
 * @param waivers of its owner, oldest first
 * @param check the checks, or a memory of what they said of the same pair
 */
export function judge(unit: Unit, terms: readonly Term[], waivers: readonly Waiver[], check = checkPair): Judgement {
  const { kind, sourceLang, texts } = unit;
  const issues = check({ kind, sourceLang, texts, terms, ...(kind === "string" ? { key: unit.unit } : {}) });
  return { issues, waived: issues.length ? standingWaivers(waivers, unit) : [] };
}

/**
 * Why a member may not approve a unit as it stands; null when nothing is against it. Asked by the desk, which says so before
 * anybody tries, and again inside the transaction that approves. What anybody could mend comes first; whose work it is before the
 * warnings, because who may not approve need not judge them. `edits`: those of this unit.
 */
export function whyNotApprovable(unit: Unit, edits: readonly Authorship[], memberId: string, { issues, waived }: Judgement): ErrorCode | null {
  if (unit.state === "missing" || unit.state === "stale") return "not_ready";
  if (issues.some(({ check }) => check === "placeholders")) return "placeholders_differ";
  if (hasErrors(issues)) return "checks_failed";
  if (authorsSince(unit.approval, edits, unit.texts).has(memberId)) return "own_work";
  return openWarnings(issues, checksOf(waived)).length ? "warnings_open" : null;
}

export const checksOf = (waivers: readonly Waiver[]): CheckKey[] => waivers.map(({ check }) => check);
