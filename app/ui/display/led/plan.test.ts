import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import vi_common from "../../../../locales/vi/common.json";
import vi_device from "../../../../locales/vi/device.json";
import vi_kiosk from "../../../../locales/vi/kiosk.json";
import zh_common from "../../../../locales/zh/common.json";
import zh_device from "../../../../locales/zh/device.json";
import zh_kiosk from "../../../../locales/zh/kiosk.json";
import type { DisplaySettings } from "../../../core/displays/display.ts";
import type { DisplayArticle, DisplayNotice, Manifest, Resource } from "../../../core/displays/manifest.ts";
import type { ItemContent, ItemTimes, PlaylistItem } from "../../../core/displays/playlist.ts";
import { sampleContent } from "../content/sample-content.ts";
import type { Words } from "../content/words.ts";
import type { Stage } from "../device/stage.ts";
import { frameOf } from "./frame.ts";
import { createPlanner, type LedView } from "./plan.ts";
import type { Setter } from "./sheets.ts";

const WORDS: Words = { vi: { common: vi_common, device: vi_device, kiosk: vi_kiosk }, zh: { common: zh_common, device: zh_device, kiosk: zh_kiosk } };
const ALWAYS: ItemTimes = { from: null, until: null, weekdays: null, hours: null };
const SETTINGS: Omit<DisplaySettings, "playlist"> = { languages: { show: "alternate", first: "vi", turns: [] }, brightness: 80, quiet: null };
const START = Date.parse("2026-11-23T00:00:00Z");

const item = (id: string, content: ItemContent, change: Partial<PlaylistItem> = {}): PlaylistItem =>
  ({ id, weight: 1, seconds: 10, when: ALWAYS, displays: null, ...content, ...change }) as PlaylistItem;
const notice = (id: string, level: "routine" | "priority" | "emergency", from: number, until: number | null): DisplayNotice => ({
  id,
  slug: id,
  edition: 1,
  terms: { level, from: new Date(from).toISOString(), until: until === null ? null : new Date(until).toISOString() },
  gates: [],
  tree: [{ kind: "paragraph", id: "more" }],
  texts: { vi: { title: "Tin ngắn", summary: "Một câu. Hai câu.", more: "Thêm một câu." }, zh: { title: "短讯", summary: "一句。两句。", more: "再一句。" } },
  facts: {},
});

/** Letters as a terminal counts them. */
const setter = (width: number, height: number): Setter => ({
  frame: frameOf({ width, height }),
  type: { measure: (_, size) => (text) => [...text].length * size * 0.6, lineHeight: (size) => Math.ceil(size * 1.3) },
  names: [],
});

function planned(given: {
  items?: PlaylistItem[] | null;
  notices?: DisplayNotice[];
  settings?: Partial<typeof SETTINGS>;
  size?: [number, number];
  resources?: Resource[];
  articles?: DisplayArticle[];
}) {
  const items = given.items === undefined ? [item("g", { kind: "gates" }), item("c", { kind: "clock" })] : given.items;
  let notices = given.notices ?? [];
  const trouble: string[] = [];
  const manifest = {
    site: "huu-nghi",
    settings: { ...SETTINGS, ...given.settings },
    playlist: items && { key: "p", name: { vi: "p", zh: "p" }, site: null, revision: 1, items, times: [] },
    recordings: [],
    resources: given.resources ?? [{ sha256: "pic", bytes: 1, type: "image/png", path: "/media/pic" }],
    ...(given.articles && { articles: given.articles }),
  } as unknown as Manifest;
  const holding = { content: sampleContent(), words: WORDS };
  const stage = {
    manifest: () => manifest,
    notices: () => notices,
    content: { holding: () => holding },
    trouble: (message: string) => void trouble.push(message),
  };
  const planner = createPlanner(stage as unknown as Stage, setter(...(given.size ?? [384, 192])));
  return {
    planner,
    trouble,
    change(next: { items?: PlaylistItem[]; notices?: DisplayNotice[] }) {
      if (next.items && manifest.playlist) manifest.playlist = { ...manifest.playlist, items: next.items };
      notices = next.notices ?? notices;
      planner.renew();
    },
    at: (ms: number) => planner.at(new Date(START + ms)),
  };
}

const isNormal = (view: LedView) => !view.emergency;

describe("an LED", () => {
  test("shows not one normal picture while an emergency holds, link or none, and begins and ends it to the millisecond", () => {
    const levels = fc.constantFrom("routine" as const, "priority" as const);
    const spans = fc.tuple(fc.integer({ min: 0, max: 7_000_000 }), fc.integer({ min: 1, max: 400_000 }));
    fc.assert(
      fc.property(
        fc.array(spans, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(levels, spans), { maxLength: 3 }),
        fc.boolean(),
        (urgent, others, quiet) => {
          const notices = [
            ...urgent.map(([from, length], index) => notice(`e${index}`, "emergency", START + from, START + from + length)),
            ...others.map(([level, [from, length]], index) => notice(`n${index}`, level, START + from, START + from + length)),
          ];
          const { at } = planned({ notices, settings: quiet ? { quiet: { from: "05:00", to: "12:00" } } : {} });
          const holds = (ms: number) => urgent.some(([from, length]) => from <= ms && ms < from + length);
          // As a player goes: from one `until` to the next; and just before and at every edge.
          const edges = urgent.flatMap(([from, length]) => [from - 1, from, from + length - 1, from + length]).filter((ms) => ms >= 0);
          for (const edge of edges) expect(isNormal(at(edge).view)).toBe(!holds(edge));
          let ms = Math.max(0, Math.min(...urgent.map(([from]) => from)) - 20_000);
          for (let step = 0; step < 60; step += 1) {
            const shot = at(ms);
            const until = shot.until.getTime() - START;
            expect(until).toBeGreaterThan(ms);
            expect(isNormal(shot.view)).toBe(!holds(ms));
            if (!isNormal(shot.view)) expect(shot.item).toMatch(/^e/);
            // Nothing stays on over an edge.
            expect(edges.filter((edge) => ms < edge && edge < until && holds(edge) !== holds(ms))).toEqual([]);
            ms = until;
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("shows the same item on a strip, a wall and a totem at the same time", () => {
    const items = [item("a", { kind: "article", slug: "mang-tien-mat" }), item("g", { kind: "gates" }, { weight: 3 }), item("c", { kind: "clock" })];
    const notices = [notice("n", "priority", START - 1, null)];
    const displays = (
      [
        [192, 64],
        [384, 192],
        [1080, 1920],
      ] as const
    ).map((size) => planned({ items, notices, size: [...size] }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000_000 }), (ms) => {
        expect(new Set(displays.map(({ at }) => `${at(ms).showing} ${at(ms).lang}`)).size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it("is dark in quiet hours, and not a second longer", () => {
    const { at } = planned({ settings: { quiet: { from: "22:00", to: "07:30" } } });
    // 00:00 UTC is 07:00 in Hanoi.
    expect(at(0).view.picture).toBeNull();
    expect(at(0).until).toEqual(new Date(START + 30 * 60_000));
    expect(at(30 * 60_000).view.picture).not.toBeNull();
  });

  it("drops a withdrawn item in the middle of its turn, and a notice at its end", () => {
    const long = item("p", { kind: "picture", picture: "pic", alt: { vi: "…", zh: "…" } }, { seconds: 3600 });
    const { at, change } = planned({ items: [long], notices: [] });
    expect(at(5_000).showing).toBe("p");
    change({ items: [item("c", { kind: "clock" })] });
    expect(at(5_001).showing).toBe("c");
  });

  it("shows the clock where there is nothing to show, and the gates and the notices where nobody made a playlist", () => {
    expect(planned({ items: [] }).at(0).view.picture?.kind).toBe("clock");
    const { at } = planned({ items: null, notices: [notice("n", "routine", START - 1, null)] });
    const seen = new Set<string>();
    for (let ms = 0; ms < 300_000; ms += 1_000) seen.add(at(ms).showing);
    expect([...seen].sort()).toEqual(["clock", "gates", "n"]);
  });

  it("leaves out a picture that the device does not hold and an article that is no longer published", () => {
    const items = [
      item("p", { kind: "picture", picture: "gone", alt: { vi: "…", zh: "…" } }),
      item("a", { kind: "article", slug: "gone" }),
      item("c", { kind: "clock" }),
    ];
    const { at } = planned({ items });
    for (let ms = 0; ms < 60_000; ms += 1_000) expect(at(ms).showing).toBe("c");
  });

  it("shows a film for exactly as long as it is, whatever its item says, on every display alike", () => {
    const film = item("f", { kind: "video", clip: "film", alt: { vi: "…", zh: "…" } }, { seconds: 5 });
    const old = item("o", { kind: "video", clip: "old", alt: { vi: "…", zh: "…" } }, { seconds: 5 });
    const given = {
      items: [film, old],
      resources: [
        { sha256: "film", bytes: 1, type: "video/webm", path: "/film", seconds: 42.5 },
        { sha256: "old", bytes: 1, type: "video/webm", path: "/old" },
      ],
    };
    const displays = [planned(given), planned({ ...given, size: [192, 64] })];
    // A round begins at midnight in Hanoi.
    const midnight = 17 * 3_600_000;
    for (const { at } of displays) {
      const shown = [0, 42_499, 42_500, 47_499, 47_500].map((ms) => at(midnight + ms).showing);
      expect(shown).toEqual(["f", "f", "o", "o", "f"]);
      expect(at(midnight + 20_000).view.begins).toEqual(new Date(START + midnight));
    }
  });

  it("shows an article of another gate that came with the playlist", () => {
    const [article] = sampleContent().articles;
    if (!article) throw new Error("no article");
    const articles = [{ ...article, slug: "bai-noi-khac" }];
    const { at } = planned({ items: [item("a", { kind: "article", slug: "bai-noi-khac" })], articles });
    expect([at(0).showing, at(0).view.picture?.kind]).toEqual(["a", "words"]);
    expect(planned({ items: [item("a", { kind: "article", slug: "bai-noi-khac" })] }).at(0).showing).toBe("clock");
  });

  it("shows a priority notice though the playlist has no place for notices", () => {
    const { at } = planned({
      items: [item("c", { kind: "clock" })],
      notices: [notice("n", "priority", START - 1, null), notice("r", "routine", START - 1, null)],
    });
    const seen = new Set<string>();
    for (let ms = 0; ms < 120_000; ms += 1_000) seen.add(at(ms).showing);
    expect([...seen].sort()).toEqual(["c", "n"]);
  });

  it("puts the clock in the place of a broken item, without a receipt, and tries it again when something changed", () => {
    const { at, planner, change } = planned({ items: [item("p", { kind: "picture", picture: "pic", alt: { vi: "…", zh: "…" } })] });
    expect(at(0).view.picture?.kind).toBe("media");
    planner.giveUp("p");
    expect([at(0).view.picture?.kind, at(0).item]).toEqual(["clock", null]);
    change({});
    expect(at(0).view.picture?.kind).toBe("media");
  });

  it("does so as well where a file turned out to be broken before its turn, and loads it ahead no more", () => {
    const clock = item("c", { kind: "clock" });
    const { at, planner, change } = planned({ items: [clock, item("p", { kind: "picture", picture: "pic", alt: { vi: "…", zh: "…" } })] });
    const [first, second] = [at(0), at(10_000)].sort((a) => (a.showing === "c" ? -1 : 1));
    expect([first?.view.next, second?.view.picture?.kind]).toMatchObject([{ path: "/media/pic" }, "media"]);
    planner.giveUp("/media/pic");
    for (const ms of [0, 10_000]) expect([at(ms).view.picture?.kind, at(ms).view.next]).toEqual(["clock", null]);
    change({});
    expect([at(0).view.picture?.kind, at(10_000).view.picture?.kind].sort()).toEqual(["clock", "media"]);
  });

  it("tells an emergency in the simplest way where it cannot be set, never something else", () => {
    const { at, planner } = planned({ notices: [notice("e", "emergency", START, null)] });
    planner.giveUp("e");
    expect(at(0).view.picture?.kind).toBe("plain");
    expect(at(0).item).toBe("e");
    const torn = { ...notice("e", "emergency", START, null), tree: null } as unknown as DisplayNotice;
    const broken = planned({ notices: [torn] });
    expect(broken.at(0).view).toMatchObject({ emergency: true, picture: { kind: "plain" } });
    expect(broken.trouble).not.toEqual([]);
  });

  it("goes on with the clock when its own content is broken, and says so", () => {
    const { at, trouble } = planned({ items: [item("x", { kind: "article", slug: "doi-tien" }, { when: null as unknown as ItemTimes })] });
    expect(at(0).view.picture?.kind).toBe("clock");
    expect(trouble).toHaveLength(1);
  });
});
