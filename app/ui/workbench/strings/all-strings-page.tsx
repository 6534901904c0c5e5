import { useTranslation } from "react-i18next";
import { type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import { type DeskFilter, SHOWS } from "../../../core/translation/queue.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import type { Namespace } from "../../../i18n/options.ts";
import { deskAddress } from "../home/pair-link.tsx";
import { StateChip } from "../state-chip.tsx";

interface Group {
  namespace: Namespace;
  units: Pick<DeskUnit, "unit" | "state" | "words" | "sourceLang">[];
}

interface AllStringsPageProps {
  lang: Lang;
  filter: DeskFilter;
  /** The page whose strings are asked for; null: any. */
  page: string | null;
  pages: { page: string; name: string }[];
  namespaces: { namespace: Namespace; count: number }[];
  /** Null: nothing was asked for. */
  found: { total: number; groups: Group[] } | null;
}

/** The interface strings of every group: found by their words, by where they are shown, by what waits. */
export function AllStringsPage({ filter, page, pages, namespaces, found }: AllStringsPageProps) {
  const { t } = useTranslation(["workbench", "desk"]);
  const shown = found?.groups.reduce((sum, { units }) => sum + units.length, 0) ?? 0;
  return (
    <>
      <header className="desk-head">
        <h1>{t("home.strings")}</h1>
        <p>{t("desk:allStrings.lead")}</p>
      </header>
      <search>
        <form className="sheet home-filter" method="get" aria-label={t("home.filter.label")}>
          <label>
            {t("desk:allStrings.text")}
            <input type="search" name="q" defaultValue={filter.text} maxLength={200} />
          </label>
          <label>
            {t("desk:allStrings.page")}
            <select name="page" defaultValue={page ?? ""}>
              <option value="">{t("home.filter.any")}</option>
              {pages.map((one) => (
                <option key={one.page} value={one.page}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("desk:filter.show")}
            <select name="show" defaultValue={filter.show}>
              {SHOWS.map((show) => (
                <option key={show} value={show}>
                  {t(`desk:filter.${show}`)}
                </option>
              ))}
            </select>
          </label>
          <p className="home-filter-acts">
            <button type="submit">{t("desk:filter.submit")}</button>
            {found && <a href="/workbench/strings">{t("home.filter.clear")}</a>}
          </p>
        </form>
      </search>
      {found ? (
        <>
          <p className="home-count" role="status">
            {found.total === 0 ? t("desk:filter.none") : t("desk:filter.shown", { shown, all: found.total })}
          </p>
          {found.groups.map((group) => (
            <Found key={group.namespace} {...group} />
          ))}
        </>
      ) : (
        <ul className="sheet string-groups">
          {namespaces.map(({ namespace, count }) => (
            <li key={namespace}>
              <a href={`/workbench/strings/${namespace}`}>{t(`namespaces.${namespace}`)}</a>{" "}
              <span className="hint">{t("desk:allStrings.count", { count })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Found({ namespace, units }: Group) {
  const { t } = useTranslation("workbench");
  return (
    <section className="sheet found-strings" aria-labelledby={`in-${namespace}`}>
      <h2 id={`in-${namespace}`}>
        <a href={`/workbench/strings/${namespace}`}>{t(`namespaces.${namespace}`)}</a>
      </h2>
      <ul>
        {units.map(({ unit, state, words, sourceLang }) => (
          <li key={unit}>
            <p>
              <a href={deskAddress({ kind: "strings", name: namespace, titles: NO_TITLES }, unit)}>
                <code>{unit}</code>
              </a>{" "}
              <StateChip state={state} />
            </p>
            <div className="pair">
              {ownFirst(sourceLang).map((lang) => (
                <p key={lang} className="words" lang={language(lang).tag}>
                  {words[lang].text}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NO_TITLES = { vi: "", zh: "" };
