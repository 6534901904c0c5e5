import type { Fact } from "../../core/facts/fact.ts";
import type { Flow } from "../../core/facts/gate.ts";
import type { GateStatusAt } from "../../core/facts/gate-status.ts";

/** One flow of a gate at an instant, with the hours it rests on; null: hours not published. */
export interface FlowStatus {
  flow: Flow;
  status: GateStatusAt;
  hours: Fact | null;
}

/** Whether a status is read off hours that their agency has still to confirm. What a person saw needs no such mark. */
export function restsOnUnsureHours({ status: { status }, hours }: FlowStatus): boolean {
  return hours?.mark === "verify" && (status.state === "opens" || (status.state === "open" && status.closesAt !== null));
}

/** Whether all flows stand alike, so that they can be told at once. */
export function areAlike(flows: readonly FlowStatus[]): boolean {
  const told = flows.map(({ status: { status, confirmedAt } }) => JSON.stringify([status, confirmedAt]));
  return new Set(told).size === 1;
}
