import { isHash } from "../articles/picture.ts";
import { isSlug } from "../articles/slug.ts";
import { type ByLang, byLang, LANGS } from "../language/languages.ts";
import { cleanText } from "../language/text.ts";
import type { ItemContent, ItemTimes, Playlist, PlaylistItem } from "./playlist.ts";
import { isTimeOfDay, readDayHours } from "./settings.ts";

const MOST_ITEMS = 200;
const MOST_TIMES = 96;
const HEAVIEST = 10;
const LONGEST_STAY = 600;
const LONGEST_ALT = 500;
const LONGEST_ID = 64;

type Unchecked = Record<string, unknown>;
const isRecord = (value: unknown): value is Unchecked => typeof value === "object" && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST_ID && /^[\w-]+$/.test(value);
const isWhole = (value: unknown, from: number, to: number): value is number => Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
const isDay = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

/** What a playlist plays, from data that came from elsewhere: only what it has; `wrong` names the items by their place, and the times. */
export function readPlaylist(value: { items: unknown; times: unknown }): Pick<Playlist, "items" | "times"> & { wrong: string[] } {
  const given = Array.isArray(value.items) ? value.items : null;
  const items = (given ?? []).map(readItem);
  const ids = items.map((item) => item?.id);
  const wrong = items.flatMap((item, index) => (item === null || ids.indexOf(item.id) < index ? [`items.${index}`] : []));
  if (!given || given.length > MOST_ITEMS) wrong.push("items");
  const times = Array.isArray(value.times) && value.times.length <= MOST_TIMES && value.times.every(isTimeOfDay) ? [...new Set(value.times)].sort() : null;
  if (!times) wrong.push("times");
  return { items: items.filter((item) => item !== null), times: times ?? [], wrong };
}

function readItem(value: unknown): PlaylistItem | null {
  if (!isRecord(value) || !isId(value.id) || !isWhole(value.weight, 1, HEAVIEST) || !isWhole(value.seconds, 1, LONGEST_STAY)) return null;
  const content = readItemContent(value);
  const when = readTimes(value.when);
  const { displays } = value;
  const isForSome = Array.isArray(displays) && displays.every(isId);
  if (!content || !when || !(displays === null || isForSome)) return null;
  return { ...content, id: value.id, weight: value.weight, seconds: value.seconds, when, displays: isForSome ? [...new Set(displays)].sort() : null };
}

function readItemContent(value: Unchecked): ItemContent | null {
  const { kind } = value;
  switch (kind) {
    case "notices":
    case "gates":
    case "clock":
      return { kind };
    case "article":
      return typeof value.slug === "string" && isSlug(value.slug) ? { kind, slug: value.slug } : null;
    case "recording":
      return isId(value.recording) ? { kind, recording: value.recording } : null;
    case "picture":
    case "video": {
      const alt = readAlt(value.alt);
      if (!alt) return null;
      if (kind === "picture") return isHash(value.picture) ? { kind, picture: value.picture, alt } : null;
      return isHash(value.clip) ? { kind, clip: value.clip, alt } : null;
    }
    default:
      return null;
  }
}

/** What is seen, in words, in every language: nothing is shown that somebody cannot know of. */
function readAlt(value: unknown): ByLang<string> | null {
  if (!isRecord(value) || !LANGS.every((lang) => typeof value[lang] === "string" && value[lang].length <= LONGEST_ALT)) return null;
  const alt = byLang((lang) => cleanText(value[lang] as string));
  return LANGS.every((lang) => alt[lang] !== "") ? alt : null;
}

function readTimes(value: unknown): ItemTimes | null {
  if (!isRecord(value)) return null;
  const { from, until, weekdays, hours } = value;
  if (![from, until].every((day) => day === null || isDay(day))) return null;
  if (typeof from === "string" && typeof until === "string" && until < from) return null;
  const onSome = Array.isArray(weekdays) && weekdays.length > 0 && weekdays.every((day) => isWhole(day, 1, 7));
  const daily = hours === null ? null : readDayHours(hours);
  if (!(weekdays === null || onSome) || (hours !== null && !daily)) return null;
  return { from: from as string | null, until: until as string | null, weekdays: onSome ? [...new Set(weekdays as number[])].sort() : null, hours: daily };
}
