import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { languageAt, languageOrder } from "./language-turns.ts";
import { type Entry, nextTurn, partAt, type Scene, secondsOf, turnAt } from "./loop.ts";
import { holdDaily, itemOpening, noticesOpening } from "./opening.ts";
import type { ItemTimes } from "./playlist.ts";
import { spread } from "./spread.ts";

const ALWAYS: ItemTimes = { from: null, until: null, weekdays: null, hours: null };
const scene = (item: string, lasts: Scene<string>["lasts"]): Scene<string> => ({ item, what: item, lasts });
const hanoi = (time: string) => new Date(`${time}:00+07:00`);

/** Items by their weight, seconds and times, as they stand at an instant. */
interface Plan {
  weight: number;
  seconds: number[];
  when: ItemTimes;
}
const entriesAt = (plans: readonly Plan[], now: Date): Entry<string>[] =>
  plans.map(({ weight, seconds, when }, index) => ({
    weight,
    opening: itemOpening(when, now),
    scenes: seconds.map((lasts, place) => scene(`${index}.${place}`, lasts)),
  }));

const weights = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 7 });
const clock = fc
  .integer({ min: 0, max: 23 * 60 + 59 })
  .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`);
const times: fc.Arbitrary<ItemTimes> = fc.record({
  from: fc.option(fc.constantFrom("2026-11-20", "2026-11-23", "2026-11-24")),
  until: fc.option(fc.constantFrom("2026-11-23", "2026-11-25")),
  weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })),
  hours: fc.option(fc.record({ from: clock, to: clock })),
});
const plans = fc.array(
  fc.record({ weight: fc.integer({ min: 1, max: 10 }), seconds: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 3 }), when: times }),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const instants = fc.integer({ min: 0, max: 3 * 86_400_000 }).map((ms) => new Date(Date.parse("2026-11-22T17:00:00Z") + ms));

describe("weights", () => {
  test("each item comes as often as its weight says, in lowest terms, and nobody starves", () => {
    fc.assert(
      fc.property(weights, (weights) => {
        const order = spread(weights);
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        for (const [index, weight] of weights.entries()) {
          const places = order.flatMap((one, place) => (one === index ? [place] : []));
          expect(places.length * whole).toBe(weight * order.length);
          // As evenly as can be: never more than two of its own distances between two of its turns, over the end of the round as well.
          const gaps = places.map((place, nth) => (places[nth + 1] ?? (places[0] ?? 0) + order.length) - place);
          expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * Math.ceil(whole / weight));
        }
      }),
    );
  });

  it.each([
    [
      [1, 1, 1],
      [0, 1, 2],
    ],
    [
      [2, 2],
      [0, 1],
    ],
    [
      [5, 1, 1],
      [0, 0, 1, 0, 2, 0, 0],
    ],
    [
      [3, 1],
      [0, 0, 1, 0],
    ],
  ])("%j come as %j", (weights, order) => expect(spread(weights)).toEqual(order));
});

describe("a loop", () => {
  test("shows the same on every display that holds the same, whenever it was started: an instant says it all", () => {
    fc.assert(
      fc.property(plans, instants, fc.integer({ min: 0, max: 600_000 }), (plans, from, ms) => {
        const at = new Date(from.getTime() + ms);
        const asked = turnAt(entriesAt(plans, at), at);
        // One that runs since `from` and goes from turn to turn comes to the same.
        let now = from;
        let reached = turnAt(entriesAt(plans, now), now);
        for (let steps = 0; steps < 5000; steps += 1) {
          const next = nextTurn(entriesAt(plans, now), now);
          if (!next || next > at) break;
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          now = next;
          reached = turnAt(entriesAt(plans, now), now);
        }
        expect(reached?.scene.item).toBe(asked?.scene.item);
        expect(reached?.begins).toEqual(asked?.begins);
      }),
    );
  });

  test("never shows what is outside of its times", () => {
    fc.assert(
      fc.property(plans, instants, (plans, now) => {
        const turn = turnAt(entriesAt(plans, now), now);
        const plays = plans.map(({ when }) => itemOpening(when, now).plays);
        expect(turn !== null).toBe(plays.includes(true));
        if (!turn) return;
        expect(plays[Number(turn.scene.item.split(".")[0])]).toBe(true);
        expect(turn.begins.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(turn.ends.getTime()).toBeGreaterThan(now.getTime());
        // Nor a moment longer than its times allow.
        const before = new Date(turn.ends.getTime() - 1);
        expect(turnAt(entriesAt(plans, before), before)?.scene.item).toBe(turn.scene.item);
      }),
    );
  });

  it("shows the next of an item's own scenes each time, so that many notices leave room for the rest", () => {
    const entries = (now: Date): Entry<string>[] => [
      { weight: 1, opening: itemOpening(ALWAYS, now), scenes: [scene("a", 10), scene("b", { vi: 4, zh: 6 })] },
      { weight: 1, opening: itemOpening(ALWAYS, now), scenes: [scene("c", 5)] },
    ];
    const seen = [0, 9.9, 10, 14.9, 15, 24.9, 25, 29.9, 30].map((second) => {
      const now = new Date(hanoi("2026-11-23T00:00").getTime() + second * 1000);
      return turnAt(entries(now), now)?.scene.item;
    });
    expect(seen).toEqual(["a", "a", "c", "c", "b", "b", "c", "c", "a"]);
  });

  it("does without what has nothing to show, and has no turn where nothing has", () => {
    const now = hanoi("2026-11-23T09:00");
    const empty: Entry<string> = { weight: 10, opening: itemOpening(ALWAYS, now), scenes: [] };
    const full: Entry<string> = { weight: 1, opening: itemOpening(ALWAYS, now), scenes: [scene("a", 7)] };
    expect(turnAt([empty, full], now)?.scene.item).toBe("a");
    expect(turnAt([empty], now)).toBeNull();
    expect(nextTurn([empty], now)).toEqual(hanoi("2026-11-24T00:00"));
  });

  it("drops a withdrawn item in the middle of its turn", () => {
    const now = hanoi("2026-11-23T00:00");
    const all = entriesAt(
      [
        { weight: 1, seconds: [3600], when: ALWAYS },
        { weight: 1, seconds: [5], when: ALWAYS },
      ],
      now,
    );
    expect(turnAt(all, now)?.scene.item).toBe("0.0");
    expect(turnAt(all.slice(1), now)?.scene.item).toBe("1.0");
  });
});

describe("an item's times", () => {
  const opening = (change: Partial<ItemTimes>, at: string) => itemOpening({ ...ALWAYS, ...change }, hanoi(at)).plays;

  it("include their first and their last day", () => {
    const week = { from: "2026-11-23", until: "2026-11-25" };
    expect(["2026-11-22T23:59", "2026-11-23T00:00", "2026-11-25T23:59", "2026-11-26T00:00"].map((at) => opening(week, at))).toEqual([false, true, true, false]);
  });

  it("pass midnight as part of the day on which they began", () => {
    // 2026-11-23 is a Monday.
    const mondayNight = { weekdays: [1], hours: { from: "22:00", to: "05:00" } };
    expect(["2026-11-23T04:59", "2026-11-23T22:00", "2026-11-24T04:59", "2026-11-24T05:00", "2026-11-24T22:30"].map((at) => opening(mondayNight, at))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it("hold all day where both ends are alike, and quiet hours that nobody set never do", () => {
    expect(["2026-11-23T05:59", "2026-11-23T06:00"].map((at) => holdDaily({ from: "06:00", to: "06:00" }, hanoi(at)))).toEqual([true, true]);
    expect(holdDaily(null, hanoi("2026-11-23T06:00"))).toBe(false);
  });

  it("of notices begin and end to the millisecond", () => {
    const terms = { level: "emergency" as const, from: "2026-11-23T02:00:00.000Z", until: "2026-11-23T03:00:00.000Z" };
    const at = (ms: number) => noticesOpening([terms], new Date(Date.parse(terms.from) + ms));
    expect([at(-1).plays, at(0).plays, at(3_599_999).plays, at(3_600_000).plays]).toEqual([false, true, true, false]);
    expect(at(5).changesAt).toEqual(new Date(terms.until));
    expect(at(5).since).toEqual(new Date(terms.from));
  });
});

describe("languages", () => {
  const policy = { show: "alternate" as const, first: "vi" as const, turns: [{ from: "18:00", to: "06:00", first: "zh" as const }] };

  it("come in the policy's order, by time of day", () => {
    expect(languageOrder(policy, hanoi("2026-11-23T12:00"))).toEqual(["vi", "zh"]);
    expect(languageOrder(policy, hanoi("2026-11-23T18:00"))).toEqual(["zh", "vi"]);
    expect(languageOrder(policy, hanoi("2026-11-24T05:59"))).toEqual(["zh", "vi"]);
  });

  it("have each its own whole time, one after the other, and none changes its place within a turn", () => {
    const begins = new Date(hanoi("2026-11-23T18:00").getTime() - 5000);
    const turn = { scene: scene("a", { vi: 6, zh: 4 }), begins, ends: new Date(begins.getTime() + 10_000) };
    const at = (second: number) => languageAt(policy, turn, new Date(begins.getTime() + second * 1000));
    expect([0, 5.9, 6, 9.9].map((second) => at(second).part)).toEqual(["vi", "vi", "zh", "zh"]);
    expect(at(7).begins).toEqual(new Date(begins.getTime() + 6000));
    expect(at(7).ends).toEqual(turn.ends);
  });

  it("stand together where what is shown needs no words", () => {
    const begins = hanoi("2026-11-23T09:00");
    expect(languageAt(policy, { scene: scene("a", 8), begins, ends: new Date(begins.getTime() + 8000) }, begins).part).toBeNull();
  });

  test("every language of every turn is shown, and together they fill it", () => {
    fc.assert(
      fc.property(
        fc.record({ vi: fc.double({ min: 1, max: 60, noNaN: true }), zh: fc.double({ min: 1, max: 60, noNaN: true }) }),
        instants,
        (lasts, begins) => {
          const turn = { scene: scene("a", lasts), begins, ends: new Date(begins.getTime() + Math.round(secondsOf(scene("a", lasts)) * 1000)) };
          const first = languageAt(policy, turn, begins);
          const second = languageAt(policy, turn, first.ends);
          expect(languageAt(policy, turn, new Date(turn.ends.getTime() - 1)).part).toBe(second.part);
          expect(new Set([first.part, second.part])).toEqual(new Set(["vi", "zh"]));
          expect([first.begins, first.ends, second.ends]).toEqual([begins, second.begins, turn.ends]);
        },
      ),
    );
  });
});

test("pages share the time of their turn by what there is to read on them, without gap or overlap", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 9 }), fc.integer({ min: 1000, max: 90_000 }), (loads, span) => {
      const begins = hanoi("2026-11-23T09:00");
      const ends = new Date(begins.getTime() + span);
      const parts = loads.map((load, index) => ({ load, index })) as [{ load: number; index: number }];
      const seen: number[] = [];
      for (let now = begins; now < ends; ) {
        const stretch = partAt(parts, ({ load }) => load, begins, ends, now);
        expect(stretch.begins.getTime()).toBeLessThanOrEqual(now.getTime());
        seen.push(stretch.part.index);
        now = stretch.ends;
      }
      expect(seen).toEqual(loads.map((_, index) => index));
    }),
  );
});
