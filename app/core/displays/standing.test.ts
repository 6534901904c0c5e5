import { describe, expect, test } from "vitest";
import { FIRST_SETTINGS } from "./settings.ts";
import { type DisplayKnown, standingOf } from "./standing.ts";

const NOW = new Date("2026-11-23T05:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const known: DisplayKnown = {
  display: { pairedAt: minutesAgo(600), revokedAt: null, settings: FIRST_SETTINGS },
  heard: minutesAgo(1),
  report: { manifest: "m1", errors: [] },
  wanted: "m1",
};

describe("how a display stands", () => {
  test("one that holds what it should and was heard just now is well", () => expect(standingOf(known, NOW)).toBe("well"));
  test("one that holds something else is behind", () => expect(standingOf({ ...known, wanted: "m2" }, NOW)).toBe("behind"));
  test("where nobody knows what it should hold, nothing is held against it", () => expect(standingOf({ ...known, wanted: null }, NOW)).toBe("well"));
  test("errors that it tells of come before what it holds", () =>
    expect(standingOf({ ...known, wanted: "m2", report: { manifest: "m1", errors: [{ at: NOW.toISOString(), message: "no room" }] } }, NOW)).toBe("troubled"));
  test("unheard for five minutes it is silent, whatever it said last", () => expect(standingOf({ ...known, heard: minutesAgo(5) }, NOW)).toBe("silent"));
  test("paired a moment ago and not heard yet, it is waited for; after five minutes it is silent", () => {
    const fresh = { ...known, heard: null, report: null };
    expect(standingOf({ ...fresh, display: { ...known.display, pairedAt: minutesAgo(4) } }, NOW)).toBe("waiting");
    expect(standingOf({ ...fresh, display: { ...known.display, pairedAt: minutesAgo(5) } }, NOW)).toBe("silent");
  });
  test("in its quiet hours it rests", () => {
    // 12:00 in Hanoi.
    const settings = { ...FIRST_SETTINGS, quiet: { from: "11:00", to: "13:00" } };
    expect(standingOf({ ...known, heard: minutesAgo(30), display: { ...known.display, settings } }, NOW)).toBe("resting");
  });
  test("a revoked one is that and nothing else", () =>
    expect(standingOf({ ...known, heard: null, display: { ...known.display, revokedAt: minutesAgo(1) } }, NOW)).toBe("revoked"));
});
