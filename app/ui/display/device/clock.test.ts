import { expect, test } from "vitest";
import { createClock } from "./clock.ts";

const at = (text: string) => Date.parse(text);

test("a device knows the server's time, whatever its own clock says", () => {
  const clock = createClock(null, () => at("2026-01-01T00:00:00Z"));
  expect(clock.offset()).toBeNull();
  clock.heard(new Date("2026-11-23T07:00:00Z"));
  expect(clock.now().toISOString()).toBe("2026-11-23T07:00:00.000Z");
});

test("a machine that wakes in another year goes on from the last instant it knew, so that nothing that ended begins again", () => {
  const before = createClock(null, () => at("2026-11-23T07:00:00Z"));
  before.heard(new Date("2026-11-23T07:00:05Z"));
  const after = createClock(before.state(), () => at("1970-01-01T00:00:00Z"));
  expect(after.now().getTime()).toBeGreaterThanOrEqual(at("2026-11-23T07:00:05Z"));
});

test("a machine whose clock runs on keeps its offset over a restart", () => {
  const after = createClock({ offset: 5_000, seen: at("2026-11-23T07:00:00Z") }, () => at("2026-11-24T07:00:00Z"));
  expect(after.now().toISOString()).toBe("2026-11-24T07:00:05.000Z");
  expect(after.offset()).toBe(5_000);
});
