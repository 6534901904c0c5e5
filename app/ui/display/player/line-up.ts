import { emergencies, holding } from "../../../core/displays/emergency.ts";
import type { Entry, Scene } from "../../../core/displays/loop.ts";
import type { DisplayNotice, Manifest, Resource } from "../../../core/displays/manifest.ts";
import { itemOpening, noticesOpening } from "../../../core/displays/opening.ts";
import type { ItemTimes, PlaylistItem } from "../../../core/displays/playlist.ts";
import { secondsToRead } from "../../../core/displays/reading-time.ts";
import { type ByLang, byLang } from "../../../core/language/languages.ts";
import type { HeldArticle, KioskContent } from "../content/content.ts";
import { articleSayings, noticeSayings, type Unsure } from "./texts.ts";

/** What a display can be asked to show. Addresses are those of the device's own store. */
export type What =
  | { kind: "notice"; notice: DisplayNotice }
  | { kind: "article"; article: HeldArticle }
  | { kind: "gates" }
  | { kind: "clock" }
  | { kind: "picture"; path: string; alt: ByLang<string> }
  | { kind: "video"; path: string; alt: ByLang<string> };

/** All that a line-up follows from. */
export interface Held {
  manifest: Manifest;
  notices: readonly DisplayNotice[];
  content: KioskContent;
  unsure: ByLang<Unsure>;
}

const ALWAYS: ItemTimes = { from: null, until: null, weekdays: null, hours: null };
const item = (id: string, kind: "gates" | "notices" | "clock", weight: number): PlaylistItem => ({
  id,
  kind,
  weight,
  seconds: 12,
  when: ALWAYS,
  displays: null,
});

/** What is played where nobody has made a playlist. */
const DEFAULT_ITEMS: readonly PlaylistItem[] = [item("gates", "gates", 2), item("notices", "notices", 2), item("clock", "clock", 1)];

/** A line of the board stays at least so long, seconds. */
const SECONDS_A_GATE = 1.8;

/**
 * What the loop consists of at `now`. While an emergency holds, of emergencies alone. Priority notices take part also where the playlist
 * has no place for notices: who raises one counts on every display of the gate.
 */
export function lineUp(held: Held, now: Date): Entry<What>[] {
  const urgent = emergencies(held.notices, now);
  if (urgent.length > 0) return urgent.map((notice) => noticesEntry(held, [notice], held.notices, 1, now));
  const items = held.manifest.playlist?.items ?? DEFAULT_ITEMS;
  const entries = items.map((one) => entryOf(held, one, now));
  const opening = noticesOpening(
    held.notices.map(({ terms }) => terms),
    now,
  );
  const priority = items.some(({ kind }) => kind === "notices") ? [] : holding(held.notices, now).filter(({ terms }) => terms.level === "priority");
  const added = priority.length > 0 ? [noticesEntry(held, priority, held.notices, Math.max(1, ...items.map(({ weight }) => weight)), now)] : [];
  // Whatever is on ends when a notice that is to come begins.
  return [...entries, ...added, { weight: 1, opening: { ...opening, plays: false, since: null }, scenes: [] }];
}

function entryOf(held: Held, one: PlaylistItem, now: Date): Entry<What> {
  if (one.kind === "notices") {
    const entry = noticesEntry(held, holding(held.notices, now), held.notices, one.weight, now);
    const own = itemOpening(one.when, now);
    return { ...entry, opening: { ...own, plays: own.plays && entry.opening.plays } };
  }
  const scene = sceneOf(held, one);
  return { weight: one.weight, opening: itemOpening(one.when, now), scenes: scene ? [scene] : [] };
}

function noticesEntry(held: Held, shown: readonly DisplayNotice[], all: readonly DisplayNotice[], weight: number, now: Date): Entry<What> {
  const opening = noticesOpening(
    all.map(({ terms }) => terms),
    now,
  );
  return {
    weight,
    opening,
    scenes: shown.map((notice) => ({
      item: notice.id,
      what: { kind: "notice", notice },
      lasts: reading((lang) => noticeSayings(notice, notice.terms.level === "emergency", lang, held.unsure[lang])),
    })),
  };
}

/** Null: there is nothing to show of it now, because it was withdrawn or has not arrived. */
function sceneOf({ manifest, content, unsure }: Held, one: PlaylistItem): Scene<What> | null {
  const scene = (what: What, lasts: Scene<What>["lasts"]): Scene<What> => ({ item: one.id, what, lasts });
  switch (one.kind) {
    case "article": {
      const ofSlug = ({ slug }: { slug: string }) => slug === one.slug;
      const article = content.articles.find(ofSlug) ?? manifest.articles?.find(ofSlug);
      return article
        ? scene(
            { kind: "article", article },
            reading((lang) => articleSayings(article, lang, unsure[lang])),
          )
        : null;
    }
    case "gates":
      return scene(
        { kind: "gates" },
        byLang(() => Math.max(one.seconds / 2, (content.gates.length + 1) * SECONDS_A_GATE)),
      );
    case "clock":
      return scene({ kind: "clock" }, one.seconds);
    case "picture":
    case "video": {
      const file = fileOf(manifest, one.kind === "picture" ? one.picture : one.clip);
      return file && scene({ kind: one.kind, path: file.path, alt: one.alt }, file.seconds ?? one.seconds);
    }
    case "notices":
    case "recording":
      return null;
  }
}

const reading = (sayings: (lang: keyof ByLang<unknown>) => { text: string }[]): ByLang<number> =>
  byLang((lang) =>
    secondsToRead(
      sayings(lang).map(({ text }) => text),
      lang,
    ),
  );

/** Pictures and films of the playlist that the device has no file of: they are passed over. */
export const missingItems = ({ playlist, resources }: Manifest): PlaylistItem[] =>
  (playlist?.items ?? []).filter((one) => {
    const hash = one.kind === "picture" ? one.picture : one.kind === "video" ? one.clip : null;
    return hash !== null && !resources.some(({ sha256 }) => sha256 === hash);
  });

/** How the device holds an uploaded file; null: it does not hold it. */
export const fileOf = (manifest: Manifest, hash: string): Resource | null => manifest.resources.find(({ sha256 }) => sha256 === hash) ?? null;
