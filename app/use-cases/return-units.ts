import type { ErrorCode } from "../core/errors.ts";
import { mayAt, type Place } from "../core/people/roles.ts";
import type { Owner } from "../core/translation/wording.ts";
import { authorsSince } from "../core/workflow/approval.ts";
import { reviewPlaces } from "../core/workflow/place.ts";
import type { Unit } from "../core/workflow/units.ts";
import { allow } from "./allow.ts";
import { reasonFrom } from "./given-reason.ts";
import { loadOwner } from "./load-units.ts";
import type { Actor, KeptEdit, Ports } from "./ports.ts";

export interface ReturnUnits {
  owner: Owner;
  /** Units to send back, each with the hash of the words that the reviewer saw. */
  seen: Record<string, string>;
  /** What is wrong, for whoever wrote them. */
  reason: string;
}

export interface ReturnedUnits {
  returned: string[];
  refused: { unit: string; code: ErrorCode }[];
}

/** So much of the reason stands in the inbox. */
const NOTE_LENGTH = 140;

/**
 * Sends units back to those who wrote them, with a reason, for just the words that were on screen: any later edit ends it by itself,
 * and so does an approval given in spite of it. What was approved and is not public yet can be sent back too. Units that can't be are
 * named, the others go back.
 * @throws AppError not_allowed, not_found, bad_text, invalid (`faults`: reason)
 */
export async function returnUnits(ports: Ports, actor: Actor, { owner, seen, reason: typed }: ReturnUnits): Promise<ReturnedUnits> {
  allow(actor, "words.approve");
  const reason = reasonFrom(typed);
  return ports.write(async (tx) => {
    const { units, place } = await loadOwner(ports, tx, owner);
    const asked = Object.entries(seen).map(([unit, hash]) => {
      const found = units.find((one) => one.unit === unit);
      return { unit, found, code: refusal(found, hash, actor, place) };
    });
    const going = asked.flatMap(({ found, code }) => (found && code === null ? [found] : []));
    const at = ports.now();
    if (going.length) {
      const returns = going.map((unit) => ({ id: ports.newId(), unit: unit.unit, pairHash: unit.hash, reason, by: actor.id, at }));
      await tx.returns.add(owner, returns);
      const edits = Map.groupBy(await tx.edits.ofOwner(owner), (edit) => edit.unit);
      const note = [...reason].slice(0, NOTE_LENGTH).join("");
      await tx.inbox.add(
        going.flatMap((unit) =>
          writersOf(unit, edits.get(unit.unit) ?? [])
            .filter((memberId) => memberId !== actor.id)
            .map((memberId) => ({ memberId, kind: "returned" as const, owner, unit: unit.unit, note, by: actor.id, at })),
        ),
      );
      await tx.audit.note({ act: "unit.return", object: owner, by: actor.id, at, after: { units: hashesOf(going), reason } });
    }
    return {
      returned: going.map((unit) => unit.unit),
      refused: asked.flatMap(({ unit, code }) => (code === null ? [] : [{ unit, code }])),
    };
  });
}

const hashesOf = (units: readonly Unit[]): Record<string, string> => Object.fromEntries(units.map((unit) => [unit.unit, unit.hash]));

/** Those whose work a new approval would cover; where there is none, who wrote the words last. */
function writersOf(unit: Unit, edits: readonly KeptEdit[]): string[] {
  const authors = [...authorsSince(unit.approval, edits, unit.texts)];
  return authors.length ? authors : [...new Set(Object.values(unit.wordings).flatMap((wording) => wording?.editedBy ?? []))];
}

/** Why a unit can't be sent back as it was seen; null when it can. */
function refusal(unit: Unit | undefined, seen: string, actor: Actor, place: Place): ErrorCode | null {
  if (!unit) return "not_found";
  if (unit.hash !== seen) return "clash";
  if (!reviewPlaces(unit, place).every((one) => mayAt(actor.grants, "words.approve", one))) return "not_allowed";
  return unit.state === "in_review" || unit.state === "approved" ? null : "not_ready";
}
