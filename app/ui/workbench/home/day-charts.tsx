import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../../core/language/languages.ts";
import { type DayFigures, FIGURES, type Figures } from "../../../core/workflow/figures.ts";
import { formatDay, formatNumber } from "../../../i18n/format.ts";
import { TableTwin } from "../data-table.tsx";

export interface CountedDays {
  /** The first day (YYYY-MM-DD) that was ever counted; null: none was. */
  since: string | null;
  /** The oldest first; today is not among them. */
  days: DayFigures[];
}

interface DayChartsProps {
  counted: CountedDays;
  /** As it is at this moment: where every line ends. */
  now: Figures;
  /** The language whose translations are counted; null: all. */
  into: Lang | null;
  /** YYYY-MM-DD, Hanoi. */
  today: string;
  lang: Lang;
}

/** How what is current, stale and missing went, each with a scale of its own that begins at nothing; the same as a table. */
export function DayCharts({ counted, now, into, today, lang }: DayChartsProps) {
  const { t } = useTranslation("workbench");
  const id = useId();
  const days = [...counted.days, { ...now, day: today }];
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{into ? t("home.progress.byDayIn", { language: language(into).name }) : t("home.progress.byDay")}</h3>
      {counted.since === null ? (
        <p>{t("home.progress.begins", { day: formatDay(today, lang) })}</p>
      ) : (
        <>
          <p className="hint">
            {t("home.progress.began", { day: formatDay(counted.since, lang) })} {t("home.progress.byDayNote")}
          </p>
          {days.length > 1 && (
            <>
              <div className="trends">
                {FIGURES.map((one) => (
                  <Trend key={one} figure={one} days={days} lang={lang} />
                ))}
              </div>
              <DayTable days={days} lang={lang} />
            </>
          )}
        </>
      )}
    </section>
  );
}

const DAY_MS = 86_400_000;
const [WIDTH, HEIGHT] = [100, 40];

function Trend({ figure, days, lang }: { figure: keyof Figures; days: readonly DayFigures[]; lang: Lang }) {
  const { t } = useTranslation("workbench");
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const name = t(`home.progress.${figure}`);
  const most = Math.max(...days.map((day) => day[figure]));
  const number = (value: number) => formatNumber(value, lang);
  const span = Math.max(1, (Date.parse(last.day) - Date.parse(first.day)) / DAY_MS);
  const points = days.map((day) => {
    const x = ((Date.parse(day.day) - Date.parse(first.day)) / DAY_MS / span) * WIDTH;
    const y = HEIGHT - (day[figure] / Math.max(1, most)) * HEIGHT;
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  });
  const line = `M${points.join("L")}`;
  return (
    <figure className={`trend is-${figure}`}>
      <figcaption>
        <span className={`swatch is-${figure}`} aria-hidden="true" />
        {name} <b>{number(last[figure])}</b>
      </figcaption>
      <p className="hint">{t("home.progress.most", { number: number(most) })}</p>
      <svg
        role="img"
        viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
        preserveAspectRatio="none"
        aria-label={t("home.progress.trend", { name, from: number(first[figure]), fromDay: formatDay(first.day, lang), now: number(last[figure]) })}
      >
        <path className="trend-area" d={`${line}V${HEIGHT}H0Z`} />
        <path className="trend-line" d={line} />
        <path className="trend-now" d={`M${points.at(-1)}h0`} />
      </svg>
      <p className="hint trend-ends">
        <span>{formatDay(first.day, lang)}</span>
        <span>{t("home.progress.now")}</span>
      </p>
    </figure>
  );
}

/** The newest day first. */
function DayTable({ days, lang }: { days: readonly DayFigures[]; lang: Lang }) {
  const { t } = useTranslation("workbench");
  return (
    <TableTwin
      summary={t("home.progress.table")}
      caption={t("home.progress.byDay")}
      columns={[t("home.progress.day"), ...FIGURES.map((one) => t(`home.progress.${one}`))]}
    >
      {days.toReversed().map((day, index) => (
        <tr key={day.day}>
          <th scope="row">
            {formatDay(day.day, lang)}
            {index === 0 && ` · ${t("home.progress.now")}`}
          </th>
          {FIGURES.map((one) => (
            <td key={one}>{formatNumber(day[one], lang)}</td>
          ))}
        </tr>
      ))}
    </TableTwin>
  );
}
