import { AppError } from "../core/errors.ts";
import { takingBack } from "../core/facts/gate-report.ts";
import { allow, allowAt } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";
import type { Reported } from "./report-observation.ts";

export interface TakeBack {
  /** The tap's own id: sent again, it counts once. */
  id: string;
  /** Id of the observation that is taken back. */
  of: string;
  /** When it was tapped, by the clock of the device. */
  at: Date;
}

/**
 * Takes back what the same operator reported a moment ago: readers see again what held before. Both stay on record.
 * @throws AppError not_allowed, not_found (no such observation of this member), invalid (`field`)
 */
export async function takeBackObservation(ports: Ports, actor: Actor, { id, of, at }: TakeBack): Promise<Reported> {
  allow(actor, "gates.report");
  const now = ports.now();
  return ports.write(async (tx) => {
    if ((await tx.places.observation(id))?.observation.takesBack === of) return { kind: "known" };
    const earlier = await tx.places.observation(of);
    if (!earlier || earlier.by !== actor.id) throw new AppError("not_found");
    allowAt(actor, "gates.report", { sites: [earlier.observation.gate] });
    await tx.places.addObservation(takingBack(earlier.observation, id, at, now), actor.id);
    await tx.audit.note({ act: "gate.take-back", object: `gate:${earlier.observation.gate}`, by: actor.id, at: now, before: { id: of }, after: { id } });
    await tx.announce({ kind: "gate", gate: earlier.observation.gate });
    return { kind: "recorded" };
  });
}
