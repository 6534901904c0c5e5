import type { SegmentTexts } from "../articles/article.ts";
import type { EditionNote } from "../articles/edition.ts";
import type { ArticleKind } from "../articles/kinds.ts";
import type { ArticleTree } from "../articles/tree.ts";
import type { ErrorCode } from "../errors.ts";
import type { Fact } from "../facts/fact.ts";
import type { ByLang, Lang } from "../language/languages.ts";
import type { Stretch } from "../translation/difference.ts";
import type { Changes } from "./changes.ts";
import type { OpenPoint } from "./edition-to-be.ts";
import type { ScheduleFailure } from "./schedule.ts";
import type { WorkflowState } from "./state.ts";
import type { Unit } from "./units.ts";

/** What the pages about publishing show: plain data, names of people and places in place of their ids. */

/** An edition as a line of history. */
export interface EditionLine {
  number: number;
  publishedAt: Date;
  by: string | null;
  note: EditionNote | null;
}

/** Names in one language, by key. */
export interface Names {
  topics: Record<string, string>;
  gates: Record<string, string>;
  agencies: Record<string, string>;
}

/** Which article a page is about. */
export interface ArticleHeadView {
  articleId: string;
  slug: string;
  kind: ArticleKind;
  titles: ByLang<string>;
  state: WorkflowState;
  /** What readers see; null: nothing. */
  edition: EditionLine | null;
  withdrawn: { at: Date; reason: ByLang<string> } | null;
}

export interface ApprovalLine {
  unit: string;
  kind: Unit["kind"];
  by: string | null;
  at: Date;
  /** Of an override. */
  reason: string | null;
}

export interface SignOffLine {
  agency: string;
  by: string | null;
  /** Null: still awaited. */
  at: Date | null;
  /** The member belongs to a team of this agency. */
  own: boolean;
  /** Why the member can't sign it off; null when nothing is against it. */
  refusal: ErrorCode | null;
}

export interface ScheduleLine {
  publishAt: Date;
  by: string | null;
  failure: ScheduleFailure | null;
}

export interface PreviewView {
  tree: ArticleTree;
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
  agencies: ByLang<Record<string, { name: string; phone: string | null }>>;
  /** YYYY-MM-DD, Hanoi. */
  today: string;
}

export interface PublishView {
  article: ArticleHeadView;
  /** Of what would go out; null while something is missing. */
  contentHash: string | null;
  /** Readers see just this. */
  upToDate: boolean;
  changes: Changes;
  names: Names;
  open: OpenPoint[];
  /** The kinds of all units, to name them by. */
  kinds: Record<string, Unit["kind"]>;
  /** Of what is new for readers. */
  approvals: ApprovalLine[];
  signOffs: SignOffLine[];
  schedule: ScheduleLine | null;
  preview: PreviewView;
  mayPublish: boolean;
}

interface Change {
  /** Where a page of history goes on after it. */
  cursor: string;
  by: string | null;
  at: Date;
  /** It is what stands at work now. */
  now: boolean;
}

/** Something that somebody changed at work. */
export type WorkingChange =
  | (Change & {
      kind: "words";
      unit: string;
      /** Null: the part is no longer in the article. */
      unitKind: Unit["kind"] | null;
      lang: Lang;
      text: string;
      sourceHash: string | null;
      stretches: Stretch[];
      /** Somebody else had saved before: it is kept and was never at work. */
      lost: boolean;
    })
  | (Change & { kind: "structure"; revision: number; changes: Changes | null });

export interface HistoryView {
  article: ArticleHeadView;
  /** Of the article at work: an edit that restores answers to it. */
  revision: number;
  /** Newest first. */
  editions: EditionLine[];
  /** Two editions side by side; null: there is only one, or none. */
  compared: { from: number; to: number; changes: Changes } | null;
  names: Names;
  /** Newest first. */
  working: WorkingChange[];
  /** What is at work of each unit: revisions, by unit and language. */
  revisions: Record<string, ByLang<number>>;
  /** Where older changes go on; null: there are none. */
  older: string | null;
  mayPublish: boolean;
  mayEdit: ByLang<boolean>;
}

export interface StringHistoryView {
  namespace: string;
  key: string;
  /** Newest first; the last one, number 0, is what the program brings along. */
  editions: {
    number: number;
    publishedAt: Date | null;
    by: string | null;
    /** Null: back to what the program brings along. */
    texts: ByLang<string> | null;
    stretches: ByLang<Stretch[]>;
    /** Readers see just this pair. */
    now: boolean;
  }[];
}
