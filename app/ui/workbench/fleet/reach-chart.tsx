import { useTranslation } from "react-i18next";
import type { FleetDay } from "../../../core/displays/fleet-views.ts";
import { LANGUAGES, type Lang } from "../../../core/language/languages.ts";
import { formatDay, formatNumber } from "../../../i18n/format.ts";
import { TableTwin } from "../data-table.tsx";
import { DayBars } from "./day-bars.tsx";

interface ReachChartProps {
  days: readonly FleetDay[];
  lang: Lang;
}

/** How often displays showed something, day by day in each language, to one scale; the same as a table. */
export function ReachChart({ days, lang }: ReachChartProps) {
  const { t } = useTranslation("fleet");
  const series = [
    ...LANGUAGES.map(({ code, tag, name }) => ({ key: code, tag, name, of: ({ shown }: FleetDay) => shown[code] })),
    { key: "together", tag: undefined, name: t("reach.together"), of: ({ together }: FleetDay) => together },
  ];
  const most = Math.max(...days.flatMap((day) => series.map(({ of }) => of(day))));
  return (
    <section className="sheet" aria-labelledby="reach">
      <h2 id="reach">{t("reach.fleet")}</h2>
      {most === 0 ? (
        <p>{t("reach.none", { count: days.length })}</p>
      ) : (
        <>
          <p>{t("reach.fleetLead")}</p>
          <div className="reach-charts">
            {series.map(({ key, tag, name, of }) => (
              <figure key={key}>
                <figcaption>
                  <b lang={tag}>{name}</b> {t("reach.total", { number: formatNumber(sumOf(days.map(of)), lang) })}
                </figcaption>
                <DayBars bars={days.map((day) => ({ day: day.day, part: of(day), of: most }))} />
              </figure>
            ))}
          </div>
          <TableTwin
            summary={t("asTable")}
            caption={t("reach.fleet")}
            columns={[t("uptime.day"), ...LANGUAGES.map(({ code }) => ({ lang: code })), t("reach.together")]}
          >
            {days.toReversed().map((day) => (
              <tr key={day.day}>
                <th scope="row">{formatDay(day.day, lang)}</th>
                {series.map(({ key, of }) => (
                  <td key={key}>{formatNumber(of(day), lang)}</td>
                ))}
              </tr>
            ))}
          </TableTwin>
        </>
      )}
    </section>
  );
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
