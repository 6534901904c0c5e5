import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DisplaySettings } from "../../../core/displays/display.ts";
import type { DisplayNotice, Manifest } from "../../../core/displays/manifest.ts";
import type { PlaylistItem, Recording } from "../../../core/displays/playlist.ts";
import type { Shown, Stage } from "../device/stage.ts";
import { type Announcing, runAnnouncer } from "./announcer.ts";
import type { Sound } from "./sound.ts";

const hanoi = (time: string) => new Date(`2026-11-23T${time}+07:00`);
const SETTINGS: Omit<DisplaySettings, "playlist"> = { languages: { show: "alternate", first: "vi", turns: [] }, brightness: 60, quiet: null };
const recording = (key: string): Recording => ({
  key,
  name: { vi: key, zh: key },
  script: { vi: "…", zh: "…" },
  clips: { vi: `${key}-vi`, zh: `${key}-zh` },
  revision: 1,
});
const item = (key: string): PlaylistItem => ({
  id: `item-${key}`,
  kind: "recording",
  recording: key,
  weight: 1,
  seconds: 0,
  when: { from: null, until: null, weekdays: null, hours: null },
  displays: null,
});
const notice = (slug: string, from: string, until: string | null): DisplayNotice => ({
  id: `notice-${slug}`,
  slug,
  edition: 1,
  terms: { level: "emergency", from: hanoi(from).toISOString(), until: until && hanoi(until).toISOString() },
  gates: [],
  tree: [],
  texts: { vi: { title: "…", summary: "…" }, zh: { title: "…", summary: "…" } },
  facts: {},
});

/** A chime takes two seconds, a clip ten; `broken` ones cannot be played. */
function speaker(change: {
  notices?: DisplayNotice[];
  keys?: string[];
  broken?: string[];
  /** Paths of sounds that begin and never end. */
  endless?: string[];
  times?: string[];
  allowed?: boolean;
  settings?: Partial<typeof SETTINGS>;
}) {
  const keys = change.keys ?? ["rain", "queue"];
  let notices = change.notices ?? [];
  let allowed = change.allowed ?? true;
  const [stageListeners, soundListeners] = [new Set<() => void>(), new Set<() => void>()];
  let manifest = {
    settings: { ...SETTINGS, ...change.settings },
    recordings: [...keys, "storm"].map(recording),
    playlist: { key: "p", name: { vi: "p", zh: "p" }, site: null, revision: 1, items: keys.map(item), times: change.times ?? ["07:00"] },
    resources: [...keys, "storm"].flatMap((key) =>
      ["vi", "zh"].map((lang) => ({ sha256: `${key}-${lang}`, bytes: 1, type: "audio/mpeg", path: `/media/${key}-${lang}`, seconds: 10 })),
    ),
  } as unknown as Manifest;
  const heard: string[] = [];
  const told = { shown: [] as Shown[], trouble: [] as string[], page: [] as Announcing[] };
  const waits = (ms: number, until: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const cut = () => {
        clearTimeout(timer);
        heard.push("cut");
        reject(new Error("stopped"));
      };
      const timer = setTimeout(() => {
        until.removeEventListener("abort", cut);
        resolve();
      }, ms);
      until.addEventListener("abort", cut, { once: true });
    });
  const sound: Sound = {
    allowed: () => allowed,
    unlock() {},
    subscribe(listener) {
      soundListeners.add(listener);
      return () => soundListeners.delete(listener);
    },
    chime(_, until) {
      heard.push("chime");
      return waits(2_000, until);
    },
    async play(path, volume, until) {
      if (change.broken?.includes(path)) throw new Error("cannot be decoded");
      heard.push(`${path.slice(7)} ${volume}`);
      await waits(change.endless?.includes(path) ? 1e9 : 10_000, until);
    },
    close() {},
  };
  const stage = {
    manifest: () => manifest,
    notices: () => notices,
    now: () => new Date(),
    subscribe(listener: () => void) {
      stageListeners.add(listener);
      return () => stageListeners.delete(listener);
    },
    shown: (what: Shown) => void told.shown.push(what),
    showing: () => {},
    trouble: (message: string) => void told.trouble.push(message),
  } as unknown as Stage;
  const announcer = runAnnouncer(stage, sound, (what) => void told.page.push(what));
  const tell = (listeners: Set<() => void>) => {
    for (const listener of listeners) listener();
  };
  return {
    heard,
    told,
    announcer,
    raise: (...next: DisplayNotice[]) => {
      notices = next;
      tell(stageListeners);
    },
    arrive: (key: string) => {
      const resources = ["vi", "zh"].map((lang) => ({ sha256: `${key}-${lang}`, bytes: 1, type: "audio/mpeg", path: `/media/${key}-${lang}` }));
      manifest = { ...manifest, recordings: [...manifest.recordings, recording(key)], resources: [...manifest.resources, ...resources] };
      tell(stageListeners);
    },
    withdraw: (key: string) => {
      manifest = { ...manifest, recordings: manifest.recordings.filter((one) => one.key !== key) };
      tell(stageListeners);
    },
    touch: () => {
      allowed = true;
      tell(soundListeners);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: hanoi("06:59:00") });
});
afterEach(() => {
  vi.useRealTimers();
});
const passes = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

describe("a loudspeaker", () => {
  it("says its recordings at the times of the timetable, once, as chime, Vietnamese, Chinese, with a receipt for each language", async () => {
    const { heard, told, announcer } = speaker({});
    await passes(59);
    expect(heard).toEqual([]);
    await passes(120);
    expect(heard).toEqual(["chime", "rain-vi 0.6", "rain-zh 0.6", "chime", "queue-vi 0.6", "queue-zh 0.6"]);
    expect(told.shown.map(({ item, lang, seconds }) => [item, lang, seconds])).toEqual([
      ["item-rain", "vi", 10],
      ["item-rain", "zh", 10],
      ["item-queue", "vi", 10],
      ["item-queue", "zh", 10],
    ]);
    expect(told.page.at(-1)?.next).toEqual(new Date(hanoi("07:00:00").getTime() + 86_400_000));
    expect(told.trouble).toEqual([]);
    announcer.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("breaks off for an emergency, says it at full volume and again while it holds, and nothing else", async () => {
    const { heard, raise, announcer } = speaker({});
    await passes(67);
    expect(heard).toEqual(["chime", "rain-vi 0.6"]);
    raise(notice("storm", "07:00:07", "07:05:00"));
    await passes(30);
    expect(heard).toEqual(["chime", "rain-vi 0.6", "cut", "chime", "storm-vi 1", "storm-zh 1"]);
    await passes(170);
    expect(heard.slice(6)).toEqual(["chime", "storm-vi 1", "storm-zh 1"]);
    await passes(600);
    expect(heard).toHaveLength(9);
    announcer.stop();
  });

  it("ends an emergency on time in the middle of a word, without being told", async () => {
    const { heard, told, announcer } = speaker({ notices: [notice("storm", "06:59:00", "06:59:08")] });
    await passes(20);
    expect(heard).toEqual(["chime", "storm-vi 1", "cut"]);
    expect(told.shown.map(({ item, seconds }) => [item, seconds])).toEqual([["notice-storm", 6]]);
    expect(told.page.at(-1)?.urgent).toEqual([]);
    announcer.stop();
  });

  it("goes on after a recording that is missing or broken, and says which", async () => {
    const { heard, told, announcer } = speaker({ broken: ["/media/rain-zh"] });
    await passes(150);
    expect(heard.filter((one) => one !== "chime")).toEqual(["rain-vi 0.6", "queue-vi 0.6", "queue-zh 0.6"]);
    expect(told.trouble).toEqual(["recording: rain zh cannot be decoded"]);
    expect(told.shown).toHaveLength(3);
    announcer.stop();
  });

  it("goes on after a sound that never ends though its length is known, and says which", async () => {
    const { heard, told, announcer } = speaker({ endless: ["/media/rain-vi"] });
    await passes(200);
    expect(heard.filter((one) => one !== "chime")).toEqual(["rain-vi 0.6", "cut", "rain-zh 0.6", "queue-vi 0.6", "queue-zh 0.6"]);
    expect(told.trouble).toEqual(["recording: rain vi stopped"]);
    expect(told.shown.map(({ lang }) => lang)).toEqual(["zh", "vi", "zh"]);
    announcer.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("starts a time late that came while it spoke, leaves out one that is over a minute old, and says so", async () => {
    const close = speaker({ keys: ["a", "b", "c"], times: ["07:00", "07:01"] });
    await passes(60 + 66 + 10);
    expect(close.heard.filter((one) => one.startsWith("a-vi"))).toHaveLength(2);
    expect(close.told.trouble).toEqual([]);
    close.announcer.stop();
    vi.setSystemTime(hanoi("06:59:00"));
    const long = speaker({ keys: ["a", "b", "c", "d", "e", "f", "g"], times: ["07:00", "07:01"] });
    await passes(400);
    expect(long.heard.filter((one) => one.startsWith("a-vi"))).toHaveLength(1);
    expect(long.told.trouble).toEqual(["timetable: nothing was said at 2026-11-23T00:01:00.000Z, what came before took longer"]);
    long.announcer.stop();
  });

  it("breaks off what was withdrawn while it is said", async () => {
    const { heard, withdraw, announcer } = speaker({});
    await passes(67);
    withdraw("rain");
    await passes(100);
    expect(heard.slice(0, 3)).toEqual(["chime", "rain-vi 0.6", "cut"]);
    expect(heard).not.toContain("rain-zh 0.6");
    announcer.stop();
  });

  it("waits for a touch where the browser wants one, says so once, and then says the emergency that still holds", async () => {
    const { heard, told, touch, announcer } = speaker({ allowed: false, notices: [notice("storm", "06:50:00", null)] });
    await passes(100);
    expect(heard).toEqual([]);
    expect(told.page.at(-1)?.blocked).toBe(true);
    expect(told.trouble).toEqual(["sound: the browser wants a touch first"]);
    touch();
    await passes(15);
    expect(heard).toEqual(["chime", "storm-vi 1", "storm-zh 1"]);
    announcer.stop();
  });

  it("only chimes for an emergency without a recording, whose words stand on its page", async () => {
    const { heard, told, announcer } = speaker({ notices: [notice("flood", "06:59:00", null)] });
    await passes(30);
    expect(heard).toEqual(["chime"]);
    expect(told.trouble).toEqual(["recording: none for the notice flood"]);
    expect(told.page.at(-1)?.urgent).toHaveLength(1);
    announcer.stop();
  });

  it("says an emergency as soon as its recording arrives after it", async () => {
    const { heard, arrive, announcer } = speaker({ notices: [notice("flood", "06:59:00", null)] });
    await passes(5);
    expect(heard).toEqual(["chime"]);
    arrive("flood");
    await passes(30);
    expect(heard).toEqual(["chime", "chime", "flood-vi 1", "flood-zh 1"]);
    announcer.stop();
  });

  it("is silent in quiet hours, but for an emergency", async () => {
    const { heard, raise, announcer } = speaker({ settings: { quiet: { from: "06:00", to: "08:00" } } });
    await passes(120);
    expect(heard).toEqual([]);
    raise(notice("storm", "07:01:00", null));
    await passes(3);
    expect(heard).toEqual(["chime", "storm-vi 1"]);
    announcer.stop();
  });
});
