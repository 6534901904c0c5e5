import type { DayHours } from "./display.ts";
import { holdDaily } from "./opening.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** A device that was not heard for longer than this was away, and the minutes between are not counted as heard. */
const LONGEST_PAUSE = 3 * MINUTE;

/** After so many minutes without a word a display counts as silent: five reports in a row are missing. */
export const SILENT_MINUTES = 5;

const beginningOfHour = (time: number): number => time - (time % HOUR);
export const hourOf = (at: Date): Date => new Date(beginningOfHour(at.getTime()));

/** The minutes in which a device was heard since it was heard before, by the hours they belong to; this minute included. */
export function heardMinutes(before: Date | null, now: Date): { hour: Date; minutes: number }[] {
  const last = Math.floor(now.getTime() / MINUTE);
  const gap = before ? now.getTime() - before.getTime() : Number.POSITIVE_INFINITY;
  if (gap < 0) return [];
  const first = before && gap <= LONGEST_PAUSE ? Math.floor(before.getTime() / MINUTE) + 1 : last;
  const counted = new Map<number, number>();
  for (let minute = first; minute <= last; minute += 1) {
    const hour = beginningOfHour(minute * MINUTE);
    counted.set(hour, (counted.get(hour) ?? 0) + 1);
  }
  return [...counted].map(([hour, minutes]) => ({ hour: new Date(hour), minutes }));
}

/**
 * Since when a display is silent though it should speak; null: it is not. In its quiet hours nobody expects it, and afterwards it has as
 * long as any other.
 * @param heard its last message; null: none yet, and it counts from the pairing
 */
export function silentSince({ heard, pairedAt, quiet }: { heard: Date | null; pairedAt: Date; quiet: DayHours | null }, now: Date): Date | null {
  const since = heard ?? pairedAt;
  const limit = SILENT_MINUTES * MINUTE;
  if (now.getTime() - since.getTime() < limit) return null;
  if ([now, new Date(now.getTime() - limit)].some((instant) => holdDaily(quiet, instant))) return null;
  return since;
}
