import type { Issue } from "./check.ts";
import { issue, listed, type PairCheck, type TextCheck } from "./pair.ts";
import type { TimeFound, Zone } from "./read-times.ts";
import type { Reading } from "./reading.ts";

/** Minutes after midnight in UTC: 07:00 in Hanoi is 08:00 in Beijing. */
const instant = (minutes: number, zone: Zone): number => (minutes - zone * 60 + 1440) % 1440;

/**
 * Times of day, and whose clock they are read from. Where both languages name the clock, the moment counts, else the figures;
 * a clock that only one of them names would send a reader an hour too early or too late.
 */
export const checkTimes: PairCheck = ({ source, target }) => {
  const times = compareTimes(source, target);
  return times.length ? times : compareZones(source, target);
};

function compareTimes(source: Reading, target: Reading): Issue[] {
  const known = [...source.times, ...target.times].every(({ zone }) => zone !== null);
  const momentOf = ({ minutes, zone }: TimeFound): number => (known && zone !== null ? instant(minutes, zone) : minutes);
  const lacking = (from: Reading, to: Reading): TimeFound[] => {
    const values = new Set(to.times.map(momentOf));
    return from.times.filter((time) => time.sure && !values.has(momentOf(time)) && !asNumber(to, time));
  };
  const [lost, invented] = [lacking(source, target), lacking(target, source)];
  const [first] = invented;
  if (first) {
    const details = { found: listed(invented.map(({ shown }) => shown)), expected: listed(lost.map(({ shown }) => shown)) || "–" };
    return [issue("times", target.lang, { reason: "invented", at: first, details })];
  }
  return lost.length ? [issue("times", target.lang, { reason: "lost", details: { expected: listed(lost.map(({ shown }) => shown)) } })] : [];
}

/** "7点" may stand for "7 giờ", which may be a duration too and is then a number. */
const asNumber = ({ numbers }: Reading, { minutes, shown }: TimeFound): boolean =>
  !shown.includes(":") && minutes % 60 === 0 && numbers.some(({ value, unit }) => value === minutes / 60 && unit === "hour");

function compareZones(source: Reading, target: Reading): Issue[] {
  const zones = (reading: Reading): Set<Zone> => new Set(reading.zones.map(({ zone }) => zone));
  const [asked, given] = [zones(source), zones(target)];
  const same = asked.size === given.size && [...asked].every((zone) => given.has(zone));
  // Times that were converted from one clock to the other, each side naming its own.
  const converted = asked.size === 1 && given.size === 1 && source.times.length > 0 && target.times.length > 0;
  if (same || converted) return [];
  const names = (reading: Reading, other: Set<Zone>): string => listed(reading.zones.filter(({ zone }) => !other.has(zone)).map(({ shown }) => shown));
  const details = { expected: names(source, given) || "–", found: names(target, asked) || "–" };
  return [issue("times", target.lang, { reason: "zone", details })];
}

/** What says that two times are one moment on two clocks. */
const SAME_MOMENT = /[(（=]|tức|nghĩa là|就是|即|合/iu;
const NEAR = 40;

/** A time given on both clocks: Beijing's is one hour ahead. */
export const checkClocks: TextCheck = ({ lang, times, words }) => {
  const wrong = times.flatMap((time, at): Issue[] => {
    const next = times.slice(at + 1).find(({ zone }) => zone !== null && zone !== time.zone);
    if (!next || time.zone === null || next.zone === null || !SAME_MOMENT.test(words.slice(time.to, next.from)) || next.from - time.to > NEAR) return [];
    const own = times.filter(({ zone }) => zone === time.zone).map(({ minutes, zone }) => instant(minutes, zone as Zone));
    const theirs = times.filter(({ zone }) => zone === next.zone).map(({ minutes, zone }) => instant(minutes, zone as Zone));
    const agree = own.every((moment) => theirs.includes(moment)) || theirs.every((moment) => own.includes(moment));
    return agree ? [] : [issue("times", lang, { reason: "clocks", at: next, details: { found: `${time.shown} · ${next.shown}` } })];
  });
  return wrong.slice(0, 1);
};
