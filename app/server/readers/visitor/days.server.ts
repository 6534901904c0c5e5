import type { Dated } from "../../../core/facts/dated.ts";
import { earliest, nextHanoiDay } from "../../../core/facts/gate-status.ts";

/** Midnight in Hanoi with which a day (YYYY-MM-DD) begins. */
const beginningOf = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

/** When the overdue mark of something appears: the day after its last. Null once it has, or when it never will. */
export function overdueFrom(day: string | null, now: Date): Date | null {
  const from = day === null ? null : nextHanoiDay(beginningOf(day));
  return from && from > now ? from : null;
}

/** When another of these entries begins or ends to hold; null: never. */
export function nextTurn(entries: readonly Dated[], now: Date): Date | null {
  const days = entries.flatMap(({ from, until }) => [from, until]).filter((day) => day !== null);
  return earliest(days.map(beginningOf).filter((turn) => turn > now));
}
