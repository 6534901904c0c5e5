import { useTranslation } from "react-i18next";
import type { UptimeDay } from "../../../core/displays/fleet-views.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { formatDay, formatNumber } from "../../../i18n/format.ts";
import { TableTwin } from "../data-table.tsx";
import { DayBars } from "./day-bars.tsx";

interface UptimeChartProps {
  days: readonly UptimeDay[];
  /** How many displays they are of, taken together; null: of the one that the page is about. */
  displays: number | null;
  lang: Lang;
}

/** For how much of each day displays were heard; the same as a table. */
export function UptimeChart({ days, displays, lang }: UptimeChartProps) {
  const { t } = useTranslation("fleet");
  const percent = ({ heard, of }: Pick<UptimeDay, "heard" | "of">): string => formatNumber(of === 0 ? 0 : Math.round((heard / of) * 100), lang);
  const all = days.reduce((sum, { heard, of }) => ({ heard: sum.heard + heard, of: sum.of + of }), { heard: 0, of: 0 });
  const title = t(displays === null ? "uptime.title" : "uptime.fleet");
  const said = { percent: percent(all), count: days.length };
  return (
    <section className="sheet" aria-labelledby="uptime">
      <h2 id="uptime">{title}</h2>
      <p>{displays === null ? t("uptime.lead", said) : t("uptime.fleetLead", { ...said, displays: formatNumber(displays, lang) })}</p>
      <DayBars bars={days.map(({ day, heard, of }) => ({ day, part: heard, of }))} />
      <TableTwin summary={t("asTable")} caption={title} columns={[t("uptime.day"), t("uptime.share"), t("uptime.minutes")]}>
        {days.toReversed().map((day) => (
          <tr key={day.day}>
            <th scope="row">{formatDay(day.day, lang)}</th>
            <td>{percent(day)} %</td>
            <td>{t("uptime.of", { heard: formatNumber(day.heard, lang), of: formatNumber(day.of, lang) })}</td>
          </tr>
        ))}
      </TableTwin>
    </section>
  );
}
