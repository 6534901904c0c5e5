import type { Issue } from "./check.ts";
import { issue, listed, type PairCheck, type TextCheck } from "./pair.ts";
import { type DateFound, weekdayOn } from "./read-dates.ts";
import type { Reading } from "./reading.ts";

const dayOf = ({ day, month }: DateFound): string => `${day}/${month}`;

/** 17/11 is 11月17日, in every form in which people write it. */
export const checkDates: PairCheck = ({ source, target }) => [...compareDays(source, target), ...compareWeekdays(source, target)];

function compareDays(source: Reading, target: Reading): Issue[] {
  const has = (reading: Reading, date: DateFound): boolean =>
    reading.dates.some((one) => dayOf(one) === dayOf(date)) || (!date.sure && hasNumbers(reading, date)) || hasApart(reading, date);
  const lost = source.dates.filter((date) => !has(target, date));
  const invented = target.dates.filter((date) => !has(source, date));
  const [first] = invented;
  if (first) {
    const swapped = lost.find(({ day, month }) => day === first.month && month === first.day);
    const details = { found: listed(invented.map(({ shown }) => shown)), expected: listed((swapped ? [swapped] : lost).map(({ shown }) => shown)) || "–" };
    return [issue("dates", target.lang, { reason: swapped ? "swapped" : "invented", at: first, details })];
  }
  if (lost.length) return [issue("dates", target.lang, { reason: "lost", details: { expected: listed(lost.map(({ shown }) => shown)) } })];
  return compareYears(source, target);
}

/** "1/3" may be a third. */
const hasNumbers = ({ numbers, hints }: Reading, { day, month }: DateFound): boolean =>
  [day, month].every((part) => hints.includes(part) || numbers.some(({ value }) => value === part));

/** "the 5th and the 6th of May" may have become a month and a list of days. */
const hasApart = (reading: Reading, { day, month }: DateFound): boolean =>
  reading.dates.some((one) => one.month === month) && reading.numbers.some(({ value }) => value === day);

function compareYears(source: Reading, target: Reading): Issue[] {
  const years = ({ dates, numbers }: Reading): Set<number> =>
    new Set([...dates.flatMap(({ year }) => (year === null ? [] : [year])), ...numbers.map(({ value }) => value)]);
  const [asked, given] = [years(source), years(target)];
  const differing = (reading: Reading, in_: Set<number>): DateFound[] => reading.dates.filter(({ year }) => year !== null && !in_.has(year));
  const [lost, invented] = [differing(source, given), differing(target, asked)];
  if (lost.length === 0 && invented.length === 0) return [];
  const yearsOf = (dates: readonly DateFound[]): string => listed(dates.map(({ year }) => String(year))) || "–";
  const details = { expected: yearsOf(lost), found: yearsOf(invented) };
  return [issue("dates", target.lang, { reason: "year", ...(invented[0] ? { at: invented[0] } : {}), details })];
}

/** Days that are meant without being named. */
const COLLECTIVELY = /ngày làm việc|ngày thường|trong tuần|cuối tuần|(?:hằng|hàng|mỗi) ngày|工作日|平日|周末|每天|每日|天天/iu;

/** Days of the week: thứ hai is 星期一. */
function compareWeekdays(source: Reading, target: Reading): Issue[] {
  const sets = [source, target].map(({ weekdays }) => new Set(weekdays.map(({ weekday }) => weekday))) as [Set<number>, Set<number>];
  const sure = [source, target].map(({ weekdays }) => weekdays.filter((one) => one.sure)) as [Reading["weekdays"], Reading["weekdays"]];
  if (COLLECTIVELY.test(source.text) !== COLLECTIVELY.test(target.text)) return [];
  const lost = sure[0].filter(({ weekday }) => !sets[1].has(weekday));
  const invented = sure[1].filter(({ weekday }) => !sets[0].has(weekday));
  if (lost.length === 0 && invented.length === 0) return [];
  const [first] = invented;
  const details = { expected: listed(lost.map(({ shown }) => shown)) || "–", found: listed(invented.map(({ shown }) => shown)) || "–" };
  return [issue("dates", target.lang, { reason: "weekdays", ...(first ? { at: first } : {}), details })];
}

const NEAR = 12;

/** A day of the week beside a whole date must be its own. */
export const checkWeekdayOfDate: TextCheck = ({ lang, dates, weekdays, words }) =>
  weekdays.flatMap((weekday): Issue[] => {
    const date = dates.find(({ from, to, year }) => year !== null && besides(words, weekday, { from, to }));
    if (!date || date.year === null || dates.filter(({ from }) => from === date.from).length > 1) return [];
    const right = weekdayOn(date.year, date.month, date.day);
    if (right === null || right === weekday.weekday) return [];
    return [issue("dates", lang, { reason: "weekday", at: weekday, details: { found: weekday.shown, date: date.shown } })];
  });

/** "thứ Hai, ngày 23/11/2026", "2026年11月23日（星期一）": with nothing but spaces and marks between them. */
function besides(words: string, a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  const between = words.slice(first.to, second.from);
  return between.length <= NEAR && /^[\s,，（()]*(?:ngày)?\s*$/u.test(between);
}
