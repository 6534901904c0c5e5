import type { Fact } from "../../core/facts/fact.ts";
import type { Flow } from "../../core/facts/gate.ts";
import { areToldAlike, type DirectedStatus, gravest } from "../../core/facts/gate-directions.ts";
import type { GateStatus } from "../../core/facts/gate-status.ts";

/** One flow of a gate at an instant, or one direction of it, with the hours it rests on; null: hours not published. */
export interface FlowStatus extends DirectedStatus {
  flow: Flow;
  hours: Fact | null;
}

/** Whether a status is read off hours that their agency has still to confirm. What a person saw needs no such mark. */
export function restsOnUnsureHours({ status: { status }, hours }: FlowStatus): boolean {
  return hours?.mark === "verify" && (status.state === "opens" || (status.state === "open" && status.closesAt !== null));
}

/** What of these is told: one where all stand alike, else each by its name. */
export function toldOf(flows: readonly FlowStatus[]): { flow: FlowStatus; named: boolean }[] {
  const alike = areToldAlike(flows.map(({ status }) => status));
  return (alike ? flows.slice(0, 1) : flows).map((flow) => ({ flow, named: !alike }));
}

/** The state that one sign stands for: the gravest of the first flow, which is the passengers'. */
export function signState(flows: readonly FlowStatus[]): GateStatus["state"] {
  const [first, ...others] = flows.filter(({ flow }) => flow === flows[0]?.flow).map(({ status }) => status);
  return first ? gravest([first, ...others]).status.state : "unknown";
}

/** The first of each flow: for what does not depend on the direction, such as hours. */
export const firstOfEach = (flows: readonly FlowStatus[]): FlowStatus[] =>
  flows.filter(({ flow }, index) => flows.findIndex((one) => one.flow === flow) === index);
