import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIRECTIONS, FLOWS } from "./gate.ts";
import { gateStatusAt, hanoiDay, hoursAround, nextHanoiDay, type Observation, stillCounting } from "./gate-status.ts";

const hours = { type: "hours", opens: "07:00", closes: "20:00" } as const;
/** A time on 23 November 2026 in Hanoi. */
const at = (time: string) => new Date(`2026-11-23T${time}:00+07:00`);
const seen = (state: Observation["state"], from: string, more: Partial<Observation> = {}): Observation => ({
  id: from,
  gate: "huu-nghi",
  flow: null,
  direction: null,
  state,
  waitMinutes: null,
  takesBack: null,
  reason: null,
  at: at(from),
  until: null,
  unknownAfter: null,
  ...more,
});

const instant = fc.integer({ min: 0, max: 3 * 1440 }).map((minutes) => new Date(at("00:00").getTime() + minutes * 60_000));
const observation = fc
  .record({
    state: fc.constantFrom("open" as const, "congested" as const, "suspended" as const, "closed" as const),
    from: instant,
    until: fc.option(instant),
    unknownAfter: fc.option(instant),
    flow: fc.constantFrom(null, "freight" as const),
    direction: fc.constantFrom(null, "in" as const, "out" as const),
  })
  .map(({ from, ...rest }) => seen(rest.state, "00:00", { ...rest, at: from }));
/** Some of them take back another. */
const numbered = (list: Observation[]): Observation[] =>
  list.map((one, index) => ({ ...one, id: `${index}`, takesBack: index % 4 === 3 ? `${(index * 7) % list.length}` : null }));

describe("a gate's status", () => {
  it("is unknown where no hours are published and nobody has looked", () => {
    expect(gateStatusAt("passengers", "in", null, [], at("12:00"))).toEqual({ status: { state: "unknown" }, confirmedAt: null, validUntil: null });
  });

  it("follows the hours on the Hanoi clock, to the minute", () => {
    expect(gateStatusAt("passengers", "in", hours, [], at("06:59")).status).toEqual({ state: "opens", opensAt: at("07:00"), basis: "hours" });
    expect(gateStatusAt("passengers", "in", hours, [], at("07:00")).status).toEqual({ state: "open", closesAt: at("20:00"), basis: "hours" });
    expect(gateStatusAt("passengers", "in", hours, [], at("20:00")).status).toMatchObject({ state: "opens" });
    expect(gateStatusAt("passengers", "in", hours, [], at("19:59")).validUntil).toEqual(at("20:00"));
  });

  it("says until when it is closed, and reopens by itself", () => {
    const closure = seen("closed", "08:00", { until: at("15:00") });
    expect(gateStatusAt("freight", "in", hours, [closure], at("07:30"))).toMatchObject({ status: { state: "open" }, validUntil: at("08:00") });
    expect(gateStatusAt("freight", "in", hours, [closure], at("09:00"))).toMatchObject({
      status: { state: "closed", until: at("15:00") },
      validUntil: at("15:00"),
    });
    expect(gateStatusAt("freight", "in", hours, [closure], at("15:00")).status).toMatchObject({ state: "open" });
  });

  it("a closure announced earlier holds again when a shorter suspension inside it ends", () => {
    const closure = seen("closed", "08:00", { until: at("15:00") });
    const inside = seen("suspended", "10:00", { until: at("11:00") });
    expect(gateStatusAt("freight", "in", hours, [closure, inside], at("10:30")).status).toMatchObject({ state: "suspended" });
    expect(gateStatusAt("freight", "in", hours, [closure, inside], at("12:00")).status).toMatchObject({ state: "closed" });
  });

  it("a disturbance that nobody renewed is unknown until the next opening, not over", () => {
    const jam = seen("congested", "09:00", { unknownAfter: at("11:00") });
    expect(gateStatusAt("freight", "in", hours, [jam], at("10:00")).status).toMatchObject({ state: "congested", closesAt: at("20:00") });
    expect(gateStatusAt("freight", "in", hours, [jam], at("11:00"))).toMatchObject({ status: { state: "unknown" }, confirmedAt: at("09:00") });
    expect(gateStatusAt("freight", "in", hours, [jam], new Date(at("07:00").getTime() + 86_400_000)).status).toMatchObject({ state: "open", basis: "hours" });
  });

  it("what nobody renewed is over, not unknown, from the end that it was given", () => {
    const jam = [seen("congested", "08:00", { unknownAfter: at("09:00"), until: at("10:00") })];
    expect(gateStatusAt("freight", "in", hours, jam, at("09:30"))).toMatchObject({ status: { state: "unknown" }, validUntil: at("10:00") });
    expect(gateStatusAt("freight", "in", hours, jam, at("10:00")).status).toMatchObject({ state: "open", basis: "hours" });
  });

  it("an expired 'open' gives way to the timetable", () => {
    const open = seen("open", "09:00", { unknownAfter: at("11:00") });
    expect(gateStatusAt("passengers", "in", hours, [open], at("10:00")).status).toMatchObject({ state: "open", basis: "observation" });
    expect(gateStatusAt("passengers", "in", hours, [open], at("12:00")).status).toMatchObject({ state: "open", basis: "hours" });
    expect(gateStatusAt("passengers", "in", null, [open], at("12:00")).status).toEqual({ state: "unknown" });
  });

  it("what was seen during the day ends with it; a gate that somebody sees open after hours is open", () => {
    const day = seen("open", "18:00", { unknownAfter: at("22:00") });
    const late = seen("open", "20:30", { unknownAfter: at("23:30") });
    expect(gateStatusAt("passengers", "in", hours, [day], at("20:30")).status).toMatchObject({ state: "opens" });
    expect(gateStatusAt("passengers", "in", hours, [day, late], at("21:00")).status).toEqual({ state: "open", closesAt: null, basis: "observation" });
    expect(gateStatusAt("passengers", "in", hours, [day, late], at("23:30")).status).toMatchObject({ state: "opens" });
  });

  it("one flow's suspension does not touch the other", () => {
    const stop = seen("suspended", "09:00", { flow: "freight", until: at("15:00") });
    expect(gateStatusAt("freight", "in", hours, [stop], at("10:00")).status).toMatchObject({ state: "suspended" });
    expect(gateStatusAt("passengers", "in", hours, [stop], at("10:00")).status).toMatchObject({ state: "open" });
  });

  it("one direction's halt does not touch the other", () => {
    const stop = seen("suspended", "09:00", { direction: "out", until: at("15:00") });
    expect(gateStatusAt("passengers", "out", hours, [stop], at("10:00")).status).toMatchObject({ state: "suspended" });
    expect(gateStatusAt("passengers", "in", hours, [stop], at("10:00")).status).toMatchObject({ state: "open", basis: "hours" });
  });

  it("who sees people pass ends the halt before it, for good", () => {
    const stop = seen("suspended", "08:00", { until: at("19:00") });
    const open = seen("open", "10:00", { unknownAfter: at("14:00") });
    expect(gateStatusAt("passengers", "in", hours, [stop, open], at("12:00")).status).toMatchObject({ state: "open", basis: "observation" });
    expect(gateStatusAt("passengers", "in", hours, [stop, open], at("15:00")).status).toMatchObject({ state: "open", basis: "hours" });
  });

  it("what was taken back was never said, and what held before it holds again", () => {
    const stop = seen("suspended", "08:00", { until: at("19:00") });
    const slip = seen("open", "10:00", { unknownAfter: at("14:00") });
    const back = { ...slip, id: "back", at: at("10:01"), takesBack: slip.id };
    expect(gateStatusAt("passengers", "in", hours, [stop, slip, back], at("10:02"))).toMatchObject({
      status: { state: "suspended" },
      confirmedAt: at("08:00"),
      validUntil: at("19:00"),
    });
  });

  it("says the same from those that still count as from all, at any later time", () => {
    fc.assert(
      fc.property(
        fc.array(observation, { maxLength: 8 }).map(numbered),
        fc.constantFrom(hours, null),
        fc.constantFrom(...FLOWS),
        fc.constantFrom(...DIRECTIONS),
        instant,
        fc.nat({ max: 3 * 86_400_000 }),
        (list, hours, flow, direction, now, later) => {
          const then = new Date(now.getTime() + later);
          expect(gateStatusAt(flow, direction, hours, stillCounting(list, now), then)).toEqual(gateStatusAt(flow, direction, hours, list, then));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("never changes before the instant that it says it is valid until", () => {
    fc.assert(
      fc.property(
        fc.array(observation, { maxLength: 5 }).map(numbered),
        fc.constantFrom(hours, null),
        instant,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (list, hours, now, part) => {
          const here = gateStatusAt("freight", "in", hours, list, now);
          const end = here.validUntil?.getTime() ?? now.getTime() + 10 * 86_400_000;
          expect(end).toBeGreaterThan(now.getTime());
          const later = new Date(now.getTime() + Math.floor((end - now.getTime()) * part));
          expect(gateStatusAt("freight", "in", hours, list, later).status).toEqual(here.status);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("hours of the day", () => {
  it("may pass midnight, or never end", () => {
    const night = { type: "hours", opens: "20:00", closes: "02:00" } as const;
    expect(hoursAround(night, at("23:00")).open).toBe(true);
    expect(hoursAround(night, at("01:59")).open).toBe(true);
    expect(hoursAround(night, at("02:00")).open).toBe(false);
    expect(hoursAround({ type: "hours", opens: "00:00", closes: "24:00" }, at("00:00")).open).toBe(true);
  });

  it("the day is Hanoi's", () => {
    expect(hanoiDay(new Date("2026-11-23T16:59:00Z"))).toBe("2026-11-23");
    expect(hanoiDay(new Date("2026-11-23T17:00:00Z"))).toBe("2026-11-24");
    expect(nextHanoiDay(new Date("2026-11-23T16:59:00Z"))).toEqual(new Date("2026-11-23T17:00:00Z"));
  });
});
