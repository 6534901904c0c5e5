import { useTranslation } from "react-i18next";
import type { FactListView, FactRow } from "../../../core/facts/fact-views.ts";
import { type Lang, language, others } from "../../../core/language/languages.ts";
import { may, type Role } from "../../../core/people/roles.ts";
import { formatDay, formatFact } from "../../../i18n/format.ts";
import { DataTable } from "../data-table.tsx";

const STANDINGS = ["overdue", "verify", "pending"] as const;

interface FactsPageProps {
  view: FactListView;
  lang: Lang;
  roles: Role[];
  asked: { query: string; agency: string; standing: (typeof STANDINGS)[number] | null };
}

/** The list of facts, those to be verified again first. */
export function FactsPage({ view, lang, roles, asked }: FactsPageProps) {
  const { t } = useTranslation(["records", "workbench"]);
  const { rows, proposed, agencies, overdue } = view;
  return (
    <>
      <header className="desk-head">
        <h1>{t("facts.title")}</h1>
        <p>{t("facts.lead")}</p>
        {overdue > 0 && <p className="standing-note">{t("facts.overdueCount", { count: overdue })}</p>}
        {may(roles, "facts.edit") && (
          <p>
            <a className="button" href="/workbench/facts/new">
              {t("facts.new")}
            </a>
          </p>
        )}
      </header>
      <search>
        <form className="filter" method="get">
          <label>
            {t("facts.query")}
            <input name="q" type="search" defaultValue={asked.query} autoComplete="off" />
          </label>
          <label>
            {t("facts.fields.agency")}
            <select name="agency" defaultValue={asked.agency}>
              <option value="">{t("facts.anyAgency")}</option>
              {agencies.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("facts.standing")}
            <select name="standing" defaultValue={asked.standing ?? ""}>
              <option value="">{t("facts.anyStanding")}</option>
              {STANDINGS.map((one) => (
                <option key={one} value={one}>
                  {t(`facts.standings.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">{t("facts.show")}</button>
        </form>
      </search>
      {proposed.length > 0 && (
        <section className="sheet" aria-labelledby="proposed">
          <h2 id="proposed">{t("facts.proposed")}</h2>
          <ul className="changes">
            {proposed.map((fact) => (
              <li key={fact.key}>
                <a href={`/workbench/facts/${fact.key}`}>{fact.label[lang]}</a>: {formatFact(fact.value, lang)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {rows.length === 0 ? <p>{t("facts.none")}</p> : <Table rows={rows} lang={lang} />}
    </>
  );
}

function Table({ rows, lang }: { rows: FactRow[]; lang: Lang }) {
  const { t } = useTranslation("records");
  return (
    <DataTable
      className="cards"
      caption={t("facts.title")}
      columns={[t("facts.columns.fact"), t("facts.columns.value"), t("facts.fields.agency"), t("facts.standing")]}
    >
      {rows.map(({ fact, agency, overdue, pending }) => (
        <tr key={fact.key}>
          <th scope="row">
            <a href={`/workbench/facts/${fact.key}`}>{fact.label[lang]}</a>
            {others(lang).map((code) => (
              <span key={code} className="hint fact-twin" lang={language(code).tag}>
                {fact.label[code]}
              </span>
            ))}
          </th>
          <td>
            {formatFact(fact.value, lang)}
            {fact.value.type !== "phone" &&
              others(lang).map((code) => (
                <span key={code} className="hint fact-twin" lang={language(code).tag}>
                  {formatFact(fact.value, code)}
                </span>
              ))}
          </td>
          <td>{agency}</td>
          <td>
            {overdue && <span className="fact-tag is-due">{t("facts.standings.overdue")}</span>}
            {fact.mark === "verify" && <span className="fact-tag is-due">{t("facts.standings.verify")}</span>}
            {pending > 0 && <span className="fact-tag">{t("facts.standings.pending")}</span>}
            {fact.verifyAgainBy && <span className="hint fact-twin">{t("facts.againBy", { day: formatDay(fact.verifyAgainBy, lang) })}</span>}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
