import { expect, test } from "vitest";
import type { Gate } from "../../../core/facts/gate.ts";
import { ownGate as gateAt, type KioskContent } from "./content.ts";
import { sampleContent } from "./sample-content.ts";
import { agencyName, flowStatuses, restsOnUnverifiedHours } from "./statuses.ts";

const ownGate = (content: KioskContent): Gate => {
  const gate = gateAt(content);
  if (!gate) throw new Error("the sample stands at a gate");
  return gate;
};
const at = (time: string) => new Date(`2026-11-23T${time}:00+07:00`);
const passengers = (now: Date, content = sampleContent()) => flowStatuses(content, ownGate(content), "passengers", now)[0];

test("the gate opens and closes on screen as time passes, without a server", () => {
  expect(passengers(at("06:59")).status.state).toBe("opens");
  expect(passengers(at("07:00")).status.state).toBe("open");
  expect(passengers(at("20:00")).status.state).toBe("opens");
});

test("a flow without hours and without an observation is unknown, never open", () => {
  const content = sampleContent();
  expect(flowStatuses(content, ownGate(content), "freight", at("12:00"))[0].status.state).toBe("unknown");
});

test("an observation of this gate counts, one of another does not", () => {
  const seen = {
    id: "1",
    flow: null,
    direction: null,
    waitMinutes: null,
    takesBack: null,
    state: "closed" as const,
    reason: null,
    at: at("11:00").toISOString(),
    until: at("15:00").toISOString(),
    unknownAfter: null,
  };
  expect(passengers(at("12:00"), sampleContent({ observations: [{ ...seen, gate: "huu-nghi" }] })).status.state).toBe("closed");
  expect(passengers(at("12:00"), sampleContent({ observations: [{ ...seen, gate: "chi-ma" }] })).status.state).toBe("open");
  expect(passengers(at("15:00"), sampleContent({ observations: [{ ...seen, gate: "huu-nghi" }] })).status.state).toBe("open");
});

test("a direction that stands otherwise is told apart, and both together again when it ends", () => {
  const halt = {
    id: "1",
    gate: "huu-nghi",
    flow: null,
    direction: "out" as const,
    state: "suspended" as const,
    waitMinutes: null,
    takesBack: null,
    reason: null,
    at: at("11:00").toISOString(),
    until: at("12:00").toISOString(),
    unknownAfter: null,
  };
  const content = sampleContent({ observations: [halt] });
  const told = (now: Date) => flowStatuses(content, ownGate(content), "passengers", now).map(({ direction, status }) => [direction, status.state]);
  expect(told(at("11:30"))).toEqual([
    ["in", "open"],
    ["out", "suspended"],
  ]);
  expect(told(at("12:00"))).toEqual([[null, "open"]]);
});

test("a status read off hours that nobody confirmed carries their mark; what an officer saw does not", () => {
  expect(restsOnUnverifiedHours(passengers(at("12:00")))).toBe(true);
  expect(restsOnUnverifiedHours(passengers(at("22:00")))).toBe(true);
  const shut = {
    id: "1",
    gate: "huu-nghi",
    flow: null,
    direction: null,
    waitMinutes: null,
    takesBack: null,
    state: "closed" as const,
    reason: null,
    at: at("11:00").toISOString(),
    until: at("15:00").toISOString(),
    unknownAfter: null,
  };
  expect(restsOnUnverifiedHours(passengers(at("12:00"), sampleContent({ observations: [shut] })))).toBe(false);
});

test("an agency bears its name of the day", () => {
  const { agencies } = sampleContent();
  expect(agencyName(agencies, "border-guard", new Date("2025-06-30T12:00:00+07:00"), "vi")).toBe("old vi");
  expect(agencyName(agencies, "border-guard", new Date("2025-07-01T00:00:00+07:00"), "zh")).toBe("new zh");
  expect(agencyName(agencies, "customs", at("12:00"), "vi")).toBe("customs");
});
