import type { FactValue } from "../core/facts/fact.ts";
import { type Lang, language, ownFirst } from "../core/language/languages.ts";

/**
 * How values read in each language. Numbers and money as people write them, not as ICU would: "15 triệu đồng", "1500万越南盾".
 * Words that go with numbers stand here, not in the strings: they are part of the notation.
 */
interface Notation {
  number: Intl.NumberFormat;
  currency: Record<Extract<FactValue, { type: "money" }>["currency"], string>;
  unit: Record<Extract<FactValue, { type: "quantity" }>["unit"] | Extract<FactValue, { type: "duration" }>["unit"], string>;
  /** Large round amounts: the step and its word, the largest first. */
  round: readonly { from: number; step: number; word: string }[];
  /** The number before such a word. */
  beforeWord: (amount: number) => string;
  space: string;
  day: (year: number, month: number, day: number) => string;
  dateTime: (day: string, time: string) => string;
  /** Opening hours on each clock, the reader's own first. */
  hours: (clocks: { label: string; from: string; to: string }[]) => string;
  age: (years: string) => string;
  unpublished: string;
  zones: Record<string, string>;
}

const ZONES = { hanoi: "Asia/Ho_Chi_Minh", beijing: "Asia/Shanghai" };

const NOTATION: Record<Lang, Notation> = {
  vi: {
    number: new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 }),
    currency: { VND: "đồng", CNY: "Nhân dân tệ", USD: "USD" },
    unit: { litre: "lít", gram: "gam", cigarette: "điếu", cigar: "điếu", piece: "chiếc", day: "ngày", month: "tháng", year: "năm", hour: "giờ" },
    round: [
      { from: 1e9, step: 1e9, word: "tỷ" },
      { from: 1e6, step: 1e6, word: "triệu" },
    ],
    space: " ",
    day: (year, month, day) => `ngày ${day} tháng ${month} năm ${year}`,
    beforeWord: (amount) => formatNumber(amount, "vi"),
    dateTime: (day, time) => `${time}, ${day}`,
    hours: ([own, ...rest]) => `${own?.from}–${own?.to} ${own?.label} (${rest.map((clock) => `${clock.from}–${clock.to} ${clock.label}`).join(", ")})`,
    age: (years) => `${years} tuổi`,
    unpublished: "chưa công bố",
    zones: { [ZONES.hanoi]: "giờ Hà Nội", [ZONES.beijing]: "giờ Bắc Kinh" },
  },
  zh: {
    number: new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 }),
    currency: { VND: "越南盾", CNY: "元人民币", USD: "美元" },
    unit: { litre: "升", gram: "克", cigarette: "支", cigar: "支", piece: "件", day: "天", month: "个月", year: "年", hour: "小时" },
    round: [
      { from: 1e8, step: 1e8, word: "亿" },
      { from: 1e5, step: 1e4, word: "万" },
    ],
    space: "",
    day: (year, month, day) => `${year}年${month}月${day}日`,
    beforeWord: String,
    dateTime: (day, time) => `${day}${time}`,
    hours: ([own, ...rest]) => `${own?.label}${own?.from}—${own?.to}（${rest.map((clock) => `${clock.label}${clock.from}—${clock.to}`).join("，")}）`,
    age: (years) => `${years}周岁`,
    unpublished: "尚未公布",
    zones: { [ZONES.hanoi]: "河内时间", [ZONES.beijing]: "北京时间" },
  },
};

/** A number in a language's own grouping: 1.234.567,89 or 1,234,567.89. */
export const formatNumber = (value: number, lang: Lang): string => NOTATION[lang].number.format(value);

/** A large round amount with its word (15 triệu, 1500万), else the plain number. */
function roundNumber(value: number, lang: Lang): string {
  const notation = NOTATION[lang];
  const step = notation.round.find((one) => value >= one.from && Number.isInteger((value / one.step) * 100));
  if (!step) return formatNumber(value, lang);
  return `${notation.beforeWord(value / step.step)}${notation.space}${step.word}`;
}

/** A fact's value as its language writes it. Hours show both clocks. */
export function formatFact(value: FactValue, lang: Lang): string {
  const notation = NOTATION[lang];
  switch (value.type) {
    case "money":
      return `${roundNumber(value.amount, lang)}${notation.space}${notation.currency[value.currency]}`;
    case "quantity":
    case "duration":
      return `${formatNumber(value.amount, lang)}${notation.space}${notation.unit[value.unit]}`;
    case "hours": {
      const closing = clocks(value.closes, lang);
      return notation.hours(clocks(value.opens, lang).map(({ label, time }, index) => ({ label, from: time, to: closing[index]?.time ?? "" })));
    }
    case "date":
      return formatDay(value.day, lang);
    case "phone":
      return value.number;
    case "percent":
      return `${formatNumber(value.amount, lang)}%`;
    case "age":
      return notation.age(String(value.years));
    case "unpublished":
      return notation.unpublished;
  }
}

/** A day (YYYY-MM-DD) as running text has it. */
export function formatDay(day: string, lang: Lang): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return NOTATION[lang].day(year, month, date);
}

export interface ClockReading {
  zone: string;
  /** The zone's name in the asked language: "giờ Hà Nội". */
  label: string;
  /** "20:00" */
  time: string;
}

/** One instant (or a time of day in Hanoi, "20:00") on every clock, the reader's own first. */
export function clocks(at: Date | string, lang: Lang): ClockReading[] {
  return ownFirst(lang).map((code) => {
    const zone = language(code).zone;
    return { zone, label: NOTATION[lang].zones[zone] ?? zone, time: clockIn(at, zone) };
  });
}

/** A time of day: 24-hour clock in the given zone. Strings are Hanoi time. */
function clockIn(at: Date | string, zone: string): string {
  if (at instanceof Date) return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  if (zone === ZONES.hanoi) return at;
  const [hours, minutes] = at.split(":").map(Number) as [number, number];
  return clockIn(new Date(Date.UTC(2000, 0, 1, hours - 7, minutes)), zone);
}

/** Day and time on the reader's own clock. */
export function formatDateTime(at: Date, lang: Lang): string {
  const { zone } = language(lang);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
  return NOTATION[lang].dateTime(formatDay(day, lang), clockIn(at, zone));
}

/** Minutes it takes to read words, at least 1: 200 Vietnamese syllables or 350 Chinese characters a minute. */
export function readingMinutes(texts: readonly string[], lang: Lang): number {
  const all = texts.join(" ");
  const amount = language(lang).unspaced ? (all.match(/\p{Script=Han}/gu) ?? []).length / 350 : (all.match(/\p{L}+/gu) ?? []).length / 200;
  return Math.max(1, Math.round(amount));
}
