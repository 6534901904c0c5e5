import { AppError } from "../errors.ts";
import { LANGS } from "../language/languages.ts";
import { DIRECTIONS, FLOWS } from "./gate.ts";
import type { Observation } from "./gate-status.ts";

/** What an operator taps. `at`: when it was tapped, by the clock of the device. */
export type Report = Omit<Observation, "unknownAfter" | "takesBack">;

export const REPORTED_STATES: readonly Observation["state"][] = ["open", "congested", "suspended", "closed"];

/** How long each is believed without an end of its own, in hours: then nobody knows. */
export const BELIEVED_HOURS: Record<Observation["state"], number> = { open: 4, congested: 2, suspended: 6, closed: 6 };

/** Waits that can be told, in minutes; the last stands for "and more". */
export const LONGEST_WAIT = 240;
export const WAITS: readonly number[] = [30, 60, 120, 180, LONGEST_WAIT];

/** Reasons that stand ready in each language (`workbench:gates.reasons`). */
export const REASONS = ["crowd", "weather", "accident", "system", "repairs", "event", "opposite"] as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A tap may wait this long for a link. */
const OLDEST_MS = 12 * HOUR_MS;
/** How far a phone's clock may be ahead. */
const AHEAD_MS = 2 * MINUTE_MS;
/** A halt that lasts longer is published, not tapped. */
const LONGEST_MS = 7 * 24 * HOUR_MS;
const LONGEST_REASON = 160;
/** How long after a tap its author may take it back, by the times of both taps; the button stays for ten seconds. */
const TAKE_BACK_MS = MINUTE_MS;

/** What a client may choose for an id: random enough that nobody meets another's. */
const ID = /^[0-9a-zA-Z-]{20,64}$/;

/**
 * The observation that a tap makes.
 * @throws AppError `invalid` with the `field` that is wrong
 */
export function observationFrom(report: Report, now: Date): Observation {
  const { state, flow, direction, until, waitMinutes, reason } = report;
  const at = tappedAt(report.at, now);
  if (!ID.test(report.id)) throw wrong("id");
  if (!REPORTED_STATES.includes(state)) throw wrong("state");
  if (flow !== null && !FLOWS.includes(flow)) throw wrong("flow");
  if (direction !== null && !DIRECTIONS.includes(direction)) throw wrong("direction");
  if (waitMinutes !== null && (state !== "congested" || !WAITS.includes(waitMinutes))) throw wrong("wait");
  // "Open until" is the timetable's to say: when this ended, the timetable would contradict it.
  if (until && (state === "open" || !(until > at) || until.getTime() - at.getTime() > LONGEST_MS)) throw wrong("until");
  if (reason && !LANGS.every((lang) => isSaid(reason[lang]))) throw wrong("reason");
  const unknownAfter = until ? null : new Date(at.getTime() + BELIEVED_HOURS[state] * HOUR_MS);
  return { ...report, at, unknownAfter, takesBack: null };
}

/**
 * The observation by which its author takes an earlier one back.
 * @param id of the new one; `tapped`: when it was tapped, by the clock of the device
 * @throws AppError `invalid` with the `field` that is wrong
 */
export function takingBack(earlier: Observation, id: string, tapped: Date, now: Date): Observation {
  const at = tappedAt(tapped, now);
  if (!ID.test(id)) throw wrong("id");
  if (earlier.takesBack) throw wrong("of");
  if (at.getTime() - earlier.at.getTime() > TAKE_BACK_MS) throw wrong("at");
  return { ...earlier, id, at, takesBack: earlier.id };
}

/** When it was tapped; a clock that is a little ahead is set right, or what was tapped now would hold only later. */
function tappedAt(at: Date, now: Date): Date {
  const age = now.getTime() - at.getTime();
  if (!(age <= OLDEST_MS && age >= -AHEAD_MS)) throw wrong("at");
  return age < 0 ? now : at;
}

const isSaid = (text: unknown): boolean => typeof text === "string" && text.trim() !== "" && text.length <= LONGEST_REASON;
const wrong = (field: string): AppError => new AppError("invalid", { field });

/** A date and time as forms write them ("2026-11-23T15:00"), on Hanoi's clock; null where it is none. */
export function hanoiInstant(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text)) return null;
  const instant = new Date(`${text}+07:00`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
