import { expect, it } from "vitest";
import type { Fact } from "../../core/facts/fact.ts";
import type { GateStatus } from "../../core/facts/gate-status.ts";
import { type FlowStatus, firstOfEach, restsOnUnsureHours, signState, toldOf } from "./flow-status.ts";

const HOURS = { key: "hours", value: { type: "hours", opens: "07:00", closes: "20:00" }, mark: "verify" } as Fact;
const CLOSES = new Date("2026-11-23T13:00:00Z");
const flow = (flow: FlowStatus["flow"], status: GateStatus, hours: Fact | null = null): FlowStatus => ({
  flow,
  direction: null,
  status: { status, confirmedAt: null, validUntil: null },
  hours,
});

it("hours that wait for confirmation are starred where the status rests on them, and only there", () => {
  expect(restsOnUnsureHours(flow("passengers", { state: "open", closesAt: CLOSES, basis: "hours" }, HOURS))).toBe(true);
  expect(restsOnUnsureHours(flow("passengers", { state: "open", closesAt: CLOSES, basis: "hours" }, { ...HOURS, mark: "confirmed" }))).toBe(false);
  expect(restsOnUnsureHours(flow("passengers", { state: "closed", until: null, reason: null }, HOURS))).toBe(false);
  expect(restsOnUnsureHours(flow("freight", { state: "unknown" }))).toBe(false);
});

const CLOSED: GateStatus = { state: "closed", until: null, reason: null };

it("flows that stand alike are told once, others apart by name", () => {
  const unknown = [flow("passengers", { state: "unknown" }), flow("freight", { state: "unknown" })];
  expect(toldOf(unknown)).toEqual([{ flow: unknown[0], named: false }]);
  const apart = [flow("passengers", CLOSED), flow("freight", { state: "unknown" })];
  expect(toldOf(apart)).toEqual(apart.map((flow) => ({ flow, named: true })));
});

it("the sign never promises more than a passenger of either direction will meet, and freight does not speak for passengers", () => {
  const into = { ...flow("passengers", { state: "open", closesAt: CLOSES, basis: "hours" }), direction: "in" as const };
  const out = { ...flow("passengers", CLOSED), direction: "out" as const };
  expect(signState([into, out, flow("freight", { state: "unknown" })])).toBe("closed");
  expect(signState([into, flow("freight", CLOSED)])).toBe("open");
  expect(firstOfEach([into, out, flow("freight", CLOSED)]).map((one) => one.flow)).toEqual(["passengers", "freight"]);
});
