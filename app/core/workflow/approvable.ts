import type { ErrorCode } from "../errors.ts";
import { byLang, LANGS } from "../language/languages.ts";
import { placeholdersOf } from "../translation/wording.ts";
import { type Authorship, authorsSince } from "./approval.ts";
import type { Unit } from "./units.ts";

/**
 * Why a member may not approve a unit as it stands; null when nothing is against it. Asked by the desk, which says so before
 * anybody tries, and again inside the transaction that approves. `edits`: those of this unit.
 */
export function whyNotApprovable(unit: Unit, edits: readonly Authorship[], memberId: string): ErrorCode | null {
  if (unit.state === "missing" || unit.state === "stale") return "not_ready";
  if (placeholdersDiffer(unit)) return "placeholders_differ";
  return authorsSince(unit.approval, edits, unit.texts).has(memberId) ? "own_work" : null;
}

function placeholdersDiffer(unit: Unit): boolean {
  const sets = byLang((lang) => placeholdersOf(unit.texts[lang]).join("\n"));
  return LANGS.some((lang) => sets[lang] !== sets[unit.sourceLang]);
}
