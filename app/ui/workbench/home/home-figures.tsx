import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { FIGURES, type FiguresNow, sumOf, type TeamFigures } from "../../../core/workflow/figures.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { type CountedDays, DayCharts } from "./day-charts.tsx";
import { SplitBar } from "./split-bar.tsx";
import { TeamBars } from "./team-bars.tsx";

export interface HomeProgress {
  whole: FiguresNow;
  /** Null: nothing is filtered. */
  shown: FiguresNow | null;
  teams: TeamFigures[];
  counted: CountedDays;
  /** YYYY-MM-DD, Hanoi. */
  today: string;
}

interface HomeFiguresProps {
  progress: HomeProgress;
  teamNames: Record<string, string>;
  /** The language whose translations are asked about; null: all. */
  into: Lang | null;
  lang: Lang;
}

/** How far translations are: of everything, of what is shown, day by day, team by team. */
export function HomeFigures({ progress, teamNames, into, lang }: HomeFiguresProps) {
  const { t } = useTranslation("workbench");
  const { whole, shown, teams, counted, today } = progress;
  const id = useId();
  // The days of one language end in what all teams have of it now.
  const now = into === null ? whole : sumUp(teams.filter((one) => one.lang === into));
  return (
    <section className="sheet home-figures" aria-labelledby={id}>
      <h2 id={id}>{t("home.progress.title")}</h2>
      <div className="figure-sets">
        <FigureSet name={t("home.progress.whole")} figures={whole} lang={lang} />
        {shown && <FigureSet name={t("home.progress.shown")} figures={shown} lang={lang} />}
      </div>
      <details>
        <summary>{t("home.progress.more")}</summary>
        <DayCharts counted={counted} now={now} into={into} today={today} lang={lang} />
        <TeamBars teams={teams} names={teamNames} lang={lang} />
      </details>
    </section>
  );
}

const sumUp = (teams: readonly TeamFigures[]) => ({
  current: teams.reduce((sum, { current }) => sum + current, 0),
  stale: teams.reduce((sum, { stale }) => sum + stale, 0),
  missing: teams.reduce((sum, { missing }) => sum + missing, 0),
});

function FigureSet({ name, figures, lang }: { name: string; figures: FiguresNow; lang: Lang }) {
  const { t } = useTranslation("workbench");
  if (sumOf(figures) === 0)
    return (
      <div>
        <h3>{name}</h3>
        <p className="hint">{t("home.progress.none")}</p>
      </div>
    );
  return (
    <div>
      <h3>{name}</h3>
      <SplitBar figures={figures} />
      <dl className="figures">
        {FIGURES.map((one) => (
          <div key={one}>
            <dt>
              <span className={`swatch is-${one}`} aria-hidden="true" />
              {t(`home.progress.${one}`)}
            </dt>
            <dd>{formatNumber(figures[one], lang)}</dd>
          </div>
        ))}
        {(["inReview", "returned"] as const).map((one) => (
          <div key={one} className="figures-less">
            <dt>{t(`home.progress.${one}`)}</dt>
            <dd>{formatNumber(figures[one], lang)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
