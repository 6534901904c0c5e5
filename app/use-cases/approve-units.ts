import type { ErrorCode } from "../core/errors.ts";
import { mayAt, type Place } from "../core/people/roles.ts";
import type { Owner } from "../core/translation/wording.ts";
import { type Judgement, judge, whyNotApprovable } from "../core/workflow/approvable.ts";
import { reviewPlaces } from "../core/workflow/place.ts";
import type { Unit } from "../core/workflow/units.ts";
import { allow } from "./allow.ts";
import { loadOwner } from "./load-units.ts";
import type { Actor, KeptEdit, Ports } from "./ports.ts";

export interface ApproveUnits {
  owner: Owner;
  /** Units to approve, each with the hash of the words that the reviewer saw. */
  seen: Record<string, string>;
  /** Whether to approve also what a reviewer sent back as it stands: never by the way, among others. */
  evenReturned?: boolean;
}

export interface ApprovedUnits {
  approved: string[];
  refused: { unit: string; code: ErrorCode }[];
}

/**
 * A second person's approval of the words that were on that person's screen: nothing that changed meanwhile, nothing unfinished,
 * and never one's own work. A reviewer who is limited to languages approves units that are translated into these, whole: the source's
 * words are judged together with their translation. Errors that the checks find stand against it, and so do warnings that nobody has
 * confirmed. Units that can't be approved are named, the others go through.
 * @throws AppError not_allowed, not_found
 */
export async function approveUnits(ports: Ports, actor: Actor, { owner, seen, evenReturned = false }: ApproveUnits): Promise<ApprovedUnits> {
  allow(actor, "words.approve");
  return ports.write(async (tx) => {
    const { units, place } = await loadOwner(ports, tx, owner);
    const edits = Map.groupBy(await tx.edits.ofOwner(owner), (edit) => edit.unit);
    const terms = await tx.terms.all();
    const waivers = await tx.waivers.ofOwner(owner);
    const judged = (unit: Unit): Judgement => judge(unit, terms, waivers);
    const asked = Object.entries(seen).map(([unit, hash]) => {
      const found = units.find((one) => one.unit === unit);
      return { unit, code: refusal(found, hash, edits.get(unit) ?? [], actor, { place, evenReturned, judged }) };
    });
    const at = ports.now();
    const going = units.filter((unit) => asked.some((one) => one.unit === unit.unit && one.code === null) && !unit.approved);
    if (going.length) {
      const approvals = going.map(({ unit, hash, texts }) => ({ id: ports.newId(), unit, pairHash: hash, texts, by: actor.id, at, reason: null }));
      await tx.approvals.add(owner, approvals);
      const hashes = Object.fromEntries(going.map(({ unit, hash }) => [unit, hash]));
      await tx.audit.note({ act: "unit.approve", object: owner, by: actor.id, at, after: { units: hashes } });
    }
    return {
      approved: asked.flatMap((one) => (one.code === null ? [one.unit] : [])),
      refused: asked.flatMap((one) => (one.code === null ? [] : [{ unit: one.unit, code: one.code }])),
    };
  });
}

interface Review {
  place: Place;
  evenReturned: boolean;
  judged: (unit: Unit) => Judgement;
}

/** Why a unit can't be approved by this person as it was seen; null when it can. */
function refusal(unit: Unit | undefined, seen: string, edits: readonly KeptEdit[], actor: Actor, { place, evenReturned, judged }: Review): ErrorCode | null {
  if (!unit) return "not_found";
  if (unit.hash !== seen) return "clash";
  if (!reviewPlaces(unit, place).every((one) => mayAt(actor.grants, "words.approve", one))) return "not_allowed";
  if (unit.returned && !evenReturned) return "returned";
  return whyNotApprovable(unit, edits, actor.id, judged(unit));
}
