import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIRECTIONS, FLOWS } from "./gate.ts";
import { areToldAlike, flowStatusesAt, gravest } from "./gate-directions.ts";
import { type GateStatus, type GateStatusAt, gateStatusAt, type Observation } from "./gate-status.ts";

const hours = { type: "hours", opens: "07:00", closes: "20:00" } as const;
const at = (time: string, day = "2026-11-23") => new Date(`${day}T${time}:00+07:00`);
const seen = (more: Partial<Observation>): Observation => ({
  id: "1",
  gate: "huu-nghi",
  flow: null,
  direction: null,
  state: "suspended",
  waitMinutes: null,
  reason: null,
  at: at("08:00"),
  until: null,
  unknownAfter: at("14:00"),
  takesBack: null,
  ...more,
});

describe("a flow and its directions", () => {
  it("is told once where both stand alike, apart where they differ, and once again when the difference is over", () => {
    const halt = seen({ direction: "out" });
    const told = (now: Date) => flowStatusesAt("freight", hours, [halt], now).map(({ direction, status }) => [direction, status.status.state]);
    expect(told(at("07:30"))).toEqual([[null, "open"]]);
    expect(told(at("08:00"))).toEqual([
      ["in", "open"],
      ["out", "suspended"],
    ]);
    // Nobody renewed it: that direction is unknown until the next opening.
    expect(told(at("15:00"))).toEqual([
      ["in", "open"],
      ["out", "unknown"],
    ]);
    expect(told(at("07:00", "2026-11-24"))).toEqual([[null, "open"]]);
  });

  it("two taps that say the same of each direction, at one instant, are told once; at two instants each with its own", () => {
    const both = (second: Date) =>
      flowStatusesAt("freight", null, [seen({ direction: "in" }), seen({ id: "2", direction: "out", at: second })], at("09:00")).map((one) => one.direction);
    expect(both(at("08:00"))).toEqual([null]);
    expect(both(at("08:10"))).toEqual(["in", "out"]);
  });

  it("says of each direction what that direction's own status says, whatever was seen, and is never valid for longer", () => {
    const minute = fc.integer({ min: 0, max: 2 * 1440 }).map((minutes) => new Date(at("00:00").getTime() + minutes * 60_000));
    const observation = fc
      .record({
        state: fc.constantFrom("open" as const, "congested" as const, "suspended" as const, "closed" as const),
        at: minute,
        until: fc.option(minute),
        unknownAfter: fc.option(minute),
        flow: fc.constantFrom(null, ...FLOWS),
        direction: fc.constantFrom(null, ...DIRECTIONS),
      })
      .map(seen);
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 6 }), fc.constantFrom(hours, null), fc.constantFrom(...FLOWS), minute, (list, hours, flow, now) => {
        const all = list.map((one, index) => ({ ...one, id: `${index}` }));
        const told = flowStatusesAt(flow, hours, all, now);
        expect(told.map(({ direction }) => direction)).toEqual(told.length === 1 ? [null] : DIRECTIONS);
        for (const direction of DIRECTIONS) {
          const own = gateStatusAt(flow, direction, hours, all, now);
          const shown = told.find((one) => one.direction === direction || one.direction === null)?.status;
          expect(shown?.status).toEqual(own.status);
          if (own.validUntil) expect(shown?.validUntil?.getTime()).toBeLessThanOrEqual(own.validUntil.getTime());
        }
      }),
      { numRuns: 500 },
    );
  });
});

const status = (status: GateStatus, confirmedAt: Date | null = null): GateStatusAt => ({ status, confirmedAt, validUntil: null });

it("when somebody was there makes a difference only where readers are told of it", () => {
  const open = { state: "open", closesAt: null, basis: "hours" } as const;
  expect(areToldAlike([status(open), status(open, at("08:00"))])).toBe(true);
  expect(areToldAlike([status({ state: "unknown" }), status({ state: "unknown" }, at("08:00"))])).toBe(false);
});

it("one sign for several stands for the gravest", () => {
  const halted = status({ state: "suspended", until: null, reason: null });
  const unknown = status({ state: "unknown" });
  const open = status({ state: "open", closesAt: null, basis: "observation" });
  expect(gravest([open, halted])).toBe(halted);
  expect(gravest([unknown, open])).toBe(unknown);
});
