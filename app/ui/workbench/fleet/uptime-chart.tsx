import { useTranslation } from "react-i18next";
import type { UptimeDay } from "../../../core/displays/fleet-views.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { formatDay, formatNumber } from "../../../i18n/format.ts";

const [WIDTH, HEIGHT, GAP] = [100, 30, 1];
/** Bars of the first days are no wider than those of later ones. */
const MOST_DAYS = 14;

/** For how much of each day a display was heard: bars that begin at nothing and end at the whole day; the same as a table. */
export function UptimeChart({ days, lang }: { days: UptimeDay[]; lang: Lang }) {
  const { t } = useTranslation("fleet");
  const percent = ({ heard, of }: UptimeDay): number => Math.round((heard / of) * 100);
  const step = WIDTH / Math.max(MOST_DAYS, days.length);
  const all = days.reduce((sum, { heard, of }) => ({ heard: sum.heard + heard, of: sum.of + of }), { heard: 0, of: 0 });
  return (
    <section className="sheet" aria-labelledby="uptime">
      <h2 id="uptime">{t("uptime.title")}</h2>
      <p>{t("uptime.lead", { percent: formatNumber(all.of === 0 ? 0 : Math.round((all.heard / all.of) * 100), lang), count: days.length })}</p>
      <svg className="uptime" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map((day, index) => (
          <g key={day.day}>
            <rect className="of" x={index * step} y="0" width={step - GAP} height={HEIGHT} />
            <rect x={index * step} y={HEIGHT * (1 - day.heard / day.of)} width={step - GAP} height={(HEIGHT * day.heard) / day.of} />
          </g>
        ))}
      </svg>
      <details>
        <summary>{t("asTable")}</summary>
        <div className="table-box">
          <table>
            <caption className="hidden">{t("uptime.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("uptime.day")}</th>
                <th scope="col">{t("uptime.share")}</th>
                <th scope="col">{t("uptime.minutes")}</th>
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map((day) => (
                <tr key={day.day}>
                  <th scope="row">{formatDay(day.day, lang)}</th>
                  <td>{formatNumber(percent(day), lang)} %</td>
                  <td>{t("uptime.of", { heard: formatNumber(day.heard, lang), of: formatNumber(day.of, lang) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
