import { earliest, latest } from "../facts/gate-status.ts";
import type { ByLang } from "../language/languages.ts";
import { midnightBefore, type Opening } from "./opening.ts";
import { greatestDivisor, spread } from "./spread.ts";

/** Something shown in one go. */
export interface Scene<What> {
  /** What its receipts name: id of a playlist's item or of a notice. */
  item: string;
  what: What;
  /** Seconds: of each language, or of all at once. */
  lasts: number | ByLang<number>;
}

/** An item of a loop: when it may be played, how often against the others, and its scenes, of which each turn shows the next one. */
export interface Entry<What> {
  weight: number;
  opening: Opening;
  scenes: readonly Scene<What>[];
}

/** What a loop shows at an instant. It ends before its time where the loop itself changes. */
export interface Turn<What> {
  scene: Scene<What>;
  begins: Date;
  ends: Date;
}

export const secondsOf = ({ lasts }: Scene<unknown>): number =>
  typeof lasts === "number" ? lasts : Object.values(lasts).reduce((sum, seconds) => sum + seconds, 0);

/**
 * What plays at `now`, from nothing but the items and the clock: displays that hold the same show the same at the same time, however long each of
 * them has been running. A round begins at midnight in Hanoi and whenever an item's time begins or ends; a withdrawn item is gone at once,
 * because nothing remembers that it was on.
 * @param entries their openings as of `now`
 * @returns null: nothing may be played now
 */
export function turnAt<What>(entries: readonly Entry<What>[], now: Date): Turn<What> | null {
  const playing = entries
    .map((entry) => ({ ...entry, scenes: entry.scenes.filter((scene) => secondsOf(scene) > 0) }))
    .filter(({ opening, scenes }) => opening.plays && scenes.length > 0);
  const round = roundOf(playing);
  if (round.length === 0) return null;
  const anchor = latest([midnightBefore(now), ...entries.map(({ opening }) => opening.since)]) ?? now;
  const lengths = round.map((scene) => Math.round(secondsOf(scene) * 1000));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let begins = now.getTime() - ((now.getTime() - anchor.getTime()) % whole);
  for (const [index, scene] of round.entries()) {
    const ends = begins + (lengths[index] ?? 0);
    if (now.getTime() < ends) return { scene, begins: new Date(begins), ends: earliest([new Date(ends), nextOpening(entries, now)]) ?? new Date(ends) };
    begins = ends;
  }
  throw new Error("an instant outside of its round");
}

/** The longest round, in rounds of the weights: beyond, the last scenes of an item come a little less often than the first. */
const MOST_ROUNDS = 60;

/** Everything once and in order: as many rounds of the weights as it takes for every item to come to its last scene. */
function roundOf<What>(playing: readonly Entry<What>[]): Scene<What>[] {
  const order = spread(playing.map(({ weight }) => weight));
  const counts = playing.map(({ scenes }) => scenes.length);
  const common = counts.reduce((sum, count) => (sum * count) / greatestDivisor(sum, count), 1);
  const shown = playing.map(() => 0);
  return Array.from({ length: Math.min(common, Math.max(MOST_ROUNDS, ...counts)) }, () => order)
    .flat()
    .map((index) => {
      const { scenes } = playing[index] as Entry<What>;
      const scene = scenes[(shown[index] ?? 0) % scenes.length] as Scene<What>;
      shown[index] = (shown[index] ?? 0) + 1;
      return scene;
    });
}

/** The next instant at which something else plays, or may. Null: nothing ever will without another playlist. */
export const nextTurn = <What>(entries: readonly Entry<What>[], now: Date): Date | null => turnAt(entries, now)?.ends ?? nextOpening(entries, now);

/** At midnight rounds begin anew, too. */
const nextOpening = <What>(entries: readonly Entry<What>[], now: Date): Date | null =>
  earliest([...entries.map(({ opening }) => opening.changesAt), new Date(midnightBefore(now).getTime() + 86_400_000)]);

/** One of several stretches of a whole, with its own beginning and end. */
export interface Stretch<Part> {
  part: Part;
  begins: Date;
  ends: Date;
}

/**
 * Which part of something stands at `now`, each for its share of the time from `begins` to `ends`. Before: the first; after: the last.
 * @param shareOf above 0
 */
export function partAt<Part>(parts: readonly [Part, ...Part[]], shareOf: (part: Part) => number, begins: Date, ends: Date, now: Date): Stretch<Part> {
  const whole = parts.reduce((sum, part) => sum + shareOf(part), 0);
  const span = ends.getTime() - begins.getTime();
  let passed = 0;
  for (const [index, part] of parts.entries()) {
    const from = begins.getTime() + Math.round((span * passed) / whole);
    passed += shareOf(part);
    const to = begins.getTime() + Math.round((span * passed) / whole);
    if (now.getTime() < to || index === parts.length - 1) return { part, begins: new Date(from), ends: new Date(to) };
  }
  throw new Error("no parts");
}
