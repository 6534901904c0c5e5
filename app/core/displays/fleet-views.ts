import type { ByLang, Lang } from "../language/languages.ts";
import type { Display, DisplayKind } from "./display.ts";
import type { ItemContent, Playlist, Recording } from "./playlist.ts";
import type { Order, Report } from "./protocol.ts";
import type { Standing } from "./standing.ts";
import type { Overlap } from "./timetable.ts";

interface Named {
  key: string;
  name: ByLang<string>;
}

/** What a display says it shows: something that has a name, or a screen of its own. */
export interface Shown {
  /** Null: a screen of the device itself, which `word` names. */
  kind: ItemContent["kind"] | "notice" | null;
  /** Null: what is of this kind has no name of its own. */
  name: ByLang<string> | null;
  word: string;
}

/** A display among the others. */
export interface FleetRow {
  id: string;
  name: string;
  site: ByLang<string>;
  kind: DisplayKind;
  standing: Standing;
  heard: Date | null;
  shows: Shown | null;
  lang: Lang | null;
}

export interface FleetView {
  /** The worst standing first. */
  rows: FleetRow[];
  /** Where the member may put displays. */
  sites: Named[];
  /** The last days of them all together, the oldest first. */
  days: FleetDay[];
  asOf: Date;
}

/** For how many minutes of a day (YYYY-MM-DD, Hanoi) a display was heard, of those in which it was paired and the day had come. */
export interface UptimeDay {
  day: string;
  heard: number;
  of: number;
}

/** A day of several displays together. */
export interface FleetDay extends UptimeDay {
  /** How often something was shown or said in a language alone, by their receipts. */
  shown: ByLang<number>;
  /** How often in every language at once. */
  together: number;
}

/** How often something was shown, and for how long in all. */
export interface ReachRow {
  item: string;
  shown: Shown;
  lang: Lang | null;
  times: number;
  seconds: number;
}

/** One display as its technicians see it. */
export interface DisplayView {
  display: Display;
  site: ByLang<string>;
  /** Who paired it; null: a member who is no more. */
  pairedBy: string | null;
  standing: Standing;
  heard: Date | null;
  report: Report | null;
  /** SHA-256 of the manifest that it should hold; null: not known at this moment. */
  wanted: string | null;
  shows: Shown | null;
  /** Asked of it and not told done. */
  orders: Order[];
  hasPin: boolean;
  /** The oldest day first. */
  days: UptimeDay[];
  /** Over the same days; what was shown most first. */
  reach: ReachRow[];
  playlists: Named[];
  sites: Named[];
  asOf: Date;
}

/** Every playlist of the member's sites. */
export interface PlaylistsView {
  rows: { key: string; name: ByLang<string>; site: ByLang<string> | null; items: number; times: number }[];
  sites: Named[];
  /** Whether the member may make a playlist for any site. */
  forAll: boolean;
}

/** One playlist, and what its items can be. */
export interface PlaylistView {
  playlist: Playlist;
  playedBy: { id: string; name: string }[];
  choices: PlaylistChoices;
  /** Where its timetable speaks over itself, as it was last saved. */
  overlaps: Overlap[];
}

export interface PlaylistChoices {
  /** Kinds of which there is something to be played. */
  kinds: ItemContent["kind"][];
  articles: Named[];
  /** `hash` of the WebP file that is shown. */
  pictures: { hash: string; rights: string; thumbnail: string }[];
  films: { hash: string; rights: string; seconds: number | null }[];
  /** `seconds`: in every language, its chime included; null: nobody knows. */
  recordings: (Named & { seconds: number | null })[];
  displays: { id: string; name: string }[];
}

/** Every recording, and what new ones can be for. */
export interface RecordingsView {
  rows: (Recording & { playedIn: number; notice: ByLang<string> | null; seconds: ByLang<number | null> })[];
  /** Notices that have no recording of their own, by slug. */
  notices: Named[];
  films: { hash: string; rights: string; seconds: number | null; at: Date }[];
}
