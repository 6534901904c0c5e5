import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Shown } from "../device/stage.ts";
import { runLoop, type Shot } from "./run-loop.ts";

const START = Date.parse("2026-11-23T00:00:00Z");
const TURN = 7_000;

/** Turns of seven seconds, by the clock alone. */
const byClock = (now: Date): Shot<null> => {
  const index = Math.floor((now.getTime() - START) / TURN);
  return { key: String(index), item: `item-${index % 3}`, lang: "vi", showing: `item-${index % 3}`, until: new Date(START + (index + 1) * TURN), view: null };
};

function staged() {
  const told = { shown: [] as Shown[], showing: [] as string[] };
  const stage = { now: () => new Date(), shown: (what: Shown) => void told.shown.push(what), showing: (what: string) => void told.showing.push(what) };
  return { told, stage };
}

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the loop of a player", () => {
  it("keeps to the clock over a day, with one timer at any time, and a receipt for each turn", () => {
    const { told, stage } = staged();
    const loop = runLoop(stage, byClock, () => {});
    for (let hour = 0; hour < 24; hour += 1) {
      vi.advanceTimersByTime(3_600_000);
      expect(vi.getTimerCount()).toBe(1);
    }
    loop.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(told.shown).toHaveLength(Math.ceil(86_400_000 / TURN));
    expect(told.shown.slice(0, -1).every(({ at, seconds }) => seconds === 7 && (at.getTime() - START) % TURN < 50)).toBe(true);
    expect(told.shown.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(86_400);
  });

  it("asks at once when something changed, and ends what was shown with the seconds that it had", () => {
    const { told, stage } = staged();
    let emergency = false;
    const plan = (now: Date): Shot<null> => (emergency ? { ...byClock(now), key: "e", item: "notice", showing: "notice" } : byClock(now));
    const loop = runLoop(stage, plan, () => {});
    vi.advanceTimersByTime(3_000);
    emergency = true;
    loop.again();
    expect(told.showing).toEqual(["item-0", "notice"]);
    expect(told.shown).toEqual([{ item: "item-0", lang: "vi", at: new Date(START), seconds: 3 }]);
    loop.stop();
  });

  it("goes on after a clock that was set back or forth, without a receipt over it", () => {
    const { told, stage } = staged();
    const loop = runLoop(stage, byClock, () => {});
    vi.setSystemTime(START + 3_600_000 + 1_000);
    vi.advanceTimersByTime(30_000);
    expect(told.showing.length).toBeGreaterThan(1);
    vi.setSystemTime(START);
    vi.advanceTimersByTime(30_000);
    expect(told.shown.every(({ seconds }) => seconds > 0)).toBe(true);
    expect(vi.getTimerCount()).toBe(1);
    loop.stop();
  });

  it("makes no receipt of what is none", () => {
    const { told, stage } = staged();
    const loop = runLoop(
      stage,
      (now) => ({ ...byClock(now), item: null }),
      () => {},
    );
    vi.advanceTimersByTime(60_000);
    loop.stop();
    expect(told.shown).toEqual([]);
  });
});
