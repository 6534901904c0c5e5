import { AppError } from "../core/errors.ts";
import { mayAt } from "../core/people/roles.ts";
import type { CheckKey } from "../core/translation/checks/check.ts";
import type { Owner } from "../core/translation/wording.ts";
import { checksOf, judge } from "../core/workflow/approvable.ts";
import { allow } from "./allow.ts";
import { reasonFrom } from "./given-reason.ts";
import { loadOwner } from "./load-units.ts";
import type { Actor, Ports } from "./ports.ts";

export interface WaiveCheck {
  owner: Owner;
  unit: string;
  check: CheckKey;
  /** Hash of the words that were on screen. */
  seen: string;
  /** Why the words are right as they are. */
  reason: string;
}

/**
 * Confirms the warnings of a check about a unit's words as they are: for just these words, with a reason that stays with them. Errors
 * can't be confirmed. Who may write or review the words that are warned of may do it, their writer too: another person still approves.
 * @throws AppError not_allowed, not_found (the unit, or no such warning about it), bad_text, invalid (`faults`: reason), clash (the words
 * changed), checks_failed (it is an error)
 */
export async function waiveCheck(ports: Ports, actor: Actor, { owner, unit: name, check, seen, reason: typed }: WaiveCheck): Promise<void> {
  allow(actor, "words.edit");
  const reason = reasonFrom(typed);
  await ports.write(async (tx) => {
    const { units, place } = await loadOwner(ports, tx, owner);
    const unit = units.find((one) => one.unit === name);
    if (!unit) throw new AppError("not_found");
    if (unit.hash !== seen) throw new AppError("clash");
    const { issues, waived } = judge(unit, await tx.terms.all(), await tx.waivers.ofOwner(owner));
    const about = issues.filter((issue) => issue.check === check);
    if (about.length === 0) throw new AppError("not_found");
    const mayJudge = about.every(({ lang }) => (["words.edit", "words.approve"] as const).some((action) => mayAt(actor.grants, action, { ...place, lang })));
    if (!mayJudge) throw new AppError("not_allowed", { action: "words.edit" });
    if (about.some(({ severity }) => severity === "error")) throw new AppError("checks_failed");
    if (checksOf(waived).includes(check)) return;
    const at = ports.now();
    await tx.waivers.add(owner, { id: ports.newId(), unit: name, check, pairHash: unit.hash, reason, by: actor.id, at });
    await tx.audit.note({ act: "check.waive", object: owner, by: actor.id, at, after: { unit: name, hash: unit.hash, check, reason } });
  });
}
