import type { ByLang } from "../language/languages.ts";
import type { FactValue } from "./fact.ts";
import { DIRECTIONS, type Direction, FLOWS, type Flow } from "./gate.ts";

/** What an operator says about a gate, or a closure announced beforehand. It ends, or goes stale: it is never true for ever. */
export interface Observation {
  id: string;
  gate: string;
  /** Null: all flows. */
  flow: Flow | null;
  /** Null: both. */
  direction: Direction | null;
  state: "open" | "congested" | "suspended" | "closed";
  /** How long one waits, about; null: not told. */
  waitMinutes: number | null;
  reason: ByLang<string> | null;
  /** When it was seen, or from when the closure holds. */
  at: Date;
  /** When it ends by its own word; null: not known. */
  until: Date | null;
  /** After this instant nobody knows, unless it ended before. Null: only with `until`. */
  unknownAfter: Date | null;
  /** Id of an earlier observation that this takes back: then neither counts. Null: it speaks for itself. */
  takesBack: string | null;
}

/** What a traveller is told about one flow of a gate at an instant. */
export type GateStatus =
  | { state: "open"; closesAt: Date | null; basis: "hours" | "observation" }
  | { state: "opens"; opensAt: Date; basis: "hours" }
  | { state: "congested"; closesAt: Date | null; waitMinutes: number | null; reason: ByLang<string> | null }
  | { state: "suspended" | "closed"; until: Date | null; reason: ByLang<string> | null }
  | { state: "unknown" };

export interface GateStatusAt {
  status: GateStatus;
  /** When a person last confirmed it; null: never. */
  confirmedAt: Date | null;
  /** The next instant at which this answer may change; null: only by a new observation. */
  validUntil: Date | null;
}

type Hours = Extract<FactValue, { type: "hours" }>;

/**
 * The status of one direction of a flow at `now`: what a person saw and still holds, else the published hours, else unknown.
 * Silence is never read as "open": without hours and without an observation nothing is known; and a disturbance that
 * nobody renewed is unknown until the next opening, not over.
 */
export function gateStatusAt(flow: Flow, direction: Direction, hours: Hours | null, observations: readonly Observation[], now: Date): GateStatusAt {
  const concerning = standing(observations).filter((seen) => concerns(seen, flow, direction));
  const begun = sinceLastPassing(concerning.filter((seen) => seen.at <= now));
  const announced = earliest(concerning.filter((seen) => seen.at > now).map((seen) => seen.at));
  // Whatever ends by its own word or goes stale may change the answer, also one that another outweighs now.
  const ending = earliest(begun.flatMap((seen) => [seen.until, seen.unknownAfter]).filter((end) => end !== null && end > now));
  const confirmedAt = latest(begun.map((seen) => seen.at));
  const window = hours && hoursAround(hours, now);
  const answer = (status: GateStatus, ...changes: (Date | null)[]): GateStatusAt => ({
    status,
    confirmedAt,
    validUntil: earliest([announced, ending, ...changes]),
  });

  const held = newest(begun.filter((seen) => !hasEnded(seen, now)));
  // When the published hours end, what was seen during them says nothing any more: the day is over. What is seen after them is newer than they are.
  const overtaken = held && window && !window.open && !isHalt(held) && held.at < window.since;
  if (held && !overtaken) return answer(said(held, window?.open ? window.changesAt : null), window?.changesAt ?? null);
  if (!window) return answer({ state: "unknown" });

  const lapsed = newest(begun.filter((seen) => wentStale(seen, now)));
  if (lapsed && hours && now < nextOpening(hours, endOf(lapsed) as Date)) return answer({ state: "unknown" }, nextOpening(hours, endOf(lapsed) as Date));
  const byHours: GateStatus = window.open
    ? { state: "open", closesAt: window.changesAt, basis: "hours" }
    : { state: "opens", opensAt: window.changesAt, basis: "hours" };
  return answer(byHours, window.changesAt);
}

/** Those that still can be told from now on, in their order: what is long past need not be handed to anybody. */
export function stillCounting(observations: readonly Observation[], now: Date): Observation[] {
  const left = standing(observations);
  const counting = new Set(left.filter((seen) => seen.at > now));
  for (const flow of FLOWS)
    for (const direction of DIRECTIONS)
      for (const seen of sinceLastPassing(left.filter((seen) => seen.at <= now && concerns(seen, flow, direction)))) counting.add(seen);
  return left.filter((seen) => counting.has(seen));
}

function standing(observations: readonly Observation[]): Observation[] {
  const gone = new Set(observations.map((seen) => seen.takesBack));
  return observations.filter((seen) => seen.takesBack === null && !gone.has(seen.id));
}

const concerns = (seen: Observation, flow: Flow, direction: Direction): boolean =>
  (seen.flow === null || seen.flow === flow) && (seen.direction === null || seen.direction === direction);

/** Who sees people pass ends every halt told before: it does not come back when this in turn goes stale. */
function sinceLastPassing(begun: readonly Observation[]): Observation[] {
  const last = newest(begun.filter((seen) => !isHalt(seen)));
  return begun.filter((seen) => !last || !isLater(last, seen));
}

/** By time, and by id where two have the same: never by the order of a list. */
const isLater = (a: Observation, b: Observation): boolean => a.at > b.at || (a.at.getTime() === b.at.getTime() && a.id > b.id);
const newest = (seen: readonly Observation[]): Observation | null =>
  seen.reduce<Observation | null>((best, one) => (!best || isLater(one, best) ? one : best), null);
const isHalt = (seen: Observation): boolean => seen.state === "suspended" || seen.state === "closed";
const endOf = (seen: Observation): Date | null => earliest([seen.until, seen.unknownAfter]);
const hasEnded = (seen: Observation, now: Date): boolean => (endOf(seen)?.getTime() ?? Number.POSITIVE_INFINITY) <= now.getTime();

/** It ended because nobody renewed it, not by its own word; "open" then simply gives way to the timetable. */
const wentStale = (seen: Observation, now: Date): boolean => hasEnded(seen, now) && seen.state !== "open" && (seen.until === null || seen.until > now);

function said(seen: Observation, closesAt: Date | null): GateStatus {
  if (seen.state === "open") return { state: "open", closesAt, basis: "observation" };
  if (seen.state === "congested") return { state: "congested", closesAt, waitMinutes: seen.waitMinutes, reason: seen.reason };
  return { state: seen.state, until: seen.until, reason: seen.reason };
}

/** Hanoi keeps UTC+7 all year (no daylight saving since 1975), Beijing UTC+8. */
const HANOI_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Whether `now` lies in the daily hours, since when, and when that changes next. Hours that pass midnight are understood. */
export function hoursAround(hours: Hours, now: Date): { open: boolean; since: Date; changesAt: Date } {
  const midnight = Math.floor((now.getTime() + HANOI_OFFSET_MS) / DAY_MS) * DAY_MS - HANOI_OFFSET_MS;
  const changes: { at: number; open: boolean }[] = [];
  for (const day of [-1, 0, 1]) {
    changes.push({ at: midnight + day * DAY_MS + clock(hours.opens), open: true });
    changes.push({ at: midnight + day * DAY_MS + clock(hours.closes), open: false });
  }
  changes.sort((a, b) => a.at - b.at || Number(a.open) - Number(b.open));
  const past = changes.filter((change) => change.at <= now.getTime()).at(-1);
  const next = changes.find((change) => change.at > now.getTime());
  if (!past || !next) throw new Error("a day without a change of hours");
  return { open: past.open, since: new Date(past.at), changesAt: new Date(next.at) };
}

function nextOpening(hours: Hours, after: Date): Date {
  const here = hoursAround(hours, after);
  return here.open ? hoursAround(hours, here.changesAt).changesAt : here.changesAt;
}

/** "07:30" in milliseconds since midnight. */
function clock(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(time);
  if (!match) throw new Error(`not a time of day: ${time}`);
  return time === "24:00" ? DAY_MS : (Number(match[1]) * 60 + Number(match[2])) * 60_000;
}

export const earliest = (dates: readonly (Date | null)[]): Date | null => extreme(dates, (a, b) => a < b);
export const latest = (dates: readonly (Date | null)[]): Date | null => extreme(dates, (a, b) => a > b);

function extreme(dates: readonly (Date | null)[], before: (a: Date, b: Date) => boolean): Date | null {
  return dates.reduce<Date | null>((best, date) => (date && (!best || before(date, best)) ? date : best), null);
}

/** Today in Hanoi, YYYY-MM-DD. */
export const hanoiDay = (now: Date): string => new Date(now.getTime() + HANOI_OFFSET_MS).toISOString().slice(0, 10);

/** The next midnight in Hanoi: when what depends on the day changes. */
export const nextHanoiDay = (now: Date): Date => new Date((Math.floor((now.getTime() + HANOI_OFFSET_MS) / DAY_MS) + 1) * DAY_MS - HANOI_OFFSET_MS);
