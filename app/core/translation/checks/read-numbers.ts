import type { Lang } from "../../language/languages.ts";
import { HAN_NUMERALS, hanNumber, magnitudeOf } from "./han-numbers.ts";
import { type Found, GAP, takeOut } from "./masked.ts";
import { readUnit, type Unit } from "./read-units.ts";
import { magnitudeWord, NUMBER_WORDS, spokenNumbers } from "./vietnamese-numbers.ts";

export interface NumberFound extends Found {
  value: number;
  /** Nothing but a number, which the other language must have too. False: a word that may be something else. */
  sure: boolean;
  shown: string;
  /** What it may be as the lower end of a span whose magnitude stands at its upper end: "1 đến 2 triệu". */
  inSpan?: number;
  /** What it would be with the other language's separators; left out where that is the same. */
  otherwise?: number;
  unit: Unit | null;
}

/** Letters and digits that are one name: A4, COVID-19, UTC+7. */
export interface Code extends Found {
  stem: string;
  shown: string;
}

const CODE =
  /(?<![\p{Script=Latin}\d])(?<stem>[A-Z][A-Za-z]*)[-+]?\d+(?:\.\d+)*[A-Za-z]?(?![\p{Script=Latin}\d])|(?<![\p{Script=Latin}\d])\d(?<after>G|D)(?![\p{Script=Latin}\d])/gu;

export function readCodes(words: string): { codes: Code[]; rest: string } {
  const { found, rest } = takeOut(words, CODE, (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    stem: (match.groups?.stem ?? match.groups?.after ?? "").toUpperCase(),
    shown: match[0],
  }));
  return { codes: found, rest };
}

interface Notation {
  /** Thousands apart, then decimals; more separators of the other language's kind are read as its own. */
  digits: RegExp;
  group: string;
  decimal: string;
  magnitude: RegExp;
}

/** Vietnamese: 1.240.000,5. Chinese: 1,240,000.5, with magnitudes in characters. */
const NOTATION: Record<Lang, Notation> = {
  vi: {
    digits: /(?<![\p{L}\d]|\d[.,])(?:\d{1,3}(?:[.\u00A0\u202F]\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?)(?!\d)/gu,
    group: ".",
    decimal: ",",
    magnitude: new RegExp(`^${GAP}(?<word>nghìn|ngàn|triệu|tỷ|tỉ|trăm|chục|vạn)(?!\\p{L})(?:${GAP}(?<half>rưỡi))?`, "iu"),
  },
  zh: {
    digits: /(?<![\p{Script=Latin}\d]|\d[.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:[.,]\d+)?)(?!\d)/gu,
    group: ",",
    decimal: ".",
    magnitude: new RegExp(`^${GAP}[多余]?${GAP}(?<signs>[百千万亿]+)(?<half>半)?`, "u"),
  },
};

const SPAN = /^[ \u00A0]*(?:[-–—~～]|đến|tới|hoặc|hay|至|到|或)[ \u00A0]*[\d.,]*\d/iu;

/** The factor that a number takes from the upper end of its span. */
function factorOfSpan(rest: string, lang: Lang): number {
  const span = SPAN.exec(rest);
  return span ? magnitudeAt(rest.slice(span[0].length), lang).factor : 1;
}

function magnitudeAt(rest: string, lang: Lang): { length: number; factor: number; half: boolean } {
  const large = NOTATION[lang].magnitude.exec(rest.slice(0, 12));
  if (!large) return { length: 0, factor: 1, half: false };
  const { word, signs = "", half } = large.groups ?? {};
  return { length: large[0].length, factor: word ? magnitudeWord(word) : magnitudeOf(signs), half: half !== undefined };
}

const HAN_RUN = new RegExp(`[${HAN_NUMERALS}]+`, "gu");
const HAN_NO_COUNT = /[第几数周期拜初]$/u;
/** Words that mean a number without being one, and the numbers they may stand for. */
const HINTS: Record<Lang, [RegExp, number[]][]> = {
  vi: [
    [/nửa|rưỡi/iu, [0.5, 30, 15, 6, 50]],
    [/đôi|song|cả hai|kép|hai/iu, [2]],
    [/đầu tiên|nhất|đơn|mỗi|một|lẻ/iu, [1]],
    [/tháng giêng/iu, [1]],
    [/tháng chạp/iu, [12]],
    [/phần trăm/iu, [100]],
    [/tá(?!\p{L})/iu, [12]],
  ],
  zh: [
    [/半/u, [0.5, 30, 15, 6, 50]],
    [/双|俩|两/u, [2]],
    [/首|单|每|唯一/u, [1]],
    [/正月/u, [1]],
    [/腊月/u, [12]],
    [/打/u, [12]],
    [/全天/u, [24, 7]],
    [/刻钟/u, [15]],
  ],
};

const COUNTED: Record<Lang, RegExp> = {
  vi: /^[ \u00A0](?:ngày|tháng|năm|tuần|giờ|phút|giây|lần|người|lít|kg|gam|km|mét|tuổi|chai|điếu|gói|hộp)(?!\p{L})/iu,
  zh: /^(?:天|个?月(?!台)|年(?![级代])|个?小时|分钟|周(?!边)|个?星期|次|人(?!民)|名|升|公斤|千克|公里|元|岁|瓶|支)/u,
};

/** Numbers in digits and in words. What is a name, a date, a time or a document's number has been taken out before. */
export function readNumbers(words: string, lang: Lang): { numbers: NumberFound[]; hints: number[] } {
  const { digits } = NOTATION[lang];
  const numbers: NumberFound[] = [];
  const { found, rest } = takeOut(words, digits, (match) => digitNumber(words, match, lang));
  numbers.push(...found, ...wordNumbers(rest, lang));
  return { numbers, hints: HINTS[lang].flatMap(([pattern, values]) => (pattern.test(words) ? values : [])) };
}

function digitNumber(words: string, match: RegExpExecArray, lang: Lang): NumberFound {
  const written = match[0];
  const end = match.index + written.length;
  const { length, factor, half: isHalf } = magnitudeAt(words.slice(end, end + 12), lang);
  const half = isHalf ? factor / 2 : 0;
  const shared = factor === 1 ? factorOfSpan(words.slice(end, end + 36), lang) : 1;
  const read = valueIn(written, lang);
  const to = end + length;
  const other = otherValueOf(written, lang);
  return {
    from: match.index,
    to,
    value: read * factor + half,
    sure: true,
    shown: words.slice(match.index, to),
    ...(shared === 1 ? {} : { inSpan: read * shared }),
    ...(other === null || other === read ? {} : { otherwise: other * factor + half }),
    unit: readUnit(words, match.index, to, lang),
  };
}

const SEPARATOR = /[.,\u00A0\u202F]/g;

/** In the language's own notation; groups of the other's, where nothing else can be meant, as such. */
function valueIn(written: string, lang: Lang): number {
  const { group, decimal } = NOTATION[lang];
  const parts = written.split(SEPARATOR);
  const marks = written.match(SEPARATOR) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return Number(written);
  const isGroups = marks.length > 1 || last === group || last === "\u00A0" || last === "\u202F";
  const tail = parts.at(-1) ?? "";
  if (marks.length > 1 && last === decimal && marks[0] !== decimal) return Number(`${parts.slice(0, -1).join("")}.${tail}`);
  if (isGroups && tail.length === 3) return Number(parts.join(""));
  return Number(`${parts.slice(0, -1).join("")}.${tail}`);
}

/** 1,240 among Vietnamese reads as one and a bit; its writer may have meant a thousand and more. */
function otherValueOf(written: string, lang: Lang): number | null {
  const marks = written.match(SEPARATOR) ?? [];
  if (marks.length !== 1) return marks.length > 1 && marks[0] === NOTATION[lang].decimal ? Number(written.replace(SEPARATOR, "")) : null;
  const [head = "", tail = ""] = written.split(SEPARATOR);
  if (tail.length !== 3 || head.length > 3) return null;
  return marks[0] === NOTATION[lang].group ? Number(`${head}.${tail}`) : Number(head + tail);
}

/** A number's text with the language's own separators instead of the other's. */
export function inOwnNotation(shown: string, lang: Lang): string {
  const { group, decimal } = NOTATION[lang];
  return shown.replace(/[.,]/g, (mark) => (mark === decimal ? group : decimal));
}

function wordNumbers(words: string, lang: Lang): NumberFound[] {
  return lang === "vi" ? vietnameseWords(words) : hanWords(words);
}

function vietnameseWords(words: string): NumberFound[] {
  return [...words.matchAll(NUMBER_WORDS)].flatMap((match) => {
    const after = words.slice(match.index + match[0].length);
    const before = words.slice(0, match.index).trimEnd();
    const vague = /(?:hàng|vài|mấy|thứ|nhiều|cuối|đầu|mỗi|cả|\d)$/iu.test(before);
    const spoken = spokenNumbers(match[0]);
    return spoken.map(({ value, compound }, at): NumberFound => {
      const last = at === spoken.length - 1;
      const counted = last ? COUNTED.vi.test(after) || (/ năm$/iu.test(match[0]) && value !== 5) : false;
      const from = match.index;
      const to = from + match[0].length;
      return { from, to, value, sure: !vague && value > 1 && ((compound && value > 10) || counted), shown: match[0], unit: null };
    });
  });
}

function hanWords(words: string): NumberFound[] {
  return [...words.matchAll(HAN_RUN)].flatMap((match): NumberFound[] => {
    const from = match.index;
    const to = from + match[0].length;
    const place = { from, to, shown: match[0], unit: null };
    const value = hanNumber(match[0]);
    const fraction = words.slice(to, to + 2) === "分之" || words.slice(from - 2, from) === "分之";
    if (value === null) return [...match[0]].flatMap((sign) => ((one) => (one === null ? [] : [{ ...place, value: one, sure: false }]))(hanNumber(sign)));
    const vague = HAN_NO_COUNT.test(words.slice(0, from)) || /^[几多余来数]/u.test(words.slice(to)) || fraction;
    const compound = match[0].length > 1 && value > 10 && /[十百千万亿]/u.test(match[0]) && /[一二两三四五六七八九]/u.test(match[0]);
    const counted = COUNTED.zh.test(words.slice(to, to + 4));
    return [{ ...place, value, sure: !vague && value > 1 && (compound || counted) }];
  });
}
