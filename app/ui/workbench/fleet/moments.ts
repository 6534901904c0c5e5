import type { TFunction } from "i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { formatDateTime } from "../../../i18n/format.ts";

const MINUTE_MS = 60_000;

/** When a display was last heard, as people say it: just now, some minutes ago, else the day and time. */
export function heardWords(t: TFunction<"fleet">, heard: Date | null, asOf: Date, lang: Lang): string {
  if (!heard) return t("heard.never");
  const minutes = Math.floor((asOf.getTime() - heard.getTime()) / MINUTE_MS);
  if (minutes < 1) return t("heard.now");
  return minutes < 60 ? t("heard.minutes", { count: minutes }) : formatDateTime(heard, lang);
}
