import { expect, test } from "vitest";
import { uptimeDays } from "./uptime-days.ts";

const at = (text: string) => new Date(text);

test("days are Hanoi's, today counts as far as it has come, and nothing counts before the pairing", () => {
  const days = uptimeDays(
    [
      { hour: at("2026-11-21T16:00:00Z"), minutes: 60 },
      { hour: at("2026-11-21T17:00:00Z"), minutes: 30 },
      { hour: at("2026-11-22T17:00:00Z"), minutes: 45 },
    ],
    at("2026-11-21T15:00:00Z"),
    at("2026-11-22T18:00:00Z"),
    3,
  );
  expect(days).toEqual([
    { day: "2026-11-21", heard: 60, of: 120 },
    { day: "2026-11-22", heard: 30, of: 1440 },
    { day: "2026-11-23", heard: 45, of: 60 },
  ]);
});

test("a clock that counted more than there was shows no more than all of it", () => {
  expect(uptimeDays([{ hour: at("2026-11-22T17:00:00Z"), minutes: 60 }], at("2026-11-22T17:30:00Z"), at("2026-11-22T17:45:00Z"), 2)).toEqual([
    { day: "2026-11-23", heard: 15, of: 15 },
  ]);
});
