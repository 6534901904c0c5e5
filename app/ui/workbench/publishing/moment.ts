import type { TFunction } from "i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { clocks, formatDay } from "../../../i18n/format.ts";

/** An instant as every reader's clock shows it, the member's own first; a clock on which it is another day names that day. */
export function momentWords(t: TFunction<["publishing", "common"]>, at: Date, lang: Lang): string {
  const [own, ...others] = clocks(at, lang).map((clock) => ({
    day: dayIn(clock.zone, at),
    words: t("common:clock.one", { time: clock.time, zone: clock.label }),
  }));
  const beside = others.map(({ day, words }) => (day === own?.day ? words : t("publishing:moment", { day: formatDay(day, lang), clock: words })));
  const all = t("common:clock.all", { own: own?.words, others: beside.join(t("common:clock.between")) });
  return t("publishing:moment", { day: formatDay(own?.day ?? "", lang), clock: all });
}

const dayIn = (timeZone: string, at: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);
