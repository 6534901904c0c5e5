import type { ArticleKind } from "../articles/kinds.ts";
import type { ByLang, Lang } from "../language/languages.ts";

export type FoundKind = ArticleKind | "gate";

/** What search knows of one page: all languages, so that either finds the pair. */
export interface SearchDocument {
  /** `<kind>:<slug>`, of a gate its key. */
  id: string;
  kind: FoundKind;
  slug: string;
  topic: string | null;
  /** Gates that it names; empty where it concerns every gate. */
  gates: string[];
  /** From when and before when it may be found, ISO 8601; absent or null: always. */
  from?: string | null;
  until?: string | null;
  versions: ByLang<{
    title: string;
    /** What it is looked for by besides; found, and never shown. */
    names?: string[];
    /** The words as read, facts filled in; ids are those of the page's anchors. */
    passages: { segment: string; text: string }[];
  }>;
}

/** The page's own summary among its passages. */
export const SUMMARY = "summary";

/** What hits are narrowed to; absent or null: not at all. */
export interface Narrowing {
  topic?: string | null;
  /** Only pages that name this gate. */
  gate?: string | null;
}

export interface SearchQuery extends Narrowing {
  /** As typed; at most 200 characters. */
  text: string;
  /** The language in which hits are shown. */
  lang: Lang;
  /** 1–50. */
  limit: number;
}

/** A stretch of a passage; `hit` where it matched. */
export interface Marked {
  text: string;
  hit: boolean;
}

export interface SearchHit {
  id: string;
  kind: FoundKind;
  slug: string;
  title: Marked[];
  /** The paragraph that answers best, and its segment, so that a link can open it; the summary where the name alone matched; null without either. */
  passage: { segment: string; marked: Marked[] } | null;
}

/** One way to narrow the hits. */
export interface Facet {
  key: string;
  /** How many hits it would leave, with the other narrowing kept; null where there are too many to be counted. */
  count: number | null;
}

export interface Facets {
  topics: Facet[];
  gates: Facet[];
}

export interface SearchResult {
  hits: SearchHit[];
  /** How many pages were found, `hits` being the best of them. */
  total: number;
  /** Whether there are more than `total`: only so many are looked at. */
  cut: boolean;
  /** Ways to narrow them, the most frequent first. */
  facets: Facets;
  /** A spelling that finds what this one did not; null where the query was found as it stands, or nothing is near. */
  meant: string | null;
  /** The content revision that the answer was made from. */
  revision: number;
}
