import type { Lang } from "../../language/languages.ts";
import { hanNumber } from "./han-numbers.ts";
import { type Found, takeOut } from "./masked.ts";

export interface DateFound extends Found {
  day: number;
  month: number;
  year: number | null;
  shown: string;
  /** False: may as well be a fraction ("1/2"). */
  sure: boolean;
}

export interface WeekdayFound extends Found {
  /** 1: Monday … 7: Sunday. */
  weekday: number;
  shown: string;
  /** False: may as well be an ordinal ("bước thứ hai"). */
  sure: boolean;
}

export interface DatesRead {
  dates: DateFound[];
  weekdays: WeekdayFound[];
  rest: string;
}

const HAN = "[零〇一二三四五六七八九十]";
const DM = "(?<d>\\d{1,2})/(?<m>\\d{1,2})";

/** Each: named groups d, m, y of the last or only date; d0, m0, y0 of the first of a span, which takes from it what it does not say itself. */
const PATTERNS: Record<Lang, RegExp[]> = {
  vi: [
    new RegExp(
      `(?<![\\d/.,])(?<d0>\\d{1,2})(?:/(?<m0>\\d{1,2})(?:/(?<y0>\\d{4}))?)?\\s*(?:[-–—]|đến(?: hết)?(?: ngày)?|tới(?: ngày)?|và(?: ngày)?)\\s*${DM}(?:/(?<y>\\d{4}))?(?![\\d/])`,
      "giu",
    ),
    /(?<![\d/.,])(?<d0>\d{1,2})(?: tháng (?<m0>\d{1,2}))?(?:,? năm (?<y0>\d{4}))?\s*(?:[-–—]|đến(?: hết)?(?: ngày)?|tới(?: ngày)?|và(?: ngày)?)\s*(?<d>\d{1,2}) tháng (?<m>\d{1,2})(?:,? năm (?<y>\d{4}))?(?!\d)/giu,
    /(?:(?:ngày|hôm|mùng|mồng|từ|đến|và|lễ|hết)\s+(?<d>\d{1,2}) tháng (?<m>\d{1,2})(?:,? năm (?<y>\d{4}))?)(?!\d)/giu,
    /(?<![\d/.,])(?<d>\d{1,2}) tháng (?<m>\d{1,2}),? năm (?<y>\d{4})(?!\d)/giu,
    /(?<![\d/.,-])(?<d>\d{1,2})(?<sep>[/.-])(?<m>\d{1,2})\k<sep>(?<y>\d{4})(?![\d/])/gu,
    /(?<![\d/.,-])(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)/gu,
    /(?<=(?:ngày|hôm|lễ|từ|đến|trước|sau|tới|vào|hết|và)\s+)(?<d>\d{1,2})\/(?<m>\d{1,2})(?![\d/])/giu,
    /(?<![\d/.,])(?<maybe>(?<d>\d{1,2})\/(?<m>\d{1,2}))(?![\d/])/gu,
  ],
  zh: [
    /(?:(?<y0>\d{4})年)?(?<m0>\d{1,2})月(?<d0>\d{1,2})[日号]?(?:（[^（）]*）)?(?:至|到|—|–|-|~|～|、|和|与|及)(?:(?<y>\d{4})年)?(?:(?<m>\d{1,2})月)?(?<d>\d{1,2})[日号]/gu,
    /(?:(?<y>\d{4})年)?(?<m>\d{1,2})月(?<d>\d{1,2})[日号]/gu,
    new RegExp(`(?:(?<y>[零〇一二三四五六七八九]{4})年)?(?<m>${HAN}{1,2})月(?<d>${HAN}{1,3})[日号]`, "gu"),
    /(?<![\d/.,-])(?<y>\d{4})(?<sep>[/.-])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?![\d/])/gu,
    /(?<![\d/.,-])(?<d>\d{1,2})(?<sep>[/.-])(?<m>\d{1,2})\k<sep>(?<y>\d{4})(?![\d/])/gu,
    /(?<![\d/.,])(?<maybe>(?<d>\d{1,2})\/(?<m>\d{1,2}))(?![\d/])/gu,
  ],
};

const WEEKDAY: Record<Lang, RegExp> = {
  vi: /(?<![\p{L}\p{N}])(?:(?<before>\p{L}+)[ \u00A0]+)?(?:thứ[ \u00A0](?<day>hai|ba|tư|năm|sáu|bảy|[2-7])|(?<sunday>chủ nhật))(?![\p{L}\p{N}])/giu,
  zh: /(?:星期|礼拜|(?<![一两二三四五六七八九十\d])周)(?<day>[一二三四五六日天])(?![次天年])/gu,
};
const VIETNAMESE_DAYS: Record<string, number> = { hai: 1, "2": 1, ba: 2, "3": 2, tư: 3, "4": 3, năm: 4, "5": 4, sáu: 5, "6": 5, bảy: 6, "7": 6 };
const CHINESE_DAYS = "一二三四五六日";
/** Before a day of the week, not before an ordinal. */
const BEFORE_WEEKDAY = new Set(["từ", "đến", "sáng", "trưa", "chiều", "tối", "đêm", "vào", "các", "mỗi", "trừ", "hoặc", "tới", "trước", "sau", "hằng", "hàng"]);

const isDate = (day: number, month: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;
const number = (written: string | undefined): number | null => (written === undefined ? null : /\d/.test(written) ? Number(written) : hanNumber(written));

/** Full dates: day and month, with or without the year, and days of the week. A month or a year alone is left to the numbers. */
export function readDates(words: string, lang: Lang): DatesRead {
  const dates: DateFound[] = [];
  let rest = words;
  for (const pattern of PATTERNS[lang]) {
    const taken = takeOut(rest, pattern, (match) => datesOf(match));
    dates.push(...taken.found);
    rest = taken.rest;
  }
  const weekdays = takeOut(rest, WEEKDAY[lang], weekdayOf);
  return { dates, weekdays: weekdays.found, rest: coverOnly(rest, weekdays.found) };
}

function datesOf(match: RegExpExecArray): DateFound[] | null {
  const { d, m, y, d0, m0, y0, maybe } = match.groups ?? {};
  const [day, month, year] = [number(d), number(m) ?? number(m0), number(y)];
  if (day === null || month === null || !isDate(day, month)) return null;
  const place = { from: match.index, to: match.index + match[0].length, shown: match[0].trim(), sure: maybe === undefined };
  const last: DateFound = { ...place, day, month, year: year ?? number(y0) };
  if (d0 === undefined) return [last];
  const first: DateFound = { ...place, day: number(d0) as number, month: number(m0) ?? month, year: number(y0) ?? year };
  return isDate(first.day, first.month) ? [first, last] : null;
}

function weekdayOf(match: RegExpExecArray): WeekdayFound | null {
  const { before, day, sunday } = match.groups ?? {};
  const place = { from: match.index, to: match.index + match[0].length };
  if (sunday) return { ...place, weekday: 7, shown: match[0], sure: true };
  if (!day) return null;
  const vietnamese = VIETNAMESE_DAYS[day.toLowerCase()];
  if (vietnamese === undefined) return { ...place, weekday: day === "天" ? 7 : CHINESE_DAYS.indexOf(day) + 1, shown: match[0], sure: true };
  return { ...place, weekday: vietnamese, shown: match[0], sure: before !== undefined && BEFORE_WEEKDAY.has(before.toLowerCase()) };
}

/** What may be an ordinal stays for the numbers. */
function coverOnly(words: string, weekdays: readonly WeekdayFound[]): string {
  let rest = words;
  for (const { from, to, sure } of weekdays) if (sure) rest = rest.slice(0, from) + "\uFFFC".repeat(to - from) + rest.slice(to);
  return rest;
}

/** The day of the week of a date: 1 Monday … 7 Sunday; null where there is no such date. */
export function weekdayOn(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return null;
  return date.getUTCDay() || 7;
}
