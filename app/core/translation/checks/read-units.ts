import type { Lang } from "../../language/languages.ts";
import { GAP } from "./masked.ts";

export type Unit =
  | "vnd"
  | "cny"
  | "usd"
  | "litre"
  | "millilitre"
  | "gram"
  | "kilogram"
  | "tonne"
  | "kilometre"
  | "metre"
  | "centimetre"
  | "day"
  | "week"
  | "month"
  | "month-of-year"
  | "year"
  | "hour"
  | "minute"
  | "age"
  | "percent"
  | "degree";

type Names = [Unit, string][];

/** Longest first, so that "đồng Nhân dân tệ" is no đồng. */
const SHARED: Names = [
  ["vnd", "VND|VNĐ|₫"],
  ["cny", "CNY|RMB|NDT|¥|￥"],
  ["usd", "US\\$|USD|\\$"],
  ["kilogram", "kg"],
  ["kilometre", "km"],
  ["centimetre", "cm"],
  ["millilitre", "ml"],
  ["percent", "%|％"],
];
const AFTER: Record<Lang, Names> = {
  vi: [
    ["cny", "đồng nhân dân tệ|nhân dân tệ|tệ"],
    ["usd", "đồng đô la(?: Mỹ)?|đô la(?: Mỹ)?|đô-la|đô Mỹ|đô"],
    ["vnd", "đồng(?: Việt Nam)?|đ"],
    ["kilogram", "ki-lô-gam|kilôgam|ki-lô|cân|ký|kí"],
    ["tonne", "tấn"],
    ["gram", "gam|gram|g"],
    ["millilitre", "mi-li-lít|mililít"],
    ["litre", "lít|l"],
    ["kilometre", "ki-lô-mét|kilômét|cây số"],
    ["metre", "mét|m"],
    ["percent", "phần trăm"],
    ["day", "ngày(?! ?\\d)"],
    ["week", "tuần"],
    ["month", "tháng(?! ?\\d)"],
    ["year", "năm(?! ?\\d)"],
    ["hour", "giờ|tiếng"],
    ["minute", "phút"],
    ["age", "tuổi"],
    ["degree", "độ"],
  ],
  zh: [
    ["usd", "美元|美金"],
    ["vnd", "越南盾|越盾|盾"],
    ["cny", "元人民币|人民币|元|块"],
    ["kilogram", "公斤|千克"],
    ["tonne", "吨"],
    ["millilitre", "毫升"],
    ["litre", "升"],
    ["kilometre", "公里|千米"],
    ["centimetre", "厘米"],
    ["metre", "米"],
    ["gram", "克"],
    ["day", "天"],
    ["week", "个?星期|周(?!岁)"],
    ["month", "个月"],
    ["month-of-year", "月"],
    ["year", "年"],
    ["hour", "个?小时|个?钟头"],
    ["minute", "分钟"],
    ["age", "周岁|岁"],
    ["degree", "度"],
  ],
};
const BEFORE: Names = [
  ["vnd", "VND|VNĐ|₫"],
  ["cny", "CNY|RMB|¥|￥|人民币"],
  ["usd", "US\\$|USD|\\$"],
];

const pattern = (names: Names, make: (any: string) => string): [Unit, RegExp][] => names.map(([unit, any]) => [unit, new RegExp(make(any), "iu")]);
const AFTER_PATTERNS: Record<Lang, [Unit, RegExp][]> = {
  vi: pattern([...SHARED, ...AFTER.vi], (any) => `^${GAP}(?:${any})(?![\\p{L}\\p{N}])`),
  zh: pattern([...SHARED, ...AFTER.zh], (any) => `^${GAP}(?:${any})`),
};
const BEFORE_PATTERNS = pattern(BEFORE, (any) => `(?:${any})${GAP}$`);

/** "tháng 4" is April, "4 tháng" four months. */
const MONTH_BEFORE = /(?<!\p{L})tháng[ \u00A0]$/iu;

/** Years are counted up to here; beyond, "2025年" names one. */
const LONGEST_SPAN_OF_YEARS = 1_900;

/** What a number counts, if its neighbours say so; dates and times have been taken out before. */
export function readUnit(words: string, from: number, to: number, lang: Lang): Unit | null {
  const before = words.slice(Math.max(0, from - 6), from);
  const currency = BEFORE_PATTERNS.find(([, found]) => found.test(before));
  if (currency) return currency[0];
  if (MONTH_BEFORE.test(before)) return "month-of-year";
  const after = words.slice(to, to + 24);
  const unit = AFTER_PATTERNS[lang].find(([, found]) => found.test(after))?.[0] ?? null;
  return unit === "year" && Number(words.slice(from, to)) >= LONGEST_SPAN_OF_YEARS ? null : unit;
}
