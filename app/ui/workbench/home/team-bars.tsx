import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../../core/language/languages.ts";
import { FIGURES, type TeamFigures } from "../../../core/workflow/figures.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { Words } from "../../kit/words.tsx";
import { TableTwin } from "../data-table.tsx";
import { SplitBar } from "./split-bar.tsx";

interface TeamBarsProps {
  teams: readonly TeamFigures[];
  names: Record<string, string>;
  lang: Lang;
}

/** How far each team's articles are, language by language; the same as a table. */
export function TeamBars({ teams, names, lang }: TeamBarsProps) {
  const { t } = useTranslation("workbench");
  const id = useId();
  const nameOf = (team: string): string => (team === "" ? t("home.progress.noTeam") : (names[team] ?? team));
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t("home.progress.byTeam")}</h3>
      <ul className="team-bars">
        {teams.map((one) => (
          <li key={`${one.lang} ${one.team}`}>
            <b>
              <Words text={t("home.progress.into", { team: nameOf(one.team), language: language(one.lang).name })} lang={lang} />
            </b>
            <SplitBar figures={one} />
            <span className="counts hint">
              {FIGURES.map((figure) => (
                <span key={figure}>
                  {t(`home.progress.${figure}`)} <b>{formatNumber(one[figure], lang)}</b>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <TableTwin
        summary={t("home.progress.table")}
        caption={t("home.progress.byTeam")}
        columns={[t("home.progress.team"), t("home.progress.lang"), ...FIGURES.map((figure) => t(`home.progress.${figure}`))]}
      >
        {teams.map((one) => (
          <tr key={`${one.lang} ${one.team}`}>
            <th scope="row">
              <Words text={nameOf(one.team)} lang={lang} />
            </th>
            <td lang={language(one.lang).tag}>{language(one.lang).name}</td>
            {FIGURES.map((figure) => (
              <td key={figure}>{formatNumber(one[figure], lang)}</td>
            ))}
          </tr>
        ))}
      </TableTwin>
    </section>
  );
}
