import type { SegmentTexts } from "../../../core/articles/article.ts";
import type { ArticleTree, SegmentId } from "../../../core/articles/tree.ts";
import type { ErrorCode } from "../../../core/errors.ts";
import type { Lang } from "../../../core/language/languages.ts";

/** An article's structure and its source words, each with the revision it is: what a later save answers to. */
export interface Base {
  revision: number;
  tree: ArticleTree;
  /** Also those of nodes that were removed: they come back with them. */
  words: Readonly<Record<SegmentId, { text: string; revision: number }>>;
}

/** What the editor sends to be saved. */
export interface Submission {
  articleId: string;
  revision: number;
  lang: Lang;
  tree: ArticleTree;
  /** Words that differ from what was read. */
  texts: SegmentTexts;
  readRevisions: Record<SegmentId, number>;
}

export type StructureAnswer =
  /** `newer`: somebody changed the structure meanwhile; these words were saved beside it. */
  | { kind: "saved"; revision: number; revisions: Record<SegmentId, number>; newer: Base | null }
  /** `structure`: two structures, and nothing was saved; else of these segments, and all others were. */
  | { kind: "clash"; structure: boolean; segments: SegmentId[]; theirs: Base }
  | { kind: "refused"; code: ErrorCode | "unreachable"; details: Readonly<Record<string, unknown>> };

export type Clash = Extract<StructureAnswer, { kind: "clash" }>;
