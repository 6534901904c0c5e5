import { bulletinAt, dueAt, missedTimes, nextTime, recordingOf, type Spoken } from "../../../core/displays/bulletins.ts";
import { emergencies } from "../../../core/displays/emergency.ts";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { holdDaily, noticesOpening } from "../../../core/displays/opening.ts";
import { earliest } from "../../../core/facts/gate-status.ts";
import type { Stage } from "../device/stage.ts";
import { fileOf } from "../player/line-up.ts";
import type { Sound } from "./sound.ts";

/** What a loudspeaker does now, for its page. */
export interface Announcing {
  now: Date;
  /** What is being said. */
  saying: Spoken | null;
  /** The emergencies that hold; while there is one, nothing else is said. */
  urgent: DisplayNotice[];
  /** When the timetable speaks next; null: not within a day. */
  next: Date | null;
  quiet: boolean;
  /** The browser wants a touch first. */
  blocked: boolean;
}

export interface Announcer {
  again(): void;
  stop(): void;
}

/** What is to be said in one go. */
interface Round {
  /** Said once. */
  key: string;
  notice: DisplayNotice | null;
  spoken: Spoken[];
}

/** An emergency is said again after so long, as long as it holds (ms). */
const REPEATED_AFTER_MS = 180_000;
const LONGEST_WAIT_MS = 15_000;
/** Where it is known how long a clip plays, a machine that is later than that by so much (ms) has lost its sound. */
const LATE_MS = 30_000;
/** How many rounds are remembered as said. */
const REMEMBERED = 50;

/**
 * Says what is due: at the times of the timetable every recording of the playlist, an emergency's at once and again. An emergency ends whatever is being
 * said, in the middle of a word; it is itself ended when it no longer holds. Recordings play at the display's brightness, which is a loudspeaker's
 * volume; emergencies at the full one.
 */
export function runAnnouncer(stage: Stage, sound: Sound, tell: (what: Announcing) => void): Announcer {
  const said: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let playing: { round: Round; saying: Spoken | null; ending: AbortController } | null = null;
  let [toldBlocked, stopped] = [false, false];

  function roundAt(now: Date): Round | null {
    const { playlist, recordings, settings } = stage.manifest();
    const urgent = emergencies(stage.notices(), now);
    const rounds = urgent.map((notice): Round => {
      const nth = Math.floor((now.getTime() - Date.parse(notice.terms.from)) / REPEATED_AFTER_MS);
      const spoken = recordingOf(notice, recordings, settings.languages, now);
      // A notice is told before its recording has arrived: as soon as there is one, or another, it is said.
      return { key: [notice.id, notice.edition, nth, ...spoken.map(({ clip }) => clip)].join(" "), notice, spoken };
    });
    if (urgent.length > 0) return rounds.find(({ key }) => !said.includes(key)) ?? null;
    const due = playlist && dueAt(playlist.times, settings.quiet, now);
    if (!due || said.includes(due.toISOString())) return null;
    return { key: due.toISOString(), notice: null, spoken: bulletinAt(playlist, recordings, settings.languages, now) };
  }

  /** Whether what is being said may go on. */
  function mayGoOn({ round, saying }: NonNullable<typeof playing>, now: Date): boolean {
    const urgent = emergencies(stage.notices(), now);
    const { playlist, recordings } = stage.manifest();
    if (round.notice) return urgent.some(({ id }) => id === round.notice?.id);
    const kept = !saying || (recordings.some(({ clips }) => clips[saying.lang] === saying.clip) && playlist?.items.some(({ id }) => id === saying.item));
    return urgent.length === 0 && kept === true;
  }

  async function say(round: Round): Promise<void> {
    const mine = { round, saying: null as Spoken | null, ending: new AbortController() };
    playing = mine;
    const { signal } = mine.ending;
    const { settings } = stage.manifest();
    const volume = round.notice ? 1 : settings.brightness / 100;
    if (round.notice && round.spoken.length === 0) {
      await sound.chime(volume, signal).catch(() => {});
      // It may have come while the chime rang.
      const { slug } = round.notice;
      if (!signal.aborted && !stage.manifest().recordings.some(({ key }) => key === slug)) stage.trouble(`recording: none for the notice ${slug}`);
    }
    for (const one of round.spoken) {
      if (signal.aborted) break;
      mine.saying = one;
      stage.showing(one.item, one.lang);
      turn();
      await sayOne(one, volume, signal);
    }
    playing = null;
    if (!round.notice && !signal.aborted) tellMissed(new Date(round.key));
    if (!stopped) {
      stage.showing("waiting", null);
      turn();
    }
  }

  /** What a long round left no time for is not made up for: whoever keeps the timetable hears of it. */
  function tellMissed(since: Date): void {
    const { playlist, settings } = stage.manifest();
    const missed = playlist ? missedTimes(playlist.times, settings.quiet, since, stage.now()) : [];
    for (const time of missed) stage.trouble(`timetable: nothing was said at ${time.toISOString()}, what came before took longer`);
  }

  /** Ends what never ends by itself: a sound card that was pulled out takes no more, and tells nobody. */
  async function playInTime(path: string, seconds: number | undefined, volume: number, until: AbortSignal): Promise<void> {
    const ending = new AbortController();
    const end = () => ending.abort();
    const timer = seconds === undefined ? undefined : setTimeout(end, seconds * 1000 + LATE_MS);
    until.addEventListener("abort", end, { once: true });
    if (until.aborted) end();
    try {
      await sound.play(path, volume, ending.signal);
    } finally {
      clearTimeout(timer);
      until.removeEventListener("abort", end);
    }
  }

  async function sayOne({ item, recording, lang, clip, chime }: Spoken, volume: number, until: AbortSignal): Promise<void> {
    let began: Date | null = null;
    try {
      const file = fileOf(stage.manifest(), clip);
      if (!file) throw new Error("is not held");
      if (chime) await sound.chime(volume, until);
      began = stage.now();
      await playInTime(file.path, file.seconds, volume, until);
    } catch (error) {
      if (!until.aborted) {
        began = null;
        stage.trouble(`recording: ${recording.key} ${lang} ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const seconds = began ? Math.round((stage.now().getTime() - began.getTime()) / 1000) : 0;
    if (began && seconds >= 1) stage.shown({ item, lang, at: began, seconds });
  }

  function turn(): void {
    clearTimeout(timer);
    const now = stage.now();
    if (playing && !playing.ending.signal.aborted && !mayGoOn(playing, now)) playing.ending.abort();
    const blocked = !sound.allowed();
    if (blocked && !toldBlocked) stage.trouble("sound: the browser wants a touch first");
    toldBlocked = blocked;
    if (!playing && !blocked) {
      const round = roundAt(now);
      if (round) {
        said.push(round.key);
        said.splice(0, Math.max(0, said.length - REMEMBERED));
        void say(round);
      }
    }
    const { playlist, settings } = stage.manifest();
    const next = playlist && nextTime(playlist.times, settings.quiet, now);
    tell({ now, saying: playing?.saying ?? null, urgent: emergencies(stage.notices(), now), next, quiet: holdDaily(settings.quiet, now), blocked });
    const { changesAt } = noticesOpening(
      stage.notices().map(({ terms }) => terms),
      now,
    );
    const until = earliest([next, changesAt, new Date(now.getTime() + LONGEST_WAIT_MS)]) ?? now;
    timer = setTimeout(turn, Math.max(10, until.getTime() - stage.now().getTime()));
  }

  const ends = [stage.subscribe(turn), sound.subscribe(turn)];
  stage.showing("waiting", null);
  turn();
  return {
    again: turn,
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const end of ends) end();
      playing?.ending.abort();
    },
  };
}
