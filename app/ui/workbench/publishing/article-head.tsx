import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pathOf } from "../../../core/articles/kinds.ts";
import { type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import type { ArticleHeadView } from "../../../core/workflow/publishing-views.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { ArticlePages } from "../article-pages.tsx";

export type PublishingPage = "publish" | "history" | "withdraw";

interface ArticleHeadProps {
  article: ArticleHeadView;
  lang: Lang;
  page: PublishingPage;
  mayPublish: boolean;
  children?: ReactNode;
}

/** Which article it is, what readers see of it, and the ways to its other pages. */
export function ArticleHead({ article, lang, page, mayPublish, children }: ArticleHeadProps) {
  const { t } = useTranslation(["publishing", "workbench"]);
  const { slug, titles, state, edition, kind } = article;
  const [own = lang] = ownFirst(lang).filter((one) => titles[one]);
  return (
    <header className="desk-head">
      <p>
        <a href="/workbench">← {t("workbench:desk.back")}</a>
      </p>
      <h1>
        {t(`pages.${page}`)}: <span lang={language(own).tag}>{titles[own] || slug}</span>
      </h1>
      <p className="hint">
        <b>{t(`workbench:articleStates.${state}`)}</b>
        {" · "}
        {edition ? t("workbench:desk.edition", { number: edition.number, at: formatDateTime(edition.publishedAt, lang) }) : t("nothingPublic")}
        {edition && (
          <>
            {" · "}
            <a href={`/${lang}${pathOf(kind, slug)}`}>{t("workbench:desk.seePublic")}</a>
          </>
        )}
      </p>
      {edition?.note?.kind === "roll-back" && <p className="standing-note">{t("older", { number: edition.note.of })}</p>}
      <ArticlePages slug={slug} page={page === "withdraw" ? null : page}>
        {mayPublish && (edition || article.withdrawn) && (
          <a href={`/workbench/articles/${slug}/withdraw`} aria-current={page === "withdraw" ? "page" : undefined}>
            {t(`pages.${article.withdrawn ? "restore" : "withdraw"}`)}
          </a>
        )}
      </ArticlePages>
      {children}
    </header>
  );
}
