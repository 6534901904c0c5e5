import { useTranslation } from "react-i18next";
import { type ByLang, LANGS, type Lang, language } from "../../core/language/languages.ts";
import type { Progress } from "../../core/workflow/desk.ts";
import { BY_URGENCY } from "../../core/workflow/state.ts";
import { StateChip } from "./state-chip.tsx";

export interface ProgressRow {
  key: string;
  href: string;
  /** In the reader's language, where it is written; `titleLang` says which language it is. */
  title: string;
  titleLang: Lang;
  /** Where the whole pair stands, in words. */
  state: string;
  sourceLang: Lang;
  progress: ByLang<Progress>;
}

/** Pairs by languages, the most urgent first: what waits, and where. */
export function ProgressTable({ caption, first, rows }: { caption: string; first: string; rows: ProgressRow[] }) {
  const { t } = useTranslation("workbench");
  return (
    <section aria-label={caption}>
      <h2>{caption}</h2>
      <div className="table-box">
        <table className="progress">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col">{t("home.state")}</th>
              {LANGS.map((lang) => (
                <th key={lang} scope="col">
                  <span lang={language(lang).tag}>{language(lang).name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <a href={row.href} lang={language(row.titleLang).tag}>
                    {row.title}
                  </a>
                </th>
                <td>{row.state}</td>
                {LANGS.map((lang) => (
                  <td key={lang}>
                    <Counts progress={row.progress[lang]} isSource={lang === row.sourceLang} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
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
