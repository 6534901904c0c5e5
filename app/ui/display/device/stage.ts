import type { DisplayNotice, Manifest } from "../../../core/displays/manifest.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { ContentStore } from "../content/content-store.ts";

/** What was shown or said, as a renderer tells it. */
export interface Shown {
  /** Id of a playlist's item or of a notice. */
  item: string;
  /** Null: in every language at once. */
  lang: Lang | null;
  /** When it began, by the stage's clock. */
  at: Date;
  seconds: number;
}

/** What a renderer gets on a paired device. Everything in it comes from what the device holds: nothing here waits for a link. */
export interface Stage {
  manifest(): Manifest;
  /** In the device's own pixels, from the upper left corner of its screen; null: all of the screen. */
  size(): { width: number; height: number } | null;
  content: ContentStore;
  /** As last told, whatever the link does: to be filtered by `holdsAt(now)`. */
  notices(): DisplayNotice[];
  /** Calls back after the manifest, the notices or the identity have changed. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** The server's clock as well as it is known. */
  now(): Date;
  /** Becomes a receipt: kept, and delivered exactly once. */
  shown(what: Shown): void;
  /** For the next report: the id of an item or a notice, or a screen's name. */
  showing(what: string, lang: Lang | null): void;
  /** For the next report, in one line without anything personal. */
  trouble(message: string): void;
}
