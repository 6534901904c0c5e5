import { useTranslation } from "react-i18next";
import type { FleetRow, FleetView } from "../../../core/displays/fleet-views.ts";
import { STANDINGS } from "../../../core/displays/standing.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { Words } from "../../kit/words.tsx";
import { DataTable } from "../data-table.tsx";
import { FleetPages } from "./fleet-pages.tsx";
import { heardWords } from "./moments.ts";
import { PairForm } from "./pair-form.tsx";
import { ReachChart } from "./reach-chart.tsx";
import type { TriedFleet } from "./refused.tsx";
import { ShownWords } from "./shown-words.tsx";
import { StandingChip } from "./standing-chip.tsx";
import { UptimeChart } from "./uptime-chart.tsx";

interface FleetPageProps {
  view: FleetView;
  lang: Lang;
  tried: TriedFleet | null;
}

/** Every display that the member answers for: those that need a hand first. */
export function FleetPage({ view, lang, tried }: FleetPageProps) {
  const { t } = useTranslation("fleet");
  const { rows, sites, days, asOf } = view;
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
      {days.length > 0 && (
        <div className="fleet-charts">
          <UptimeChart days={days} displays={rows.length} lang={lang} />
          <ReachChart days={days} lang={lang} />
        </div>
      )}
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
    <DataTable caption={t("title")} columns={[t("columns.display"), t("columns.standing"), t("columns.heard"), t("columns.shows")]}>
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
    </DataTable>
  );
}
