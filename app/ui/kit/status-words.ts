import type { TFunction } from "i18next";
import { isByHours } from "../../core/facts/gate-directions.ts";
import { LONGEST_WAIT } from "../../core/facts/gate-report.ts";
import type { GateStatusAt } from "../../core/facts/gate-status.ts";
import { type Lang, language } from "../../core/language/languages.ts";
import { formatDay } from "../../i18n/format.ts";
import { clockWords } from "./clock-words.ts";

/** A status in words: `word` is the state, `detail` until or from when, on every clock; null when there is nothing to add. */
export interface StatusWords {
  word: string;
  detail: string | null;
}

/**
 * What a traveller reads of a status. Times within a day stand alone (the next 07:00 is the one that counts);
 * closures and confirmations, which may lie days away, carry their day.
 */
export function statusWords(t: TFunction<"common">, { status, confirmedAt }: GateStatusAt, lang: Lang): StatusWords {
  const word = t(`status.${status.state}`);
  switch (status.state) {
    case "open": {
      if (!status.closesAt) return { word, detail: null };
      const at = clockWords(t, status.closesAt, lang);
      return { word, detail: status.basis === "hours" ? t("status.untilByHours", { at }) : t("status.until", { at }) };
    }
    case "opens":
      return { word, detail: t("status.opensAt", { at: clockWords(t, status.opensAt, lang) }) };
    case "congested":
      return { word, detail: joined(t, waitWords(t, status.waitMinutes), status.reason?.[lang]) };
    case "suspended":
    case "closed": {
      const rest = status.until ? t("status.haltedUntil", moment(t, status.until, lang)) : t("status.haltedOpenEnd");
      return { word, detail: joined(t, status.reason?.[lang], rest) };
    }
    case "unknown":
      return { word, detail: confirmedAt ? t("status.lastConfirmed", moment(t, confirmedAt, lang)) : t("status.noHours") };
  }
}

function joined(t: TFunction<"common">, first: string | null | undefined, second: string | null | undefined): string | null {
  return first && second ? t("status.join", { first, second }) : (first ?? second ?? null);
}

/** How long one waits, about; whole hours as hours. */
export function waitWords(t: TFunction<"common">, minutes: number | null): string | null {
  if (minutes === null) return null;
  if (minutes < 60) return t("status.wait.minutes", { amount: minutes });
  return t(minutes >= LONGEST_WAIT ? "status.wait.longest" : "status.wait.hours", { amount: minutes / 60 });
}

/** Who stands behind a status that is not read off the timetable; null when nobody was there, or when `detail` says it already. */
export function confirmedWords(t: TFunction<"common">, { status, confirmedAt }: GateStatusAt, lang: Lang): string | null {
  return confirmedAt && !isByHours(status) && status.state !== "unknown" ? t("status.confirmed", moment(t, confirmedAt, lang)) : null;
}

/** The clocks of an instant and its day on the reader's own clock. */
function moment(t: TFunction<"common">, at: Date, lang: Lang): { at: string; day: string } {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: language(lang).zone }).format(at);
  return { at: clockWords(t, at, lang), day: formatDay(day, lang) };
}
