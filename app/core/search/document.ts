import type { ByLang, Lang } from "../language/languages.ts";

/** What search knows of one page: all languages, so that either finds the pair. */
export interface SearchDocument {
  /** `article:<slug>` or `gate:<key>`. */
  id: string;
  kind: "article" | "gate";
  slug: string;
  topic: string | null;
  gates: string[];
  versions: ByLang<{
    title: string;
    /** The words as read, facts filled in; ids are those of the page's anchors. */
    passages: { segment: string; text: string }[];
  }>;
}

export interface SearchQuery {
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
  kind: SearchDocument["kind"];
  slug: string;
  title: Marked[];
  /** The paragraph that answers best, and its segment, so that a link can open it; null when only the title matched. */
  passage: { segment: string; marked: Marked[] } | null;
}

export interface SearchResult {
  hits: SearchHit[];
  /** The content revision that the answer was made from. */
  revision: number;
}
