/** What changed for readers or for displays: one row of the outbox, committed with the change. */
export type Change =
  | { kind: "article"; articleId: string; slug: string; editionId: string | null }
  | { kind: "strings"; namespace: string; keys: string[] }
  | { kind: "gate"; gate: string }
  | { kind: "place" }
  | { kind: "terms" }
  | { kind: "display"; display: string }
  | { kind: "playlist"; playlist: string };

/** `id` is the content revision that the change made: whole numbers without gaps, in the order of commits. */
export interface Announcement {
  id: number;
  at: Date;
  change: Change;
}

/**
 * How far a restored database is put ahead: who saw revisions that the backup did not know yet, or comes back with one from before, is
 * told to read everything anew instead of being given other changes under the same numbers. The one gap that there is.
 */
export const REVISIONS_SKIPPED = 100_000;
