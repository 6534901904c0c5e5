import { hashOf } from "../hash.ts";
import type { Display, DisplayKind } from "./display.ts";
import type { ItemContent, Playlist, Recording } from "./playlist.ts";

/** What a display has of its own that decides what it plays; those with the same share one manifest. */
export type Grouped = Pick<Display, "id" | "site" | "kind" | "settings">;

/**
 * The playlist of a display: the one that was chosen for it, else the site's own (the first by key), else the one whose key is the
 * display's kind; null: there is none of them.
 */
export function playlistFor({ site, kind, settings }: Grouped, playlists: readonly Playlist[]): Playlist | null {
  const keyed = (key: string | null) => playlists.find((one) => one.key === key);
  const own = playlists.filter((one) => one.site === site).sort((a, b) => (a.key < b.key ? -1 : 1))[0];
  return keyed(settings.playlist) ?? own ?? playlists.find((one) => one.key === kind && one.site === null) ?? null;
}

/** A playlist as one display gets it: without the items for others, and without saying which those are. */
export const playlistOf = (display: Grouped, playlist: Playlist): Playlist => ({
  ...playlist,
  items: playlist.items.filter(({ displays }) => displays === null || displays.includes(display.id)).map((item) => ({ ...item, displays: null })),
});

/** What of a playlist a display can do something with; the rest, and its files, are not sent to it. */
const PLAYS: Readonly<Record<DisplayKind, readonly ItemContent["kind"][]>> = {
  kiosk: [],
  led: ["article", "notices", "gates", "clock", "picture", "video"],
  speaker: ["recording"],
};

/** Whether displays of a kind show or say items of a kind. */
export const plays = (kind: DisplayKind, item: ItemContent["kind"]): boolean => PLAYS[kind].includes(item);

/** The recordings that are played: those of the playlist, and those that belong to a notice by its slug; in the order of their keys. */
export function recordingsOf(playlist: Playlist | null, notices: readonly { slug: string }[], recordings: readonly Recording[]): Recording[] {
  const played = new Set([...(playlist?.items ?? []).map((item) => (item.kind === "recording" ? item.recording : null)), ...notices.map(({ slug }) => slug)]);
  return recordings.filter(({ key }) => played.has(key)).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The same for displays that play the same at the same site; short. */
export const groupKey = (display: Grouped, playlist: Playlist | null): string =>
  hashOf([display.site, display.kind, { ...display.settings, playlist: playlist?.key ?? null }, playlist?.items.map(({ id }) => id) ?? []]);
