import { DEFAULT_LANG } from "../language/languages.ts";
import { bulletinAt, msOf, secondsToSay } from "./bulletins.ts";
import type { LanguagePolicy } from "./display.ts";
import { midnightBefore } from "./opening.ts";
import type { Playlist, Recording } from "./playlist.ts";

/** Two times of a timetable, "HH:MM" in Hanoi, of which the first is not over when the second comes. */
export interface Overlap {
  time: string;
  next: string;
  /** How long the first takes, at most, in seconds. */
  seconds: number;
}

const DAYS = 7;
const DAY_MS = 86_400_000;
/** In whichever order: a pair takes the same time. */
const ANY_ORDER: LanguagePolicy = { show: "alternate", first: DEFAULT_LANG, turns: [] };

/**
 * Where a timetable speaks over itself, in the week that begins today: a loudspeaker starts late by a minute at most, and leaves out what it cannot.
 * @param secondsOf how long a clip plays; null: nobody knows, and it is not counted
 */
export function overlapsIn(playlist: Playlist, recordings: readonly Recording[], secondsOf: (clip: string) => number | null, now: Date): Overlap[] {
  const spoken = { ...playlist, items: playlist.items.filter(({ kind }) => kind === "recording") };
  const slots = Array.from({ length: DAYS }, (_, day) => midnightBefore(now).getTime() + day * DAY_MS)
    .flatMap((midnight) => playlist.times.map((time) => ({ time, at: new Date(midnight + msOf(time)) })))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const found = new Map<string, Overlap>();
  for (const [index, { time, at }] of slots.entries()) {
    const next = slots[index + 1];
    const seconds = Math.ceil(secondsToSay(bulletinAt(spoken, recordings, ANY_ORDER, at), secondsOf));
    if (!next || at.getTime() + seconds * 1000 <= next.at.getTime()) continue;
    const key = `${time} ${next.time}`;
    if (seconds > (found.get(key)?.seconds ?? 0)) found.set(key, { time, next: next.time, seconds });
  }
  return [...found.values()].sort((a, b) => (a.time < b.time ? -1 : 1));
}
