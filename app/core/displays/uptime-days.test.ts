import { expect, test } from "vitest";
import { lastDays, minutesByDay, uptimeDays } from "./uptime-days.ts";

const at = (text: string) => new Date(text);
const paired = (text: string, revokedAt: Date | null = null) => ({ pairedAt: at(text), revokedAt });

test("days are Hanoi's, today counts as far as it has come, and nothing counts before the pairing", () => {
  const heard = minutesByDay([
    { hour: at("2026-11-21T16:00:00Z"), minutes: 60 },
    { hour: at("2026-11-21T17:00:00Z"), minutes: 30 },
    { hour: at("2026-11-22T17:00:00Z"), minutes: 45 },
  ]);
  const now = at("2026-11-22T18:00:00Z");
  expect(uptimeDays(heard, [paired("2026-11-21T15:00:00Z")], now, lastDays(now, 3))).toEqual([
    { day: "2026-11-21", heard: 60, of: 120 },
    { day: "2026-11-22", heard: 30, of: 1440 },
    { day: "2026-11-23", heard: 45, of: 60 },
  ]);
});

test("a clock that counted more than there was shows no more than all of it", () => {
  const heard = minutesByDay([{ hour: at("2026-11-22T17:00:00Z"), minutes: 60 }]);
  const now = at("2026-11-22T17:45:00Z");
  expect(uptimeDays(heard, [paired("2026-11-22T17:30:00Z")], now, lastDays(now, 2))).toEqual([{ day: "2026-11-23", heard: 15, of: 15 }]);
});

test("of several displays, each counts from its pairing to the end of its rights", () => {
  const now = at("2026-11-23T17:00:00Z");
  const displays = [paired("2026-11-01T00:00:00Z"), paired("2026-11-22T23:00:00Z"), paired("2026-11-01T00:00:00Z", at("2026-11-22T18:00:00Z"))];
  expect(uptimeDays(new Map([["2026-11-23", 1200]]), displays, now, ["2026-11-23"])).toEqual([{ day: "2026-11-23", heard: 1200, of: 24 * 60 + 18 * 60 + 60 }]);
  expect(uptimeDays(new Map(), [displays[2] as (typeof displays)[0]], now, lastDays(now, 1))).toEqual([]);
});
