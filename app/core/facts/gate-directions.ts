import { DIRECTIONS, type Direction, type Flow } from "./gate.ts";
import { earliest, type GateStatusAt, gateStatusAt, latest, type Observation } from "./gate-status.ts";

export interface DirectedStatus {
  /** Null: both directions stand alike. */
  direction: Direction | null;
  status: GateStatusAt;
}

/** What a traveller is told about a flow: once where both directions stand alike, else of each. */
export function flowStatusesAt(
  flow: Flow,
  hours: Parameters<typeof gateStatusAt>[2],
  observations: readonly Observation[],
  now: Date,
): [DirectedStatus, ...DirectedStatus[]] {
  const each = DIRECTIONS.map((direction) => ({ direction, status: gateStatusAt(flow, direction, hours, observations, now) }));
  const all = each.map(({ status }) => status);
  const [first] = all;
  if (!first || !areToldAlike(all)) return each as [DirectedStatus, ...DirectedStatus[]];
  const together = { confirmedAt: latest(all.map((one) => one.confirmedAt)), validUntil: earliest(all.map((one) => one.validUntil)) };
  return [{ direction: null, status: { status: first.status, ...together } }];
}

/** Whether a traveller reads the same of each. When a person was last there counts only where that is told. */
export function areToldAlike(statuses: readonly GateStatusAt[]): boolean {
  const told = statuses.map(({ status, confirmedAt }) => JSON.stringify([status, isByHours(status) ? null : confirmedAt]));
  return new Set(told).size <= 1;
}

/** Whether nobody stands behind it but the timetable. */
export const isByHours = (status: GateStatusAt["status"]): boolean => status.state === "opens" || (status.state === "open" && status.basis === "hours");

/** From what lets one pass to what does not. What nobody knows is graver than what the timetable says, and less than what somebody saw. */
const GRAVITY: readonly GateStatusAt["status"]["state"][] = ["open", "opens", "unknown", "congested", "suspended", "closed"];

/** The one that a sign stands for where there is room for one: never better than what somebody will meet. */
export const gravest = <T extends GateStatusAt>([first, ...others]: readonly [T, ...T[]]): T =>
  others.reduce((worst, one) => (GRAVITY.indexOf(one.status.state) > GRAVITY.indexOf(worst.status.state) ? one : worst), first);
