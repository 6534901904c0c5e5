import { isLang } from "../language/languages.ts";
import { MOST_RECEIPTS, type Receipt, type Report } from "./protocol.ts";

type Unchecked = Record<string, unknown>;
const isRecord = (value: unknown): value is Unchecked => typeof value === "object" && value !== null && !Array.isArray(value);
const isInstant = (value: unknown): value is string => typeof value === "string" && value.length <= 40 && !Number.isNaN(Date.parse(value));
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0;
const isLangOrNone = (value: unknown): boolean => value === null || isLang(value);

const LONGEST_LINE = 300;
const LONGEST_WORD = 128;
const MOST_ERRORS = 20;
const MOST_ORDERS = 50;

/** One line that may be kept: devices are not believed to keep to it. */
const line = (text: string, longest: number): string => text.replaceAll(/\p{Cc}+/gu, " ").slice(0, longest);

/** What a device says of itself, from data that came over the wire: only what a report has. Null when it is none. */
export function readReport(value: unknown): Report | null {
  if (!isRecord(value) || !isInstant(value.startedAt) || typeof value.showing !== "string" || typeof value.build !== "string") return null;
  const { manifest, clockOffset, storage, errors, ordersDone, lang } = value;
  if (manifest !== null && !(typeof manifest === "string" && /^[0-9a-f]{64}$/.test(manifest))) return null;
  if (clockOffset !== null && !(typeof clockOffset === "number" && Number.isFinite(clockOffset))) return null;
  if (storage !== null && !(isRecord(storage) && isCount(storage.used) && isCount(storage.quota))) return null;
  if (!isLangOrNone(lang) || !Array.isArray(errors) || !Array.isArray(ordersDone)) return null;
  return {
    manifest: manifest as string | null,
    clockOffset: clockOffset === null ? null : Math.round(clockOffset as number),
    storage: storage === null ? null : { used: (storage as { used: number }).used, quota: (storage as { quota: number }).quota },
    showing: line(value.showing, LONGEST_WORD),
    lang: lang as Report["lang"],
    errors: errors
      .slice(-MOST_ERRORS)
      .flatMap((one) =>
        isRecord(one) && isInstant(one.at) && typeof one.message === "string" ? [{ at: one.at, message: line(one.message, LONGEST_LINE) }] : [],
      ),
    ordersDone: ordersDone.slice(0, MOST_ORDERS).filter((id): id is string => typeof id === "string" && id.length <= LONGEST_WORD),
    build: line(value.build, LONGEST_WORD),
    startedAt: value.startedAt,
  };
}

/** A day is more than anything is shown without a break. */
const LONGEST_SHOWING = 86_400;
const HIGHEST_NUMBER = 2_147_483_647;

/** What a device says it showed, from data that came over the wire; null when one of them is no receipt, or they are too many. */
export function readReceipts(value: unknown): Receipt[] | null {
  if (!Array.isArray(value) || value.length > MOST_RECEIPTS || !value.every(isReceipt)) return null;
  const each = new Map(value.map(({ number, item, lang, at, seconds }) => [number, { number, item, lang, at, seconds: Math.round(seconds) }]));
  return [...each.values()].sort((a, b) => a.number - b.number);
}

const isReceipt = (value: unknown): value is Receipt =>
  isRecord(value) &&
  Number.isInteger(value.number) &&
  (value.number as number) > 0 &&
  (value.number as number) <= HIGHEST_NUMBER &&
  typeof value.item === "string" &&
  value.item.length <= LONGEST_WORD &&
  !/\p{Cc}/u.test(value.item) &&
  isLangOrNone(value.lang) &&
  isInstant(value.at) &&
  isCount(value.seconds) &&
  value.seconds <= LONGEST_SHOWING;
