/** What changed for readers: one row of the outbox, committed with the change. */
export type Change =
  | { kind: "article"; articleId: string; slug: string; editionId: string | null }
  | { kind: "strings"; namespace: string; keys: string[] }
  | { kind: "gate"; gate: string }
  | { kind: "place" }
  | { kind: "terms" };

/** `id` is the content revision that the change made: whole numbers without gaps, in the order of commits. */
export interface Announcement {
  id: number;
  at: Date;
  change: Change;
}
