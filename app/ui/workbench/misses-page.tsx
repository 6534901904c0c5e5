import { useTranslation } from "react-i18next";
import { LANGS, LANGUAGES, type Lang, language } from "../../core/language/languages.ts";
import { PERIODS, type Period } from "../../core/search/misses.ts";
import { formatDay, formatNumber } from "../../i18n/format.ts";
import { DataTable } from "./data-table.tsx";

interface MissesPageProps {
  /** Of the page. */
  lang: Lang;
  misses: { query: string; lang: Lang; count: number; lastDay: string }[];
  days: { day: string; counts: Record<Lang, number> }[];
  period: Period;
  /** The one language that is shown; null: all. */
  inLang: Lang | null;
}

/** What people searched in vain: what is worth writing about. */
export function MissesPage(page: MissesPageProps) {
  const { t } = useTranslation("workbench");
  return (
    <>
      <header className="desk-head">
        <h1>{t("misses.title")}</h1>
        <p>{t("misses.lead")}</p>
      </header>
      <Filter {...page} />
      {page.misses.length === 0 ? (
        <p>{t("misses.none")}</p>
      ) : (
        <>
          <Wishes {...page} />
          <h2>{t("misses.byDay")}</h2>
          <Days {...page} />
        </>
      )}
      <p className="hint">{t("misses.note")}</p>
    </>
  );
}

function Filter({ period, inLang }: MissesPageProps) {
  const { t } = useTranslation("workbench");
  return (
    <form className="filter" aria-label={t("misses.filter")}>
      <label>
        {t("misses.period")}
        <select name="days" defaultValue={period}>
          {PERIODS.map((days) => (
            <option key={days} value={days}>
              {t("misses.days", { count: days })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("misses.lang")}
        <select name="lang" defaultValue={inLang ?? ""}>
          <option value="">{t("misses.anyLang")}</option>
          {LANGUAGES.map(({ code, tag, name }) => (
            <option key={code} value={code} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t("misses.show")}</button>
    </form>
  );
}

function Wishes({ lang, misses }: MissesPageProps) {
  const { t } = useTranslation("workbench");
  return (
    <DataTable caption={t("misses.title")} columns={[t("misses.wish"), t("misses.lang"), t("misses.times"), t("misses.last")]}>
      {misses.map(({ query, lang: typed, count, lastDay }) => (
        <tr key={`${typed} ${query}`}>
          <th scope="row">
            <a href={`/${typed}/search?${new URLSearchParams({ q: query })}`}>{query}</a>
          </th>
          <td lang={language(typed).tag}>{language(typed).name}</td>
          <td>{formatNumber(count, lang)}</td>
          <td>{formatDay(lastDay, lang)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function Days({ lang, days, inLang }: MissesPageProps) {
  const { t } = useTranslation("workbench");
  const shown = inLang ? [inLang] : LANGS;
  return (
    <DataTable caption={t("misses.byDay")} columns={[t("misses.day"), ...shown.map((lang) => ({ lang }))]}>
      {days.map(({ day, counts }) => (
        <tr key={day}>
          <th scope="row">{formatDay(day, lang)}</th>
          {shown.map((code) => (
            <td key={code}>{formatNumber(counts[code], lang)}</td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}
