import type { ErrorCode } from "../../../core/errors.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { CommentView } from "../../../core/translation/desk-around.ts";
import type { Stretch } from "../../../core/translation/difference.ts";
import type { HistoryEntry } from "../../../core/translation/history.ts";
import type { Colleague } from "../../../core/translation/presence.ts";
import type { DeskFilter } from "../../../core/translation/queue.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";

/** Why words were not saved. `unreachable` and `sign_in_needed` are found by the browser itself. */
export type SaveRefusal = { code: ErrorCode | "unreachable"; details: Readonly<Record<string, unknown>> };

/** What became of words that were submitted: with the unit as it stands now, wherever that is known. */
export type SaveAnswer =
  | { kind: "saved"; fresh: DeskUnit[] }
  | { kind: "clash"; fresh: DeskUnit[]; difference: Stretch[] }
  | ({ kind: "refused" } & SaveRefusal);

export interface ApprovalRefused {
  unit: string;
  code: ErrorCode;
}

export type ApproveAnswer = { kind: "approved"; fresh: DeskUnit[]; refused: ApprovalRefused[] } | ({ kind: "refused" } & SaveRefusal);

/** What became of a warning that was confirmed. */
export type WaiveAnswer = { kind: "waived"; fresh: DeskUnit[] } | ({ kind: "refused" } & SaveRefusal);

/** What was said about a unit, after something was added or settled. */
export type CommentAnswer = { kind: "commented"; comments: CommentView[] } | ({ kind: "refused" } & SaveRefusal);

export type HistoryAnswer = { kind: "history"; entries: HistoryEntry[] } | ({ kind: "refused" } & SaveRefusal);

export type PresenceAnswer = { kind: "present"; colleagues: Colleague[] } | ({ kind: "refused" } & SaveRefusal);

/** What stands beside the row that is being worked on. */
export const PANELS = ["preview", "comments", "history"] as const;
export type Panel = (typeof PANELS)[number];

/** What a desk's address asks for: so that it can be kept and shared, and works without scripts. */
export interface Asked {
  /** The row to work on; null: the first that is unfinished. */
  unit: string | null;
  filter: DeskFilter;
  /** Null: whichever the desk opens first. */
  panel: Panel | null;
  /** Of `unit`, where its history was asked for. */
  history: HistoryEntry[] | null;
}

/** A submission that did not go through, given back to the page with what was typed: the page without JavaScript shows it. */
export interface Returned {
  unit: string;
  lang: Lang;
  mine: string;
  /** Revision and source that the writer had read: a refused text still answers to these. */
  revision: number;
  sourceHash: string;
  answer: Exclude<SaveAnswer, { kind: "saved" }>;
}

/** What a page's own form came to when it did not simply succeed. */
export interface Tried {
  returned: Returned | null;
  refused: ApprovalRefused[];
  /** Why the whole attempt was refused. */
  problem: SaveRefusal | null;
  /** What was to be said about a unit and was not kept. */
  comment?: { unit: string; text: string };
}
