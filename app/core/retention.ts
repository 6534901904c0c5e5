import { KEPT_DAYS as MESSAGES } from "./messages/message.ts";
import { KEPT_DAYS as SEARCHES } from "./search/misses.ts";

/**
 * How long what is not kept for good is kept, in days, from when. Nothing goes before its time; whatever is not named here
 * (articles, their words and every edit of them, editions, facts, approvals, comments, the audit trail) stays.
 */
export const RETENTION_DAYS = {
  /** From sending: what the form promises. With the answer. */
  messages: MESSAGES,
  /** From the day of the search. */
  searches: SEARCHES,
  /** From when the invitation was used or its time ran out. */
  invitations: 30,
  /** From when it was read. What nobody has read stays. */
  inbox: 90,
  /** From when it was last noted who is at work where. */
  presence: 1,
  /** From the day that was counted. */
  progress: 2 * 365,
  /** From the end of its ten minutes. */
  pairings: 1,
  /** From when they arrived: what was shown where, in which language. Exactly-once rests on them: devices keep none for longer. */
  receipts: 90,
  /** From the hour that was counted, of a display's uptime and reach. */
  displayHours: 400,
  /** From when they were given, done or not. */
  displayOrders: 90,
  /** From when it was announced. */
  announcements: 30,
} as const;

/**
 * The newest announcements are kept however old they are: displays and search indexes that come back catch up from them. Who missed
 * more reads everything anew; both replay at most 500.
 */
export const ANNOUNCEMENTS_KEPT = 1_000;

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
