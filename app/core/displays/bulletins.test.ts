import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { bulletinAt, CHIME_SECONDS, dueAt, missedTimes, nextTime, recordingOf, secondsToSay } from "./bulletins.ts";
import type { LanguagePolicy } from "./display.ts";
import { emergencies, holding } from "./emergency.ts";
import type { ItemTimes, Playlist, PlaylistItem, Recording } from "./playlist.ts";
import { overlapsIn } from "./timetable.ts";

const hanoi = (time: string) => new Date(`${time}+07:00`);
const ALWAYS: ItemTimes = { from: null, until: null, weekdays: null, hours: null };
const POLICY: LanguagePolicy = { show: "alternate", first: "vi", turns: [{ from: "18:00", to: "06:00", first: "zh" }] };
const recording = (key: string): Recording => ({
  key,
  name: { vi: key, zh: key },
  script: { vi: "…", zh: "…" },
  clips: { vi: `${key}-vi`, zh: `${key}-zh` },
  revision: 1,
});
const item = (id: string, key: string, when: Partial<ItemTimes> = {}): PlaylistItem => ({
  id,
  kind: "recording",
  recording: key,
  weight: 1,
  seconds: 0,
  when: { ...ALWAYS, ...when },
  displays: null,
});
const playlist = (items: PlaylistItem[]): Playlist => ({
  key: "p",
  name: { vi: "p", zh: "p" },
  site: null,
  revision: 1,
  items,
  times: ["07:00", "12:00", "23:00"],
});

describe("a timetable", () => {
  it("is due for a minute from each of its times on, and at the same instant whenever one asks", () => {
    const at = (time: string) => dueAt(["07:00", "12:00"], null, hanoi(`2026-11-23T${time}`))?.toISOString() ?? null;
    expect([at("06:59:59"), at("07:00:00"), at("07:00:59"), at("07:01:00")]).toEqual([null, "2026-11-23T00:00:00.000Z", "2026-11-23T00:00:00.000Z", null]);
  });

  it("says when it speaks next, tomorrow as well", () => {
    expect(nextTime(["07:00", "12:00"], null, hanoi("2026-11-23T07:00:00"))).toEqual(hanoi("2026-11-23T12:00:00"));
    expect(nextTime(["07:00", "12:00"], null, hanoi("2026-11-23T12:30:00"))).toEqual(hanoi("2026-11-24T07:00:00"));
    expect(nextTime([], null, hanoi("2026-11-23T12:30:00"))).toBeNull();
  });

  it("keeps silent in quiet hours", () => {
    const quiet = { from: "22:00", to: "06:00" };
    expect(dueAt(["23:00"], quiet, hanoi("2026-11-23T23:00:10"))).toBeNull();
    expect(nextTime(["23:00", "07:00"], quiet, hanoi("2026-11-23T12:30:00"))).toEqual(hanoi("2026-11-24T07:00:00"));
  });

  test("is due exactly when its last time is less than a minute ago", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 - 1 }), fc.integer({ min: 0, max: 1439 }), (ms, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        const now = new Date(hanoi("2026-11-23T00:00:00").getTime() + ms);
        const since = (ms - minute * 60_000 + 86_400_000) % 86_400_000;
        expect(dueAt([time], null, now) !== null).toBe(since < 60_000);
      }),
    );
  });
});

describe("a bulletin", () => {
  it("says every recording as a pair, the chime before its first language", () => {
    const said = bulletinAt(playlist([item("a", "rain"), item("b", "queue")]), [recording("rain"), recording("queue")], POLICY, hanoi("2026-11-23T07:00:00"));
    expect(said.map(({ item, clip, chime }) => [item, clip, chime])).toEqual([
      ["a", "rain-vi", true],
      ["a", "rain-zh", false],
      ["b", "queue-vi", true],
      ["b", "queue-zh", false],
    ]);
  });

  it("begins with the language of the time of day", () => {
    expect(bulletinAt(playlist([item("a", "rain")]), [recording("rain")], POLICY, hanoi("2026-11-23T23:00:00")).map(({ lang }) => lang)).toEqual(["zh", "vi"]);
  });

  it("leaves out what may not be played then, and what is not there", () => {
    const items = [item("a", "rain", { weekdays: [2] }), item("b", "gone"), item("c", "queue")];
    const said = bulletinAt(playlist(items), [recording("rain"), recording("queue")], POLICY, hanoi("2026-11-23T07:00:00"));
    expect(said.map(({ item }) => item)).toEqual(["c", "c"]);
  });

  it("of a notice is the recording that bears its slug", () => {
    expect(recordingOf({ id: "n1", slug: "rain" }, [recording("rain")], POLICY, hanoi("2026-11-23T07:00:00")).map(({ item, clip }) => [item, clip])).toEqual([
      ["n1", "rain-vi"],
      ["n1", "rain-zh"],
    ]);
    expect(recordingOf({ id: "n1", slug: "storm" }, [recording("rain")], POLICY, hanoi("2026-11-23T07:00:00"))).toEqual([]);
  });
});

describe("an emergency", () => {
  const notice = (id: string, level: "routine" | "priority" | "emergency", from: string, until: string | null) => ({
    id,
    terms: { level, from: hanoi(`2026-11-23T${from}`).toISOString(), until: until && hanoi(`2026-11-23T${until}`).toISOString() },
  });
  const notices = [notice("a", "priority", "06:00:00", null), notice("b", "emergency", "07:00:00", "07:30:00"), notice("c", "emergency", "07:10:00", null)];

  it("holds from its beginning to its end, without anybody's word", () => {
    const at = (time: string) => emergencies(notices, hanoi(`2026-11-23T${time}`)).map(({ id }) => id);
    expect([at("06:59:59"), at("07:00:00"), at("07:10:00"), at("07:29:59"), at("07:30:00")]).toEqual([[], ["b"], ["c", "b"], ["c", "b"], ["c"]]);
  });

  it("comes before everything else that holds", () => {
    expect(holding(notices, hanoi("2026-11-23T07:15:00")).map(({ id }) => id)).toEqual(["c", "b", "a"]);
  });
});

describe("how long a bulletin takes", () => {
  const kept = [recording("rain"), recording("queue")];
  const seconds = (clip: string) => ({ "rain-vi": 100, "rain-zh": 110, "queue-vi": 20, "queue-zh": 30 })[clip] ?? null;
  const now = hanoi("2026-11-23T06:00:00");

  it("is its chimes and every language; a clip whose length nobody knows is not counted", () => {
    const spoken = bulletinAt(playlist([item("1", "rain"), item("2", "queue")]), [...kept, recording("new")], POLICY, now);
    expect(secondsToSay(spoken, seconds)).toBe(260 + 2 * CHIME_SECONDS);
    expect(secondsToSay(spoken, () => null)).toBe(2 * CHIME_SECONDS);
  });

  it("tells which times are too close: those that come while another still speaks, over midnight too", () => {
    const both = [item("1", "rain"), item("2", "queue")];
    const overlaps = (items: PlaylistItem[], times: string[]) => overlapsIn({ ...playlist(items), times }, kept, seconds, now);
    expect(overlaps(both, ["07:00", "07:04", "12:00"])).toEqual([{ time: "07:00", next: "07:04", seconds: 266 }]);
    expect(overlaps(both, ["07:00", "07:05", "12:00"])).toEqual([]);
    expect(overlaps(both, ["00:02", "23:58"])).toEqual([{ time: "23:58", next: "00:02", seconds: 266 }]);
    expect(overlaps(both, ["07:00"])).toEqual([]);
    expect(overlaps([item("v", "none")], ["07:00", "07:01"])).toEqual([]);
  });

  it("counts what may be said then: an item for Sundays makes Sundays long", () => {
    const sundays = [item("1", "rain", { weekdays: [7] }), item("2", "queue")];
    expect(overlapsIn({ ...playlist(sundays), times: ["07:00", "07:02"] }, kept, seconds, now)).toEqual([{ time: "07:00", next: "07:02", seconds: 266 }]);
    const mornings = [item("1", "rain", { hours: { from: "05:00", to: "06:30" } }), item("2", "queue")];
    expect(overlapsIn({ ...playlist(mornings), times: ["07:00", "07:02"] }, kept, seconds, now)).toEqual([]);
  });

  it("and the times that it left no room for are those that are more than a minute old when it ends", () => {
    const missed = (ended: string) => missedTimes(["07:00", "07:02", "07:05"], null, hanoi("2026-11-23T07:00:00"), hanoi(`2026-11-23T${ended}`)).length;
    expect([missed("07:02:59"), missed("07:03:00"), missed("07:05:30"), missed("07:06:00")]).toEqual([0, 1, 1, 2]);
  });
});
