import { describe, expect, it } from "vitest";
import { hanoiInstant, observationFrom, type Report, takingBack } from "./gate-report.ts";

const NOW = new Date("2026-11-23T12:00:00+07:00");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const report = (more: Partial<Report> = {}): Report => ({
  id: "0192f0c2-7a54-7b6e-9d5e-1f2a3b4c5d6e",
  gate: "chi-ma",
  flow: "freight",
  direction: null,
  state: "congested",
  waitMinutes: null,
  reason: null,
  at: NOW,
  until: null,
  ...more,
});
const field = (name: string) => expect.objectContaining({ code: "invalid", details: { field: name } });

describe("a tap", () => {
  it.each<[Report["state"], number]>([
    ["open", 4],
    ["congested", 2],
    ["suspended", 6],
    ["closed", 6],
  ])("that says %s and no end is believed for %i hours", (state, hours) => {
    expect(observationFrom(report({ state }), NOW)).toMatchObject({ until: null, unknownAfter: minutes(hours * 60), takesBack: null });
  });

  it("with an end of its own needs no other", () => {
    expect(observationFrom(report({ state: "closed", until: minutes(90) }), NOW)).toMatchObject({ until: minutes(90), unknownAfter: null });
  });

  it("counts from when it was tapped, up to twelve hours ago", () => {
    expect(observationFrom(report({ at: minutes(-720) }), NOW)).toMatchObject({ at: minutes(-720), unknownAfter: minutes(-600) });
    expect(() => observationFrom(report({ at: minutes(-721) }), NOW)).toThrow(field("at"));
  });

  it("from a phone whose clock is a little ahead holds at once, from one far ahead not at all", () => {
    expect(observationFrom(report({ at: minutes(2) }), NOW).at).toEqual(NOW);
    expect(() => observationFrom(report({ at: minutes(2.1) }), NOW)).toThrow(field("at"));
    expect(() => observationFrom(report({ at: new Date(Number.NaN) }), NOW)).toThrow(field("at"));
  });

  it.each<[string, string, Partial<Report>]>([
    ["an end before its beginning", "until", { until: minutes(-1) }],
    ["an end that is no time", "until", { until: new Date(Number.NaN) }],
    ["an end a month away, which is a notice's to say", "until", { until: minutes(30 * 1440) }],
    ["'open until', which is the timetable's to say", "until", { state: "open", until: minutes(60) }],
    ["a wait where nobody waits", "wait", { state: "closed", waitMinutes: 60 }],
    ["a wait of its own making", "wait", { waitMinutes: 47 }],
    ["a reason in one language", "reason", { reason: { vi: "mưa lớn", zh: " " } }],
    ["an id that others could meet", "id", { id: "1" }],
    ["a state of its own making", "state", { state: "unknown" as never }],
    ["a flow of its own making", "flow", { flow: "cattle" as never }],
    ["a direction of its own making", "direction", { direction: "up" as never }],
  ])("with %s is refused", (_, name, wrong) => {
    expect(() => observationFrom(report(wrong), NOW)).toThrow(field(name));
  });
});

describe("taking back", () => {
  const earlier = observationFrom(report(), NOW);
  const id = "0192f0c2-7a54-7b6e-9d5e-000000000000";

  it("names what it takes back, within a minute of the tap", () => {
    expect(takingBack(earlier, id, minutes(0.2), minutes(5))).toEqual({ ...earlier, id, at: minutes(0.2), takesBack: earlier.id });
    expect(() => takingBack(earlier, id, minutes(1.1), minutes(2))).toThrow(field("at"));
  });

  it("is not itself taken back", () => {
    expect(() => takingBack({ ...earlier, takesBack: "x" }, id, NOW, NOW)).toThrow(field("of"));
  });
});

it("a form's date and time are Hanoi's", () => {
  expect(hanoiInstant("2026-11-23T15:00")).toEqual(new Date("2026-11-23T08:00:00Z"));
  expect(hanoiInstant("2026-11-23T15:00:30")).toEqual(new Date("2026-11-23T08:00:30Z"));
  for (const text of ["", "tomorrow", "2026-13-41T15:00", "2026-11-23T15:00Z"]) expect(hanoiInstant(text), text).toBeNull();
});
