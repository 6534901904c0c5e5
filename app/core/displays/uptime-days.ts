import { hanoiDay } from "../facts/gate-status.ts";
import type { UptimeDay } from "./fleet-views.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Hanoi keeps UTC+7 all year. */
const HANOI_MS = 7 * 3_600_000;

const beginning = (day: string): number => Date.parse(`${day}T00:00:00Z`) - HANOI_MS;

/**
 * Uptime by days: the last `count` days in Hanoi, today as far as it has come, none before the pairing.
 * @param hours minutes heard, by the hour in which they were
 */
export function uptimeDays(hours: readonly { hour: Date; minutes: number }[], pairedAt: Date, now: Date, count: number): UptimeDay[] {
  const heard = new Map<string, number>();
  for (const { hour, minutes } of hours) heard.set(hanoiDay(hour), (heard.get(hanoiDay(hour)) ?? 0) + minutes);
  const days = Array.from({ length: count }, (_, index) => hanoiDay(new Date(now.getTime() - (count - 1 - index) * DAY_MS)));
  return days.flatMap((day) => {
    const from = Math.max(beginning(day), pairedAt.getTime());
    const to = Math.min(beginning(day) + DAY_MS, now.getTime());
    const of = Math.ceil((to - from) / MINUTE_MS);
    return of > 0 ? [{ day, heard: Math.min(of, heard.get(day) ?? 0), of }] : [];
  });
}
