import { expect, it } from "vitest";
import type { Fact } from "../../core/facts/fact.ts";
import type { GateStatus } from "../../core/facts/gate-status.ts";
import { areAlike, type FlowStatus, restsOnUnsureHours } from "./flow-status.ts";

const HOURS = { key: "hours", value: { type: "hours", opens: "07:00", closes: "20:00" }, mark: "verify" } as Fact;
const CLOSES = new Date("2026-11-23T13:00:00Z");
const flow = (flow: FlowStatus["flow"], status: GateStatus, hours: Fact | null = null): FlowStatus => ({
  flow,
  status: { status, confirmedAt: null, validUntil: null },
  hours,
});

it("hours that wait for confirmation are starred where the status rests on them, and only there", () => {
  expect(restsOnUnsureHours(flow("passengers", { state: "open", closesAt: CLOSES, basis: "hours" }, HOURS))).toBe(true);
  expect(restsOnUnsureHours(flow("passengers", { state: "open", closesAt: CLOSES, basis: "hours" }, { ...HOURS, mark: "confirmed" }))).toBe(false);
  expect(restsOnUnsureHours(flow("passengers", { state: "closed", until: null, reason: null }, HOURS))).toBe(false);
  expect(restsOnUnsureHours(flow("freight", { state: "unknown" }))).toBe(false);
});

it("flows that stand alike are told once, others apart", () => {
  const unknown = [flow("passengers", { state: "unknown" }), flow("freight", { state: "unknown" })];
  expect(areAlike(unknown)).toBe(true);
  expect(areAlike([flow("passengers", { state: "closed", until: null, reason: null }), flow("freight", { state: "unknown" })])).toBe(false);
});
