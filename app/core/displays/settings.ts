import { isLang, LANGS, type Lang } from "../language/languages.ts";
import type { DayHours, DisplaySettings, LanguagePolicy } from "./display.ts";

export const DARKEST = 10;
const BRIGHTEST = 100;
const MOST_TURNS = 8;
const MOST_PIXELS_A_SIDE = 32_768;

/** How a display behaves before anybody says otherwise: the languages as equals, one after the other. */
export const FIRST_SETTINGS: DisplaySettings = {
  languages: { show: "alternate", first: LANGS[0] as Lang, turns: [] },
  playlist: null,
  brightness: BRIGHTEST,
  quiet: null,
};

type Unchecked = Record<string, unknown>;
const isRecord = (value: unknown): value is Unchecked => typeof value === "object" && value !== null && !Array.isArray(value);

/** A time of day, "HH:MM". */
export const isTimeOfDay = (value: unknown): value is string => typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

/** Hours of the day from data that came from elsewhere; null when they are none. */
export function readDayHours(value: unknown): DayHours | null {
  if (!isRecord(value) || !isTimeOfDay(value.from) || !isTimeOfDay(value.to) || value.from === value.to) return null;
  return { from: value.from, to: value.to };
}

/**
 * Settings from data that came from elsewhere: only what settings have, in one order.
 * @param playlists keys of those that may be chosen
 * @returns the names of what is wrong, when something is
 */
export function readSettings(value: unknown, playlists: readonly string[]): { settings: DisplaySettings; wrong: string[] } {
  const given = isRecord(value) ? value : {};
  const wrong: string[] = [];
  const languages = readPolicy(given.languages);
  if (!languages) wrong.push("languages");
  const playlist = given.playlist === null || playlists.some((key) => key === given.playlist) ? (given.playlist as string | null) : undefined;
  if (playlist === undefined) wrong.push("playlist");
  const brightness = Number.isInteger(given.brightness) ? (given.brightness as number) : 0;
  if (brightness < DARKEST || brightness > BRIGHTEST) wrong.push("brightness");
  const quiet = given.quiet === null ? null : readDayHours(given.quiet);
  if (given.quiet !== null && !quiet) wrong.push("quiet");
  return { settings: { languages: languages ?? FIRST_SETTINGS.languages, playlist: playlist ?? null, brightness, quiet }, wrong };
}

function readPolicy(value: unknown): LanguagePolicy | null {
  if (!isRecord(value) || (value.show !== "alternate" && value.show !== "together") || !isLang(value.first)) return null;
  if (!Array.isArray(value.turns) || value.turns.length > MOST_TURNS) return null;
  const turns = value.turns.flatMap((turn): LanguagePolicy["turns"] => {
    const hours = readDayHours(turn);
    return hours && isRecord(turn) && isLang(turn.first) ? [{ ...hours, first: turn.first }] : [];
  });
  return turns.length === value.turns.length ? { show: value.show, first: value.first, turns } : null;
}

/** A picture's size in the device's own pixels; null: it has none. `undefined`: it cannot be meant. */
export function readSize(value: unknown): { width: number; height: number } | null | undefined {
  if (value === null) return null;
  if (!isRecord(value)) return undefined;
  const { width, height } = value;
  if (width === 0 && height === 0) return null;
  const isSide = (side: unknown): side is number => Number.isInteger(side) && (side as number) > 0 && (side as number) <= MOST_PIXELS_A_SIDE;
  return isSide(width) && isSide(height) ? { width, height } : undefined;
}
