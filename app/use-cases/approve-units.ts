import type { ErrorCode } from "../core/errors.ts";
import type { Owner } from "../core/translation/wording.ts";
import { whyNotApprovable } from "../core/workflow/approvable.ts";
import type { Unit } from "../core/workflow/units.ts";
import { allow } from "./allow.ts";
import { loadUnits } from "./load-units.ts";
import type { Actor, KeptEdit, Ports } from "./ports.ts";

export interface ApproveUnits {
  owner: Owner;
  /** Units to approve, each with the hash of the words that the reviewer saw. */
  seen: Record<string, string>;
}

export interface ApprovedUnits {
  approved: string[];
  refused: { unit: string; code: ErrorCode }[];
}

/**
 * A second person's approval of the words that were on that person's screen: nothing that changed meanwhile, nothing unfinished,
 * and never one's own work. Units that can't be approved are named, the others go through.
 * @throws AppError not_allowed, not_found
 */
export async function approveUnits(ports: Ports, actor: Actor, { owner, seen }: ApproveUnits): Promise<ApprovedUnits> {
  allow(actor, "words.approve");
  return ports.write(async (tx) => {
    const units = await loadUnits(ports, tx, owner);
    const edits = Map.groupBy(await tx.edits.ofOwner(owner), (edit) => edit.unit);
    const asked = Object.entries(seen).map(([unit, hash]) => ({
      unit,
      code: refusal(
        units.find((one) => one.unit === unit),
        hash,
        edits.get(unit) ?? [],
        actor,
      ),
    }));
    const at = ports.now();
    const approvals = units
      .filter((unit) => asked.some((one) => one.unit === unit.unit && one.code === null) && !unit.approved)
      .map((unit) => ({ id: ports.newId(), unit: unit.unit, pairHash: unit.hash, texts: unit.texts, by: actor.id, at }));
    if (approvals.length) await tx.approvals.add(owner, approvals);
    return {
      approved: asked.flatMap((one) => (one.code === null ? [one.unit] : [])),
      refused: asked.flatMap((one) => (one.code === null ? [] : [{ unit: one.unit, code: one.code }])),
    };
  });
}

/** Why a unit can't be approved by this person as it was seen; null when it can. */
function refusal(unit: Unit | undefined, seen: string, edits: readonly KeptEdit[], actor: Actor): ErrorCode | null {
  if (!unit) return "not_found";
  return unit.hash === seen ? whyNotApprovable(unit, edits, actor.id) : "clash";
}
