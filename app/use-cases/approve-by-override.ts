import { AppError } from "../core/errors.ts";
import { openWarnings } from "../core/translation/checks/check.ts";
import type { Owner } from "../core/translation/wording.ts";
import { checksOf, judge, whyNotApprovable } from "../core/workflow/approvable.ts";
import { allow, allowAt } from "./allow.ts";
import { reasonFrom } from "./given-reason.ts";
import { loadOwner } from "./load-units.ts";
import type { Actor, Ports } from "./ports.ts";

export interface ApproveByOverride {
  owner: Owner;
  unit: string;
  /** Hash of the words that were on screen. */
  seen: string;
  /** Why no second person could be waited for. */
  reason: string;
}

/**
 * A publisher's approval of the publisher's own work, where nobody else is at hand. It sets aside the rule of the second person and no
 * other; the reason stays with the approval, in the audit trail and in the history of the edition that it lets out.
 * @throws AppError not_allowed, not_found, bad_text, invalid (`faults`: reason), clash (the words changed), already_exists (it is
 * approved, or needs no override), and whatever else stands against approving the unit
 */
export async function approveByOverride(ports: Ports, actor: Actor, { owner, unit: name, seen, reason: typed }: ApproveByOverride): Promise<void> {
  allow(actor, "pair.publish");
  const reason = reasonFrom(typed);
  await ports.write(async (tx) => {
    const { units, place } = await loadOwner(ports, tx, owner);
    allowAt(actor, "pair.publish", place);
    const unit = units.find((one) => one.unit === name);
    if (!unit) throw new AppError("not_found");
    if (unit.hash !== seen) throw new AppError("clash");
    const judgement = judge(unit, await tx.terms.all(), await tx.waivers.ofOwner(owner));
    if (unit.returned) throw new AppError("returned");
    const against = unit.approved ? null : whyNotApprovable(unit, await tx.edits.ofUnit(owner, name), actor.id, judgement);
    if (against === null) throw new AppError("already_exists");
    if (against !== "own_work") throw new AppError(against);
    // Whose work it is was asked before the warnings: they stand against it all the same.
    if (openWarnings(judgement.issues, checksOf(judgement.waived)).length) throw new AppError("warnings_open");
    const at = ports.now();
    await tx.approvals.add(owner, [{ id: ports.newId(), unit: name, pairHash: unit.hash, texts: unit.texts, by: actor.id, at, reason }]);
    await tx.audit.note({ act: "unit.override", object: owner, by: actor.id, at, after: { unit: name, hash: unit.hash, reason } });
  });
}
