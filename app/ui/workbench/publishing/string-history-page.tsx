import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { StringHistoryView } from "../../../core/workflow/publishing-views.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import type { Problem } from "../problem.ts";
import { Sides } from "./change-list.tsx";
import { type Done, DoneNote } from "./done-note.tsx";
import { ReasonField } from "./reason-field.tsx";
import { RefusedBox } from "./refused-box.tsx";

interface StringHistoryPageProps {
  view: StringHistoryView;
  lang: Lang;
  mayPublish: boolean;
  done: Done | null;
  problem: Problem | null;
}

/** Every pair of an interface string that readers ever saw, and the way back to each. */
export function StringHistoryPage({ view: { namespace, key, editions }, lang, mayPublish, done, problem }: StringHistoryPageProps) {
  const { t } = useTranslation("publishing");
  return (
    <>
      <header className="desk-head">
        <p>
          <a href={`/workbench/strings/${namespace}?q=${encodeURIComponent(key)}`}>← {t("toDesk")}</a>
        </p>
        <h1>
          {t("string.title")} <code>{key}</code>
        </h1>
      </header>
      <DoneNote done={done} />
      <RefusedBox problem={problem} />
      <section className="sheet" aria-labelledby="editions">
        <h2 id="editions">{t("history.editions")}</h2>
        <ol className="changes" reversed start={editions[0]?.number}>
          {editions.map(({ number, publishedAt, by, texts, stretches, now }) => (
            <li key={number} value={number}>
              <b>{number === 0 ? t("string.brought") : t("history.edition", { number })}</b>
              {now && <span className="tag-now">{t("history.current")}</span>}{" "}
              {publishedAt && t("history.by", { name: by ?? t("somebody"), at: formatDateTime(publishedAt, lang) })}
              {texts === null && <p>{t("string.back")}</p>}
              <Sides texts={stretches} plain={texts} lang={lang} />
              {!now && mayPublish && (
                <details>
                  <summary>{t("string.rollBack")}</summary>
                  <form method="post">
                    <input type="hidden" name="to" value={number} />
                    <ReasonField label={t("history.reason")} />
                    <button className="primary" type="submit">
                      {t("string.rollBackSubmit")}
                    </button>
                  </form>
                </details>
              )}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
