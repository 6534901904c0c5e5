import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import type { ArticleHeadView } from "../../../core/workflow/publishing-views.ts";
import { MAX_PUBLIC_REASON } from "../../../core/workflow/reasons.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import type { Problem } from "../problem.ts";
import { ArticleHead } from "./article-head.tsx";
import { type Done, DoneNote } from "./done-note.tsx";
import { ReasonField } from "./reason-field.tsx";
import { faultsOf, RefusedBox } from "./refused-box.tsx";

interface WithdrawPageProps {
  article: ArticleHeadView;
  lang: Lang;
  done: Done | null;
  problem: Problem | null;
  typed: ByLang<string> | null;
}

/** Taking what was published back, with a reason that readers find in its place; and bringing it back. */
export function WithdrawPage({ article, lang, done, problem, typed }: WithdrawPageProps) {
  const { t } = useTranslation("publishing");
  const { edition, withdrawn } = article;
  return (
    <>
      <ArticleHead article={article} lang={lang} page="withdraw" mayPublish />
      <DoneNote done={done} />
      <RefusedBox problem={problem} />
      {withdrawn ? (
        <section className="sheet" aria-labelledby="restore">
          <h2 id="restore">{t("restore.title")}</h2>
          <p>{t("restore.since", { at: formatDateTime(withdrawn.at, lang) })}</p>
          <dl className="about">
            {ownFirst(lang).map((code) => (
              <div key={code} className="pair-line">
                <dt lang={language(code).tag}>{language(code).name}</dt>
                <dd lang={language(code).tag}>{withdrawn.reason[code]}</dd>
              </div>
            ))}
          </dl>
          <p>{t("restore.lead")}</p>
          <form method="post">
            <button className="primary" type="submit" name="intent" value="restore">
              {t("restore.submit")}
            </button>
          </form>
        </section>
      ) : edition ? (
        <form className="sheet" method="post" aria-labelledby="withdraw">
          <h2 id="withdraw">{t("withdraw.title")}</h2>
          <p>{t("withdraw.lead")}</p>
          {ownFirst(lang).map((code) => (
            <ReasonField
              key={code}
              label={t("withdraw.reason", { language: language(code).name })}
              name={`reason-${code}`}
              lang={code}
              longest={MAX_PUBLIC_REASON}
              typed={typed?.[code]}
              wrong={faultsOf(problem).includes(`reason:${code}`)}
            />
          ))}
          <button className="primary" type="submit" name="intent" value="withdraw">
            {t("withdraw.submit")}
          </button>
        </form>
      ) : (
        <p className="sheet">{t("nothingPublic")}</p>
      )}
    </>
  );
}
