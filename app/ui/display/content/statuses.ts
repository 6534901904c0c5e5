import { type Agency, onDay } from "../../../core/facts/dated.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import type { Direction, Flow, Gate } from "../../../core/facts/gate.ts";
import { flowStatusesAt } from "../../../core/facts/gate-directions.ts";
import { type GateStatusAt, hanoiDay, type Observation } from "../../../core/facts/gate-status.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { HeldObservation, KioskContent } from "./content.ts";

export interface FlowStatus extends GateStatusAt {
  flow: Flow;
  /** Null: both stand alike. */
  direction: Direction | null;
  /** The fact with its hours; null: not published. */
  hours: Fact | null;
}

/**
 * The status of one flow of a gate as time stands, of each direction where they differ; computed from what the kiosk holds: so that it opens and closes
 * on screen without a server. `now`: the server's clock, as well as it is known.
 */
export function flowStatuses(content: KioskContent, gate: Gate, flow: Flow, now: Date): [FlowStatus, ...FlowStatus[]] {
  const key = gate.hours[flow];
  const hours = (key && content.hours[key]) || null;
  const observations = content.observations.filter((seen) => seen.gate === gate.key).map(toObservation);
  const each = flowStatusesAt(flow, hours?.value.type === "hours" ? hours.value : null, observations, now);
  return each.map(({ direction, status }) => ({ flow, direction, hours, ...status })) as [FlowStatus, ...FlowStatus[]];
}

const toObservation = (held: HeldObservation): Observation => ({
  ...held,
  // What a kiosk has kept since before these were told.
  direction: held.direction ?? null,
  waitMinutes: held.waitMinutes ?? null,
  takesBack: held.takesBack ?? null,
  at: new Date(held.at),
  until: held.until === null ? null : new Date(held.until),
  unknownAfter: held.unknownAfter === null ? null : new Date(held.unknownAfter),
});

/** An agency's name on the day, in one language; its key where it is not known, which a reader can still ask for. */
export function agencyName(agencies: readonly Agency[], key: string, now: Date, lang: Lang): string {
  const agency = agencies.find((one) => one.key === key);
  return (agency && (onDay(agency.names, hanoiDay(now)) ?? agency.names.at(-1))?.name[lang]) ?? key;
}

/** Whether a status rests on hours that their agency has still to confirm; an observation by a person needs no such mark. */
export const restsOnUnverifiedHours = ({ status, hours }: FlowStatus): boolean =>
  hours?.mark === "verify" && (status.state === "opens" || ("closesAt" in status && status.closesAt !== null));
