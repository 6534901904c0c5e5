import { hanoiDay } from "../facts/gate-status.ts";
import type { UptimeDay } from "./fleet-views.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Hanoi keeps UTC+7 all year. */
const HANOI_MS = 7 * 3_600_000;

/** When a day (YYYY-MM-DD) begins in Hanoi. */
export const beginningOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - HANOI_MS);

/** The last `count` days in Hanoi, today as the last. */
export const lastDays = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, index) => hanoiDay(new Date(now.getTime() - (count - 1 - index) * DAY_MS)));

/** Minutes heard by hour, as minutes heard by day. */
export function minutesByDay(hours: readonly { hour: Date; minutes: number }[]): Map<string, number> {
  const heard = new Map<string, number>();
  for (const { hour, minutes } of hours) heard.set(hanoiDay(hour), (heard.get(hanoiDay(hour)) ?? 0) + minutes);
  return heard;
}

/**
 * Uptime by days: today as far as it has come, none before the pairing, none after the rights were taken away. Of several displays
 * together: days on which there was none are left out.
 * @param heard minutes heard, by day
 */
export function uptimeDays(
  heard: ReadonlyMap<string, number>,
  displays: readonly { pairedAt: Date; revokedAt: Date | null }[],
  now: Date,
  days: readonly string[],
): UptimeDay[] {
  return days.flatMap((day) => {
    const begins = beginningOfDay(day).getTime();
    const ends = Math.min(begins + DAY_MS, now.getTime());
    const minutes = displays.map(({ pairedAt, revokedAt }) => {
      const [from, to] = [Math.max(begins, pairedAt.getTime()), Math.min(ends, revokedAt?.getTime() ?? ends)];
      return Math.max(0, Math.ceil((to - from) / MINUTE_MS));
    });
    const of = minutes.reduce((sum, one) => sum + one, 0);
    return of > 0 ? [{ day, heard: Math.min(of, heard.get(day) ?? 0), of }] : [];
  });
}
