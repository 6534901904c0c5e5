import type { ByLang } from "../language/languages.ts";
import type { DayHours } from "./display.ts";

/** When an item may be played; null: no limit. Days are those of Hanoi. */
export interface ItemTimes {
  /** First and last day, YYYY-MM-DD, both included. */
  from: string | null;
  until: string | null;
  /** 1 Monday … 7 Sunday. */
  weekdays: number[] | null;
  hours: DayHours | null;
}

/** Where a paired device hears or sees a clip: below /display, so that its token goes along where no service worker answers. */
export const clipPath = (hash: string): string => `/display/clips/${hash}`;
/** Where a playlist's picture is seen: one of the WebP files that were made of an upload. */
export const shownPicturePath = (hash: string): string => `/media/${hash}.webp`;

/** What an item shows or plays. `clip` is the hash of an uploaded file, `picture` that of a WebP file that was made of an upload. */
export type ItemContent =
  | { kind: "article"; slug: string }
  | { kind: "notices" }
  | { kind: "gates" }
  | { kind: "clock" }
  | { kind: "picture"; picture: string; alt: ByLang<string> }
  | { kind: "video"; clip: string; alt: ByLang<string> }
  | { kind: "recording"; recording: string };

export type PlaylistItem = ItemContent & {
  id: string;
  /** How often it comes, against the others: 1 to 10. */
  weight: number;
  /** How long a picture or a clock stays; what has a length of its own plays to its end, and words stay as long as they take to be read. */
  seconds: number;
  when: ItemTimes;
  /** Ids of the displays that play it; null: all that have the playlist. */
  displays: string[] | null;
};

/** What displays play in a loop; for a loudspeaker, what it says at which times of day. */
export interface Playlist {
  key: string;
  name: ByLang<string>;
  /** Key of the site it is the playlist of; null: one to be chosen at any site. */
  site: string | null;
  revision: number;
  items: PlaylistItem[];
  /** For loudspeakers: times of day in Hanoi, "HH:MM", at which all items are played through once. */
  times: string[];
}

/** A recording in every language, spoken by a person: what a loudspeaker plays as chime, Vietnamese, Chinese. */
export interface Recording {
  key: string;
  name: ByLang<string>;
  /** What is said, word for word: for those who do not hear, and for who checks it. */
  script: ByLang<string>;
  /** Hashes of the uploaded sound files. */
  clips: ByLang<string>;
  revision: number;
}
