import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { PairFilter } from "../../../core/workflow/progress.ts";
import type { PairNames } from "./assigned-words.tsx";
import { FilterForm } from "./filter-form.tsx";
import { HomeFigures, type HomeProgress } from "./home-figures.tsx";
import { type HomeRow, PairTable } from "./pair-table.tsx";

interface HomePageProps {
  lang: Lang;
  filter: PairFilter;
  rows: HomeRow[];
  /** How many there are on all pages. */
  total: number;
  next: string | null;
  /** Not the first page. */
  further: boolean;
  names: PairNames;
  progress: HomeProgress;
  inTeam: boolean;
  /** Work was given just now. */
  assigned: boolean;
}

const TICKED = "ticked";

/** What waits for somebody, in every article and every group of strings. */
export function HomePage({ lang, filter, rows, total, next, further, names, progress, inTeam, assigned }: HomePageProps) {
  const { t } = useTranslation("workbench");
  const query = (more: Record<string, string> = {}): string => {
    const asked = Object.entries({ ...filter, ...more }).filter((one): one is [string, string] => one[1] !== null);
    return asked.length ? `/workbench?${new URLSearchParams(asked)}` : "/workbench";
  };
  return (
    <>
      <header className="desk-head">
        <h1>{t("home.title")}</h1>
        <p>{t("home.lead")}</p>
      </header>
      {assigned && (
        <p className="done-box" role="status">
          {t("home.assigned")}
        </p>
      )}
      <FilterForm filter={filter} names={names} inTeam={inTeam} />
      <HomeFigures progress={progress} teamNames={names.teams} into={filter.lang} lang={lang} />
      <p className="home-count">{t("home.count", { count: total })}</p>
      {rows.length > 0 && <PairTable rows={rows} names={names} lang={lang} form={TICKED} />}
      {rows.some(({ mayAssign }) => mayAssign) && (
        <form id={TICKED} className="home-acts" method="get" action="/workbench/assign">
          <input type="hidden" name="back" value={query()} />
          {filter.lang && <input type="hidden" name="lang" value={filter.lang} />}
          <button type="submit">{t("home.assignTicked")}</button>
        </form>
      )}
      {(next || further) && (
        <p className="home-acts">
          {further && (
            <a className="button" href={query()}>
              {t("home.first")}
            </a>
          )}
          {next && (
            <a className="button" href={query({ after: next })} rel="next">
              {t("home.next")}
            </a>
          )}
        </p>
      )}
    </>
  );
}
