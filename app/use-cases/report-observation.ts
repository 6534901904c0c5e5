import { AppError } from "../core/errors.ts";
import { observationFrom, type Report } from "../core/facts/gate-report.ts";
import type { Observation } from "../core/facts/gate-status.ts";
import { byLang } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
import { allow, allowAt } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

/** `known`: this very tap had come before; nothing was written. */
export interface Reported {
  kind: "recorded" | "known";
}

/**
 * Records what an operator says of a gate: readers see it at once, until it ends or goes stale. The id is the tap's own, so that a
 * tap sent again over a bad link counts once.
 * @throws AppError not_allowed, not_found (no such gate), invalid (`field`), bad_text, already_exists (an id of another tap)
 */
export async function reportObservation(ports: Ports, actor: Actor, report: Report): Promise<Reported> {
  allow(actor, "gates.report");
  const reason = report.reason && byLang((lang) => cleanText(report.reason?.[lang] ?? ""));
  const observation = observationFrom({ ...report, reason }, ports.now());
  return ports.write(async (tx) => {
    allowAt(actor, "gates.report", { sites: [observation.gate] });
    const known = await tx.places.observation(observation.id);
    if (known && (known.by !== actor.id || !isSameTap(known.observation, observation))) throw new AppError("already_exists");
    if (known) return { kind: "known" };
    if (!(await tx.places.hasGate(observation.gate))) throw new AppError("not_found");
    await tx.places.addObservation(observation, actor.id);
    const { id, gate, flow, direction, state, until, waitMinutes } = observation;
    await tx.audit.note({
      act: "gate.report",
      object: `gate:${gate}`,
      by: actor.id,
      at: ports.now(),
      after: { id, flow, direction, state, until, waitMinutes },
    });
    await tx.announce({ kind: "gate", gate: observation.gate });
    return { kind: "recorded" };
  });
}

const isSameTap = (one: Observation, other: Observation): boolean =>
  (["gate", "flow", "direction", "state", "waitMinutes"] as const).every((name) => one[name] === other[name]) &&
  one.until?.getTime() === other.until?.getTime();
