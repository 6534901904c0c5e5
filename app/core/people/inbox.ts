import type { Owner } from "../translation/wording.ts";

/** What reaches a member by name; what is due and what readers report is derived, not sent. */
export const INBOX_KINDS = ["assigned", "mentioned", "returned", "fact-rejected", "schedule-failed", "display-silent"] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

export interface InboxItem {
  id: string;
  memberId: string;
  kind: InboxKind;
  /** What it is about; a fact by its key, a display by its id. */
  owner: Owner | `fact:${string}` | `display:${string}`;
  unit: string | null;
  /** The first words of what was said; "" where nothing was. */
  note: string;
  by: string | null;
  at: Date;
  readAt: Date | null;
}
