import { holdsAt, type NoticeTerms, nextTurnOf } from "../articles/kinds.ts";
import { earliest, hanoiDay, hoursAround, latest, nextHanoiDay } from "../facts/gate-status.ts";
import type { DayHours } from "./display.ts";
import type { ItemTimes } from "./playlist.ts";

/** Whether something may be played at an instant, since when that is so, and when it changes; null: it never did, never does. */
export interface Opening {
  plays: boolean;
  since: Date | null;
  changesAt: Date | null;
}

const DAY_MS = 86_400_000;

/** Daily hours in Hanoi. `to` earlier than `from`: over midnight; both alike: all day. */
export function hoursOpening({ from, to }: DayHours, now: Date): Opening {
  const { open, since, changesAt } = hoursAround({ type: "hours", opens: from, closes: to }, now);
  return { plays: open, since, changesAt };
}

/** Whether daily hours hold; null: never. */
export const holdDaily = (hours: DayHours | null, now: Date): boolean => hours !== null && hoursOpening(hours, now).plays;

/** An item's own times. A night that passes midnight belongs to the day on which it began. */
export function itemOpening({ from, until, weekdays, hours }: ItemTimes, now: Date): Opening {
  const daily = hours && hoursOpening(hours, now);
  const onDays = (day: string) =>
    (from === null || from <= day) && (until === null || day <= until) && (weekdays === null || weekdays.includes(weekdayOf(day)));
  if (daily) return { ...daily, plays: daily.plays && onDays(hanoiDay(daily.since ?? now)) };
  const limited = from !== null || until !== null || weekdays !== null;
  return { plays: onDays(hanoiDay(now)), since: limited ? midnightBefore(now) : null, changesAt: limited ? nextHanoiDay(now) : null };
}

/** Notices that hold, or will: played while any of them does, begun anew whenever one begins or ends. */
export function noticesOpening(notices: readonly NoticeTerms[], now: Date): Opening {
  const turns = notices.flatMap(({ from, until }) => [from, until]).map((instant) => (instant === null ? null : new Date(instant)));
  return {
    plays: notices.some((terms) => holdsAt(terms, now)),
    since: latest(turns.filter((turn) => turn !== null && turn <= now)),
    changesAt: earliest(notices.map((terms) => nextTurnOf(terms, now))),
  };
}

/** The last midnight in Hanoi. */
export const midnightBefore = (now: Date): Date => new Date(nextHanoiDay(now).getTime() - DAY_MS);

/** 1 Monday … 7 Sunday, of a day YYYY-MM-DD. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
