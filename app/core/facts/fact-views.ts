import type { ArticleKind } from "../articles/kinds.ts";
import type { ByLang } from "../language/languages.ts";
import type { Stretch } from "../translation/difference.ts";
import type { Fact } from "./fact.ts";

export interface FactRow {
  fact: Fact;
  agency: string;
  overdue: boolean;
  /** How many changes of it wait for a second person. */
  pending: number;
}

export interface FactListView {
  rows: FactRow[];
  /** Facts that are proposed and are none yet. */
  proposed: Fact[];
  agencies: { key: string; name: string }[];
  overdue: number;
}

/** A proposed change, as the page of its fact shows it. */
export interface ChangeView {
  id: string;
  before: Fact | null;
  after: Fact;
  reason: string;
  /** Null: who has left. */
  by: string | null;
  own: boolean;
  at: Date;
  /** The fact has become another since. */
  overtaken: boolean;
  verificationOnly: boolean;
  decided: { by: string | null; at: Date; confirmed: boolean; reason: string } | null;
}

/** A page that readers see and that shows the fact. */
export interface TouchedPage {
  slug: string;
  kind: ArticleKind;
  titles: ByLang<string>;
  /** A box of facts on it shows the fact. */
  box: boolean;
  /** The words around it as they are and as they would be; without a change all are the same. */
  segments: { id: string; words: ByLang<Stretch[]> }[];
}

export interface FactView {
  key: string;
  /** Null: only proposed so far. */
  fact: Fact | null;
  /** What a form about it carries back. */
  hash: string;
  overdue: boolean;
  /** Those that wait, the oldest first. */
  pending: ChangeView[];
  /** The one whose effect the pages show. */
  shown: ChangeView | null;
  /** The newest first. */
  decided: ChangeView[];
  touched: { total: number; pages: TouchedPage[] };
  /** Articles whose words at work refer to it. */
  atWork: { slug: string; title: string }[];
  /** Gates whose opening hours it is. */
  gates: string[];
  /** Names of all agencies in every language, for what readers see. */
  agencies: ByLang<Record<string, { name: string; phone: string | null }>>;
  today: string;
  /** Whether the member may decide as a second person: everywhere that it is shown. */
  mayConfirm: boolean;
}
