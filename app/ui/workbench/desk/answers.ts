import type { ErrorCode } from "../../../core/errors.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Stretch } from "../../../core/translation/difference.ts";
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
}
