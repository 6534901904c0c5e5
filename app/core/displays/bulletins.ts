import type { Lang } from "../language/languages.ts";
import type { DayHours, LanguagePolicy } from "./display.ts";
import { languageOrder } from "./language-turns.ts";
import { holdDaily, itemOpening, midnightBefore } from "./opening.ts";
import type { Playlist, Recording } from "./playlist.ts";

/** One clip to be played: after its chime where `chime` says so. */
export interface Spoken {
  /** What its receipt names: id of a playlist's item or of a notice. */
  item: string;
  recording: Recording;
  lang: Lang;
  clip: string;
  /** The first language of a pair is announced by the chime. */
  chime: boolean;
}

/** How long the chime rings, with the pause after it: seconds. */
export const CHIME_SECONDS = 3;

/** A late start is still a start for so long (ms): a device that wakes up later waits for the next time instead of speaking out of turn. */
const GRACE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The times of a day in Hanoi as instants, around `now`; those in quiet hours are left out. */
function instantsAround(times: readonly string[], quiet: DayHours | null, now: Date): Date[] {
  const midnight = midnightBefore(now).getTime();
  return [-1, 0, 1]
    .flatMap((day) => times.map((time) => new Date(midnight + day * DAY_MS + msOf(time))))
    .filter((instant) => !holdDaily(quiet, instant))
    .sort((a, b) => a.getTime() - b.getTime());
}

/** The time of the timetable that has just come; null: none. The same instant for every loudspeaker, and for every asking within it. */
export const dueAt = (times: readonly string[], quiet: DayHours | null, now: Date): Date | null =>
  instantsAround(times, quiet, now).findLast((instant) => instant <= now && now.getTime() - instant.getTime() < GRACE_MS) ?? null;

/** The next time of the timetable; null: there is none within a day. */
export const nextTime = (times: readonly string[], quiet: DayHours | null, now: Date): Date | null =>
  instantsAround(times, quiet, now).find((instant) => instant > now) ?? null;

/** The times that came after `since` and are too long ago to be made up for. */
export const missedTimes = (times: readonly string[], quiet: DayHours | null, since: Date, now: Date): Date[] =>
  instantsAround(times, quiet, now).filter((instant) => instant > since && now.getTime() - instant.getTime() >= GRACE_MS);

/** How long it takes to say everything, chimes included: seconds. @param secondsOf how long a clip plays; null: nobody knows, and it is not counted */
export const secondsToSay = (spoken: readonly Spoken[], secondsOf: (clip: string) => number | null): number =>
  spoken.reduce((sum, { clip, chime }) => sum + (chime ? CHIME_SECONDS : 0) + (secondsOf(clip) ?? 0), 0);

/** What is played through at a time of the timetable: every item that may be played then, in order, each in every language. */
export function bulletinAt(playlist: Playlist, recordings: readonly Recording[], policy: LanguagePolicy, now: Date): Spoken[] {
  return playlist.items.flatMap((item) => {
    if (item.kind !== "recording" || !itemOpening(item.when, now).plays) return [];
    const recording = recordings.find(({ key }) => key === item.recording);
    return recording ? spoken(item.id, recording, policy, now) : [];
  });
}

/** The recording that belongs to a notice is the one whose key is the notice's slug. */
export function recordingOf(notice: { id: string; slug: string }, recordings: readonly Recording[], policy: LanguagePolicy, now: Date): Spoken[] {
  const recording = recordings.find(({ key }) => key === notice.slug);
  return recording ? spoken(notice.id, recording, policy, now) : [];
}

/** A recording as a pair: chime, then every language in the policy's order. */
const spoken = (item: string, recording: Recording, policy: LanguagePolicy, now: Date): Spoken[] =>
  languageOrder(policy, now).map((lang, index) => ({ item, recording, lang, clip: recording.clips[lang], chime: index === 0 }));

/** From midnight to a time of day. */
export function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}
