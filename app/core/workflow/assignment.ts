import { isDay } from "../articles/particulars.ts";
import { AppError } from "../errors.ts";
import type { ByLang, Lang } from "../language/languages.ts";
import type { Owner } from "../translation/wording.ts";
import type { Progress } from "./desk.ts";

/** Who brings one language of an article, or of a namespace of strings, to an end. It stays until it is given to somebody else. */
export interface Assignment {
  owner: Owner;
  lang: Lang;
  /** Either a member or a team. */
  memberId: string | null;
  teamKey: string | null;
  /** YYYY-MM-DD, Hanoi; null: no day set. */
  dueOn: string | null;
  by: string;
  at: Date;
}

export type Assignee = { kind: "member"; id: string } | { kind: "team"; key: string };

/** Nothing of the language waits for anybody but the publisher. */
export const isDone = (progress: Progress, returned: number): boolean => progress.stale + progress.missing + progress.in_review + returned === 0;

/** So many days ahead a day counts as near. */
const NEAR_DAYS = 7;

/** The last day (YYYY-MM-DD) that is near, seen from a day. */
export const nearFrom = (today: string): string => new Date(Date.parse(today) + NEAR_DAYS * 86_400_000).toISOString().slice(0, 10);

/**
 * The day that a form means; "": none.
 * @param kept the day that stood there: it may stay, even when it is over
 * @throws AppError `invalid` (`field`: "dueOn") for what is no day, or a day that is over
 */
export function readDueOn(typed: string, today: string, kept: readonly string[] = []): string | null {
  const day = typed.trim();
  if (day === "") return null;
  if (!isDay(day) || (day < today && !kept.includes(day))) throw new AppError("invalid", { field: "dueOn" });
  return day;
}

/** An assignment as pages show it. */
export interface Assigned {
  memberId: string | null;
  teamKey: string | null;
  dueOn: string | null;
  done: boolean;
  /** Not done, and its day is over. */
  overdue: boolean;
}

/** @param today YYYY-MM-DD, Hanoi */
export function assignedOf({ lang, memberId, teamKey, dueOn }: Assignment, progress: ByLang<Progress>, returned: number, today: string): Assigned {
  const done = isDone(progress[lang], returned);
  return { memberId, teamKey, dueOn, done, overdue: !done && dueOn !== null && dueOn < today };
}
