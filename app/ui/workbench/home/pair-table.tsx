import { useTranslation } from "react-i18next";
import { LANGS, type Lang, language } from "../../../core/language/languages.ts";
import type { Progress } from "../../../core/workflow/desk.ts";
import type { PairRow } from "../../../core/workflow/progress.ts";
import { BY_URGENCY } from "../../../core/workflow/state.ts";
import { DataTable } from "../data-table.tsx";
import { StateChip } from "../state-chip.tsx";
import { AssignedWords, type PairNames } from "./assigned-words.tsx";
import { PairLink, usePairName } from "./pair-link.tsx";

export type HomeRow = PairRow & { mayAssign: boolean };

interface PairTableProps {
  rows: HomeRow[];
  names: PairNames;
  lang: Lang;
  /** The form to which the ticked rows belong. */
  form: string;
}

/** Pairs by languages, the most urgent first: what waits, where, for whom, until when. */
export function PairTable({ rows, names, lang, form }: PairTableProps) {
  const { t } = useTranslation("workbench");
  return (
    <DataTable className="pairs cards" caption={t("home.title")} columns={[t("home.pair"), t("home.state"), ...LANGS.map((lang) => ({ lang }))]}>
      {rows.map((row) => (
        <Row key={row.owner} row={row} names={names} lang={lang} form={form} />
      ))}
    </DataTable>
  );
}

function Row({ row, names, lang, form }: Omit<PairTableProps, "rows"> & { row: HomeRow }) {
  const { t } = useTranslation(["workbench", "writing"]);
  const nameOf = usePairName(lang);
  const { kind, topic, gates, team } = row;
  const about = [
    kind === "strings" ? t("home.strings") : t(`writing:kinds.${kind}`),
    topic && (names.topics[topic] ?? topic),
    gates.map((gate) => names.sites[gate] ?? gate).join(", "),
    team && t("home.teamOf", { name: names.teams[team] ?? team }),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        <span className="pair-name">
          {row.mayAssign && <input type="checkbox" name="owner" value={row.owner} form={form} aria-label={t("home.select", { title: nameOf(row).words })} />}
          <PairLink pair={row} lang={lang} />
        </span>
        <span className="hint pair-about">{about.join(" · ")}</span>
      </th>
      <td>
        {row.unsigned.length
          ? t("home.awaits", { agencies: row.unsigned.map((key) => names.agencies[key] ?? key).join(", ") })
          : t(`articleStates.${row.state}`)}
        {row.returned > 0 && <b className="is-overdue pair-returned">{t("home.returned", { count: row.returned })}</b>}
      </td>
      {LANGS.map((one) => (
        <td key={one}>
          <span className="cell-name" lang={language(one).tag}>
            {language(one).name}
          </span>
          <Counts progress={row.progress[one]} isSource={one === row.sourceLang} />
          {row.assigned[one] && <AssignedWords assigned={row.assigned[one]} names={names} lang={lang} />}
        </td>
      ))}
    </tr>
  );
}

function Counts({ progress, isSource }: { progress: Progress; isSource: boolean }) {
  const { t } = useTranslation("workbench");
  const present = BY_URGENCY.filter((state) => progress[state] > 0);
  return (
    <span className="counts">
      {present.map((state) => (
        <StateChip key={state} state={state} count={progress[state]} />
      ))}
      {isSource && <span className="hint">{t("desk.source")}</span>}
    </span>
  );
}
