import type { ArticleTree } from "../articles/tree.ts";
import type { Fact } from "../facts/fact.ts";
import type { ByLang } from "../language/languages.ts";
import type { Colleague } from "./presence.ts";
import type { Term } from "./term.ts";

/** What was said about a unit, as the desk shows it: plain data, fit for JSON. */
export interface CommentView {
  id: string;
  unit: string;
  text: string;
  /** Names; null: somebody who has left. */
  by: string | null;
  /** ISO */
  at: string;
  /** Null: it waits for somebody. */
  resolved: { by: string | null; at: string } | null;
}

/** What a paragraph needs to be drawn as readers see it. */
export interface PreviewParts {
  tree: ArticleTree;
  facts: Record<string, Fact>;
  /** Agencies by key, named in each language. */
  agencies: ByLang<Record<string, { name: string; phone: string | null }>>;
  /** Today in Hanoi, YYYY-MM-DD. */
  today: string;
}

/** What a desk holds besides its units. */
export interface DeskAround {
  /** The languages whose words this member may write here. */
  editable: ByLang<boolean>;
  terms: Term[];
  comments: CommentView[];
  /** Names of those who may be mentioned. */
  members: string[];
  /** Who else is here. */
  colleagues: Colleague[];
  /** Null where words are not part of an article. */
  preview: PreviewParts | null;
}
