import type { Lang } from "../../language/languages.ts";
import { HAN_NUMERALS, hanNumber } from "./han-numbers.ts";
import { cover, type Found, takeOut } from "./masked.ts";

/** Hours ahead of UTC of the two clocks at the border: Hanoi and Beijing. */
export type Zone = 7 | 8;

export interface TimeFound extends Found {
  /** Minutes after midnight, as written. */
  minutes: number;
  /** Whose clock; null where the text does not say. */
  zone: Zone | null;
  shown: string;
  /** False: may as well be a duration ("2 giờ 30 phút"). */
  sure: boolean;
}

export interface ZoneFound extends Found {
  zone: Zone;
  shown: string;
}

export interface TimesRead {
  times: TimeFound[];
  zones: ZoneFound[];
  rest: string;
}

const HAN = `[${HAN_NUMERALS.slice(0, 13)}]{1,3}`;

/** Named groups: h, min, half, period (of the day), maybe (a duration as well). */
const PATTERNS: Record<Lang, RegExp[]> = {
  vi: [
    /(?<!\d:|[\d.,/])(?<h>\d{1,2})(?:[:hg](?<min>\d{2})|[hg])(?:[ \u00A0](?<period>sáng|trưa|chiều|tối|đêm))?(?![\p{L}\d])/giu,
    /(?<![\p{L}\d.,])(?<h>\d{1,2}) giờ(?: (?<min>\d{1,2})(?: phút)?| (?<half>rưỡi))? (?<period>sáng|trưa|chiều|tối|đêm)(?![\p{L}\d])/giu,
    /(?<=(?:lúc|hồi|vào) )(?<h>\d{1,2}) giờ(?: (?<min>\d{1,2})(?: phút)?| (?<half>rưỡi))?(?![\p{L}\d])/giu,
    /(?<![\p{L}\d.,])(?<maybe>(?<h>\d{1,2}) giờ(?: (?<min>\d{1,2})(?: phút)?)?)(?![\p{L}\d])/giu,
  ],
  zh: [
    /(?<period>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|夜里)?(?<!\d[:：]|[\d.,/])(?<h>\d{1,2})[:：](?<min>\d{2})(?!\d)/gu,
    /(?<period>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|夜里)?(?<![\d.,])(?<h>\d{1,2})[点时](?!间|段|候|限|效|代|期|差)(?:(?<min>\d{1,2})分?|(?<half>半)|整)?/gu,
    new RegExp(`(?<period>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|夜里)(?<h>${HAN})点(?:(?<min>${HAN})分|(?<half>半)|整)?`, "gu"),
  ],
};

const ZONES: Record<Lang, { zone: Zone; pattern: RegExp }[]> = {
  vi: [
    { zone: 7, pattern: /(?<!\p{L})(?:giờ|đồng hồ|múi giờ) (?:Hà Nội|Việt Nam)|(?:UTC|GMT) ?\+ ?0?7(?!\d)/giu },
    { zone: 8, pattern: /(?<!\p{L})(?:giờ|đồng hồ|múi giờ) (?:Bắc Kinh|Trung Quốc)|(?:UTC|GMT) ?\+ ?0?8(?!\d)/giu },
  ],
  zh: [
    { zone: 7, pattern: /(?:河内|越南)(?:当地|标准)?时间|(?:UTC|GMT) ?\+ ?0?7(?!\d)/giu },
    { zone: 8, pattern: /(?:北京|中国)(?:当地|标准)?时间|(?:UTC|GMT) ?\+ ?0?8(?!\d)/giu },
  ],
};

/** What parts a sentence into pieces that each keep to one clock. */
const BOUNDARY = /[()（）,，;；。=]|\.(?!\d)|(?<!\p{L})(?:thì|tức là|tức|nghĩa là|hay|và|còn)(?!\p{L})|就是|即|合|折合/giu;

const AFTERNOON = /^(?:chiều|tối|đêm|下午|傍晚|晚上|晚间|夜间|夜里)$/i;
const NOON = /^(?:trưa|中午)$/i;

export function readTimes(words: string, lang: Lang): TimesRead {
  const zones: ZoneFound[] = [];
  let rest = words;
  for (const { zone, pattern } of ZONES[lang]) {
    const taken = takeOut(rest, pattern, (match) => ({ zone, shown: match[0], from: match.index, to: match.index + match[0].length }));
    zones.push(...taken.found);
    rest = taken.rest;
  }
  const times: TimeFound[] = [];
  let read = rest;
  for (const pattern of PATTERNS[lang]) {
    const taken = takeOut(read, pattern, timeOf);
    times.push(...taken.found);
    read = taken.rest;
    for (const { sure, from, to } of taken.found) if (sure) rest = cover(rest, from, to);
  }
  if (zones.length && times.length) giveZones(words, times, zones);
  return { times, zones, rest };
}

function timeOf(match: RegExpExecArray): TimeFound | null {
  const { h, min, half, period, maybe } = match.groups ?? {};
  const read = (written: string | undefined): number | null => (written === undefined ? 0 : /\d/.test(written) ? Number(written) : hanNumber(written));
  let hour = read(h);
  const minute = half ? 30 : read(min);
  if (hour === null || minute === null || hour > 24 || minute > 59) return null;
  if (period && AFTERNOON.test(period) && hour < 12 && !(hour < 6 && /^đêm|^夜/i.test(period))) hour += 12;
  if (period && NOON.test(period) && hour < 10) hour += 12;
  return {
    from: match.index,
    to: match.index + match[0].length,
    minutes: (hour * 60 + minute) % 1440,
    zone: null,
    shown: match[0].trim(),
    sure: maybe === undefined,
  };
}

/** Each time belongs to the clock named in its piece of the sentence; where none is, to that of the piece before, else after. */
function giveZones(words: string, times: TimeFound[], zones: readonly ZoneFound[]): void {
  const named = new Set(zones.map(({ zone }) => zone));
  const only = named.size === 1 ? (zones[0] as ZoneFound).zone : null;
  const ends = [...words.matchAll(BOUNDARY)].map(({ index }) => index);
  const pieceOf = (place: number): number => ends.filter((end) => end <= place).length;
  for (const time of times) {
    if (only) {
      time.zone = only;
      continue;
    }
    const piece = pieceOf(time.from);
    const distance = (zone: ZoneFound): number => (zone.from >= time.to ? zone.from - time.to : time.from - zone.to);
    const within = zones.filter((zone) => pieceOf(zone.from) === piece).sort((a, b) => distance(a) - distance(b));
    const before = zones.filter((zone) => zone.to <= time.from).sort((a, b) => b.to - a.to);
    time.zone = (within[0] ?? before[0] ?? zones[0])?.zone ?? null;
  }
}
