import { useTranslation } from "react-i18next";
import type { FleetRow, FleetView } from "../../../core/displays/fleet-views.ts";
import { STANDINGS } from "../../../core/displays/standing.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { Words } from "../../kit/words.tsx";
import { FleetPages } from "./fleet-pages.tsx";
import { heardWords } from "./moments.ts";
import { PairForm } from "./pair-form.tsx";
import type { TriedFleet } from "./refused.tsx";
import { ShownWords } from "./shown-words.tsx";
import { StandingChip } from "./standing-chip.tsx";

interface FleetPageProps {
  view: FleetView;
  lang: Lang;
  tried: TriedFleet | null;
}

/** Every display that the member answers for: those that need a hand first. */
export function FleetPage({ view, lang, tried }: FleetPageProps) {
  const { t } = useTranslation("fleet");
  const { rows, sites, asOf } = view;
  return (
    <>
      <header className="desk-head">
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
        <FleetPages page="displays" />
        <p className="counts">
          {STANDINGS.flatMap((standing) => {
            const count = rows.filter((row) => row.standing === standing).length;
            return count === 0 ? [] : [<Count key={standing} standing={standing} count={count} />];
          })}
        </p>
      </header>
      {rows.length === 0 ? <p className="sheet">{t("none")}</p> : <FleetTable rows={rows} asOf={asOf} lang={lang} />}
      <PairForm sites={sites} lang={lang} tried={tried} />
    </>
  );
}

function Count({ standing, count }: { standing: FleetRow["standing"]; count: number }) {
  return (
    <span>
      <b>{count}</b> <StandingChip standing={standing} />
    </span>
  );
}

function FleetTable({ rows, asOf, lang }: { rows: FleetRow[]; asOf: Date; lang: Lang }) {
  const { t } = useTranslation("fleet");
  return (
    <div className="table-box">
      <table>
        <caption className="hidden">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("columns.display")}</th>
            <th scope="col">{t("columns.standing")}</th>
            <th scope="col">{t("columns.heard")}</th>
            <th scope="col">{t("columns.shows")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/workbench/displays/${row.id}`}>
                  <Words text={row.name} lang={lang} />
                </a>
                <div className="hint">
                  {t(`kinds.${row.kind}`)}
                  {" · "}
                  <Words text={row.site[lang]} lang={lang} />
                </div>
              </th>
              <td>
                <StandingChip standing={row.standing} />
              </td>
              <td>{heardWords(t, row.heard, asOf, lang)}</td>
              <td>{row.shows ? <ShownWords shown={row.shows} shownIn={row.lang} lang={lang} /> : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
