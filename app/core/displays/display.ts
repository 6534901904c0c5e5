import type { ByLang, Lang } from "../language/languages.ts";

/** What stands at a site: a touch screen people use, a wall they read from afar, a loudspeaker. */
export const DISPLAY_KINDS = ["kiosk", "led", "speaker"] as const;
export type DisplayKind = (typeof DISPLAY_KINDS)[number];

/** Times of day in Hanoi, "HH:MM"; `to` earlier than `from`: over midnight. */
export interface DayHours {
  from: string;
  to: string;
}

/** Which language comes when. */
export interface LanguagePolicy {
  /** One after the other, or both on one picture. */
  show: "alternate" | "together";
  /** The language that comes first. */
  first: Lang;
  /** Times of day at which another one comes first; the first that holds counts. */
  turns: (DayHours & { first: Lang })[];
}

/** How a display behaves, as its technicians set it; the same for every display of a group shares one manifest. */
export interface DisplaySettings {
  languages: LanguagePolicy;
  /** Key of the playlist; null: the site's own, or what every display of the kind plays. */
  playlist: string | null;
  /** Whole per cent, 10 to 100. */
  brightness: number;
  /** Dark and silent, but for an emergency; null: never. */
  quiet: DayHours | null;
}

/** A device that shows or speaks what is published, as the workbench knows it. */
export interface Display {
  id: string;
  name: string;
  /** Key of the site where it stands. */
  site: string;
  kind: DisplayKind;
  /** In the device's own pixels; null: it has no picture. */
  size: { width: number; height: number } | null;
  settings: DisplaySettings;
  revision: number;
  pairedAt: Date;
  pairedBy: string;
  /** From then on its token opens nothing. */
  revokedAt: Date | null;
}

/** What a device is told of itself; of all this only `name` and `site` are shown, and only to a technician. */
export interface DisplayIdentity {
  id: string;
  name: string;
  site: string;
  siteName: ByLang<string>;
  kind: DisplayKind;
  size: { width: number; height: number } | null;
  /** What `isPin` (pin.ts) checks the technician's PIN against, without a link too; null: none was set, the card stays shut. */
  pin: string | null;
}
