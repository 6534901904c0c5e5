/** Why a publication did not take place when its time had come. */
export const SCHEDULE_FAILURES = ["changed", "not_ready", "withdrawn", "not_allowed"] as const;
export type ScheduleFailure = (typeof SCHEDULE_FAILURES)[number];

/** A publication to come. */
export interface Scheduled {
  articleId: string;
  /** Of the edition that was agreed on: nothing else goes out. */
  contentHash: string;
  publishAt: Date;
  by: string;
  createdAt: Date;
  /** Null while it waits. */
  failure: ScheduleFailure | null;
}

/** Further ahead nobody plans, and a mistyped year is found out. */
const LONGEST_AHEAD_MS = 366 * 86_400_000;

/** Whether a publication may be set for an instant: later than now, within a year. */
export const mayWaitUntil = (at: Date, now: Date): boolean => at > now && at.getTime() - now.getTime() <= LONGEST_AHEAD_MS;
