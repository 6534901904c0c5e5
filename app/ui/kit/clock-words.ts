import type { TFunction } from "i18next";
import type { Lang } from "../../core/language/languages.ts";
import { clocks } from "../../i18n/format.ts";

/** An instant (or a time of day in Hanoi, "20:00") on every clock, each with its name, the reader's own first. */
export function clockWords(t: TFunction<"common">, at: Date | string, lang: Lang): string {
  const [own, ...others] = clocks(at, lang).map(({ time, label }) => t("clock.one", { time, zone: label }));
  return t("clock.all", { own, others: others.join(t("clock.between")) });
}
