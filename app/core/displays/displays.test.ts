import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Display } from "./display.ts";
import { groupKey, playlistFor, playlistOf, recordingsOf } from "./group.ts";
import { codeFrom, readPairingCode } from "./pairing.ts";
import type { Playlist, PlaylistItem } from "./playlist.ts";
import { readPlaylist } from "./read-playlist.ts";
import { readReceipts, readReport } from "./read-report.ts";
import { FIRST_SETTINGS, readSettings, readSize } from "./settings.ts";
import { heardMinutes, SILENT_MINUTES, silentSince } from "./uptime.ts";

describe("a pairing code", () => {
  it("survives being typed in any way, and holds nothing that can be taken for something else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
        const code = codeFrom(Buffer.from(bytes).toString("hex"));
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        for (const typed of [code, code.toLowerCase(), code.replace("-", ""), ` ${code.replace("-", " – ")}`, code.replaceAll("0", "O").replaceAll("1", "l")])
          expect(readPairingCode(typed)).toBe(code);
      }),
    );
  });

  it.each(["", "1234567", "123456789", "ABCD-EFGU", "7K3M-9TX!"])("is not %s", (typed) => {
    expect(readPairingCode(typed)).toBeNull();
  });

  it("is another for every random number", () => {
    expect(codeFrom("0000000000")).toBe("0000-0000");
    expect(codeFrom("ffffffffff")).toBe("ZZZZ-ZZZZ");
    expect(codeFrom("0000000001")).toBe("0000-0001");
  });
});

describe("a display's settings", () => {
  it("are read in one order and without what nobody asked for", () => {
    const typed = { quiet: null, brightness: 100, extra: 1, playlist: null, languages: { turns: [], first: "vi", show: "alternate", more: 2 } };
    const { settings, wrong } = readSettings(typed, []);
    expect(wrong).toEqual([]);
    expect(JSON.stringify(settings)).toBe(JSON.stringify(FIRST_SETTINGS));
  });

  it.each([
    ["languages", { languages: { show: "both", first: "vi", turns: [] } }],
    ["languages", { languages: { show: "together", first: "en", turns: [] } }],
    ["languages", { languages: { show: "together", first: "vi", turns: [{ from: "07:00", to: "25:00", first: "zh" }] } }],
    ["playlist", { playlist: "unknown" }],
    ["brightness", { brightness: 9 }],
    ["brightness", { brightness: 50.5 }],
    ["quiet", { quiet: { from: "22:00", to: "22:00" } }],
    ["quiet", { quiet: { from: "22:00" } }],
  ])("name %s when it is wrong: %o", (field, change) => {
    expect(readSettings({ ...FIRST_SETTINGS, ...change }, ["known"]).wrong).toEqual([field]);
  });

  it("know a size, no picture, and what cannot be meant", () => {
    expect(readSize({ width: 384, height: 64, more: 1 })).toEqual({ width: 384, height: 64 });
    expect(readSize({ width: 0, height: 0 })).toBeNull();
    for (const wrong of [{ width: 0, height: 5 }, { width: 1.5, height: 5 }, { width: 1e6, height: 5 }, "wide", undefined])
      expect(readSize(wrong)).toBeUndefined();
  });
});

const item = (id: string, more: Partial<PlaylistItem> = {}): PlaylistItem =>
  ({ id, kind: "clock", weight: 1, seconds: 5, when: { from: null, until: null, weekdays: null, hours: null }, displays: null, ...more }) as PlaylistItem;
const playlist = (key: string, site: string | null, items: PlaylistItem[] = []): Playlist => ({
  key,
  name: { vi: key, zh: key },
  site,
  revision: 1,
  items,
  times: [],
});
const display = (more: Partial<Display> = {}) => ({ id: "d1", site: "huu-nghi", kind: "led" as const, settings: FIRST_SETTINGS, ...more });

describe("what a display plays", () => {
  const all = [playlist("led", null), playlist("z", "huu-nghi"), playlist("a", "huu-nghi"), playlist("chosen", null), playlist("speaker", null)];

  it("is what was chosen for it, else its site's own, else that of its kind, else nothing", () => {
    expect(playlistFor(display({ settings: { ...FIRST_SETTINGS, playlist: "chosen" } }), all)?.key).toBe("chosen");
    expect(playlistFor(display({ settings: { ...FIRST_SETTINGS, playlist: "gone" } }), all)?.key).toBe("a");
    expect(playlistFor(display(), all)?.key).toBe("a");
    expect(playlistFor(display({ site: "chi-ma" }), all)?.key).toBe("led");
    expect(playlistFor(display({ site: "chi-ma", kind: "kiosk" }), all)).toBeNull();
  });

  it("makes a group of displays exactly when they play the same at the same site", () => {
    const both = playlist("a", "huu-nghi", [item("i1"), item("i2", { displays: ["d1"] })]);
    const keyOf = (one: ReturnType<typeof display>) => groupKey(one, playlistOf(one, both));
    expect(keyOf(display({ id: "d2" }))).toBe(keyOf(display({ id: "d3" })));
    const others = [display(), display({ id: "d2", site: "chi-ma" }), display({ id: "d2", kind: "kiosk" })];
    const darker = display({ id: "d2", settings: { ...FIRST_SETTINGS, brightness: 20 } });
    expect(new Set([...others, darker, display({ id: "d2" })].map(keyOf)).size).toBe(5);
  });

  it("counts the recordings of its items and of its notices, in one order", () => {
    const recording = (key: string) => ({ key, name: { vi: "", zh: "" }, script: { vi: "", zh: "" }, clips: { vi: "", zh: "" }, revision: 1 });
    const list = playlist("a", null, [item("i1", { kind: "recording", recording: "welcome" } as Partial<PlaylistItem>)]);
    const kept = [recording("welcome"), recording("storm"), recording("unused")];
    expect(recordingsOf(list, [{ slug: "storm" }], kept).map(({ key }) => key)).toEqual(["storm", "welcome"]);
  });
});

describe("a playlist as it was typed", () => {
  it("keeps only what playlists have", () => {
    const { items, times, wrong } = readPlaylist({ items: [{ ...item("i1"), secret: 1 }], times: ["08:00", "07:00", "08:00"] });
    expect([items, times, wrong]).toEqual([[item("i1")], ["07:00", "08:00"], []]);
  });

  it.each([
    [{ weight: 0 }],
    [{ seconds: 0 }],
    [{ kind: "web", url: "https://example.org" }],
    [{ kind: "article", slug: "../etc" }],
    [{ kind: "picture", picture: "x", alt: { vi: "a", zh: "b" } }],
    [{ kind: "picture", picture: "a".repeat(64), alt: { vi: "a", zh: " " } }],
    [{ when: { from: "2026-02-30", until: null, weekdays: null, hours: null } }],
    [{ when: { from: "2026-03-02", until: "2026-03-01", weekdays: null, hours: null } }],
    [{ when: { from: null, until: null, weekdays: [], hours: null } }],
    [{ when: { from: null, until: null, weekdays: [8], hours: null } }],
    [{ displays: [3] }],
  ])("names the item that cannot be played: %o", (change) => {
    expect(readPlaylist({ items: [item("i1"), { ...item("i2"), ...change }], times: [] }).wrong).toEqual(["items.1"]);
  });

  it("holds each item once", () => {
    expect(readPlaylist({ items: [item("i1"), item("i1")], times: ["7:00"] }).wrong).toEqual(["items.1", "times"]);
  });
});

describe("how long a display was heard", () => {
  const at = (time: string) => new Date(`2026-11-23T${time}Z`);
  const minutes = (before: string | null, now: string) => heardMinutes(before === null ? null : at(before), at(now)).map((one) => one.minutes);

  it("counts every minute of an unbroken hour once, whatever the second it reports at", () => {
    const counted = new Map<string, number>();
    let before: Date | null = null;
    for (let second = 0; second < 7_200; second += 59) {
      const now = new Date(at("05:00:00").getTime() + second * 1000);
      for (const { hour, minutes: more } of heardMinutes(before, now)) counted.set(hour.toISOString(), (counted.get(hour.toISOString()) ?? 0) + more);
      before = now;
    }
    expect([...counted.values()]).toEqual([60, 60]);
  });

  it("leaves out the minutes of a silence, and a clock that went back", () => {
    expect(minutes(null, "05:10:00")).toEqual([1]);
    expect(minutes("05:10:10", "05:10:50")).toEqual([]);
    expect(minutes("05:10:00", "05:40:00")).toEqual([1]);
    expect(minutes("05:58:30", "06:00:30")).toEqual([1, 1]);
    expect(minutes("05:10:00", "05:09:00")).toEqual([]);
  });

  it("is a silence after so many minutes, not in quiet hours, and not just after them", () => {
    const pairedAt = at("00:00:00");
    const heard = at("05:00:00");
    expect(silentSince({ heard, pairedAt, quiet: null }, new Date(heard.getTime() + SILENT_MINUTES * 60_000 - 1))).toBeNull();
    expect(silentSince({ heard, pairedAt, quiet: null }, new Date(heard.getTime() + SILENT_MINUTES * 60_000))).toEqual(heard);
    expect(silentSince({ heard: null, pairedAt, quiet: null }, at("01:00:00"))).toEqual(pairedAt);
    // Noon to one in Hanoi.
    const quiet = { from: "12:00", to: "13:00" };
    expect(silentSince({ heard, pairedAt, quiet }, at("05:59:00"))).toBeNull();
    expect(silentSince({ heard, pairedAt, quiet }, at("06:04:00"))).toBeNull();
    expect(silentSince({ heard, pairedAt, quiet }, at("06:06:00"))).toEqual(heard);
  });
});

describe("what a device says", () => {
  const whole = {
    manifest: null,
    clockOffset: 1.6,
    storage: null,
    showing: "a\u0000b",
    lang: "vi",
    errors: [],
    ordersDone: [],
    build: "b",
    startedAt: "2026-11-23T05:00:00Z",
  };

  it("is kept in one line each, and no more of it than anybody reads", () => {
    const errors = Array.from({ length: 50 }, (_, index) => ({ at: "2026-11-23T05:00:00Z", message: `${index}\n${"x".repeat(900)}` }));
    const read = readReport({ ...whole, errors, more: 1 });
    expect(read).toMatchObject({ showing: "a b", clockOffset: 2 });
    expect(read?.errors).toHaveLength(20);
    expect(read?.errors.every(({ message }) => message.length <= 300 && !message.includes("\n"))).toBe(true);
    expect(Object.keys(read ?? {})).not.toContain("more");
  });

  it("holds each receipt once, in the order of the numbers", () => {
    const receipt = (number: number) => ({ number, item: "i", lang: null, at: "2026-11-23T05:00:00Z", seconds: 1.4 });
    expect(readReceipts([receipt(3), receipt(1), receipt(3)])?.map(({ number, seconds }) => [number, seconds])).toEqual([
      [1, 1],
      [3, 1],
    ]);
  });
});
