import type { ErrorCode } from "../../core/errors.ts";
import type { SearchDocument, SearchQuery, SearchResult } from "../../core/search/document.ts";

/** Which content an index was made from. */
export interface ContentState {
  generationId: string;
  /** Id of the newest announcement that it holds. */
  revision: number;
}

/** What the worker can be asked, and what it answers. */
export interface Asks {
  /** Opens the file; `held` says which content of that generation it holds, null that it is empty and waits to be filled. */
  open: { take: { file: string; content: ContentState; fresh: boolean }; give: { held: ContentState | null } };
  fill: { take: { documents: SearchDocument[] }; give: null };
  /** Ends the filling: from here on the index answers. */
  seal: { take: { content: ContentState }; give: null };
  /** `stranger`: the database is another one than the index was made from. */
  apply: { take: { content: ContentState; changed: SearchDocument[]; removed: string[] }; give: "applied" | "known" | "stranger" };
  /** `at`: the instant that pages must be found at, in milliseconds. */
  query: { take: SearchQuery & { at: number }; give: SearchResult };
  close: { take: null; give: null };
}

export type AskName = keyof Asks;

/** A question on its way to the worker. */
export type Question = { [Name in AskName]: { id: number; name: Name; take: Asks[Name]["take"] } }[AskName];

/** Its answer; `code` where the reader of the page is to be told, `message` where something broke. */
export type Answer = { id: number } & ({ give: Asks[AskName]["give"] } | { code: ErrorCode } | { message: string });
