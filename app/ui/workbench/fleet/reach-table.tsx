import { useTranslation } from "react-i18next";
import type { ReachRow } from "../../../core/displays/fleet-views.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { DataTable } from "../data-table.tsx";
import { ShownWords } from "./shown-words.tsx";

/** What was shown how often, told by the display's receipts: a bar beside each number. */
export function ReachTable({ reach, days, lang }: { reach: ReachRow[]; days: number; lang: Lang }) {
  const { t } = useTranslation("fleet");
  const most = Math.max(1, ...reach.map(({ times }) => times));
  return (
    <section className="sheet" aria-labelledby="reach">
      <h2 id="reach">{t("reach.title")}</h2>
      {reach.length === 0 ? (
        <p>{t("reach.none", { count: days })}</p>
      ) : (
        <DataTable caption={t("reach.title")} columns={[t("reach.item"), t("reach.times"), t("reach.minutes")]}>
          {reach.map(({ item, shown, lang: shownIn, times, seconds }) => (
            <tr key={`${item} ${shownIn}`}>
              <th scope="row">
                <ShownWords shown={shown} shownIn={shownIn} lang={lang} />
              </th>
              <td>
                {formatNumber(times, lang)}
                <svg className="reach-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(times / most) * 100} height="4" />
                </svg>
              </td>
              <td>{formatNumber(Math.round(seconds / 60), lang)}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}
