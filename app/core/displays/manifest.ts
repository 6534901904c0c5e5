import type { ArticleAbout, SegmentTexts } from "../articles/article.ts";
import type { NoticeTerms } from "../articles/kinds.ts";
import type { ArticleTree } from "../articles/tree.ts";
import type { Fact } from "../facts/fact.ts";
import type { ByLang } from "../language/languages.ts";
import type { DisplayKind, DisplaySettings } from "./display.ts";
import type { Playlist, Recording } from "./playlist.ts";

/** A file that a device holds: named by its bytes, and standing for an address of the portal when the link is down. */
export interface Resource {
  sha256: string;
  /** Length in bytes. */
  bytes: number;
  /** Media type, with its charset. */
  type: string;
  /** The address on this origin that the file answers: "/display", "/assets/…", "/kiosk/huu-nghi/content.json", "/media/…". */
  path: string;
  /** Further headers that the answer needs, such as a document's Content-Security-Policy. */
  headers?: Record<string, string>;
  /** How long it plays: a film's turn lasts so long on every display. Absent: it is no film and no sound, or nobody knows. */
  seconds?: number;
}

/** A notice as it travels: whole in itself, so that an emergency needs nothing else to be shown. */
export interface DisplayNotice {
  id: string;
  slug: string;
  edition: number;
  terms: NoticeTerms;
  /** Keys of the gates it concerns; empty: all. */
  gates: string[];
  tree: ArticleTree;
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
}

/** An article that a playlist shows, though it is none of the site's own. */
export interface DisplayArticle {
  slug: string;
  edition: number;
  tree: ArticleTree;
  about: ArticleAbout;
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
}

/**
 * What a device must hold and play. Plain JSON, the same bytes for every display of the same site, kind and settings, whichever process
 * makes it, until something in it changes: so it names no revision. Known by the SHA-256 of those bytes, which the device acknowledges
 * once it holds all of it.
 */
export interface Manifest {
  format: 1;
  generation: string;
  kind: DisplayKind;
  site: string;
  settings: Omit<DisplaySettings, "playlist">;
  /** Without the items for other displays. */
  playlist: Playlist | null;
  recordings: Recording[];
  /** Those of the playlist that the site's content does not have: articles of other gates. Absent: there are none. */
  articles?: DisplayArticle[];
  /** Those that hold or will hold; the most urgent first. */
  notices: DisplayNotice[];
  resources: Resource[];
}
