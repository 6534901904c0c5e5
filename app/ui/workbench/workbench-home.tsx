import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, ownFirst } from "../../core/language/languages.ts";
import type { Progress } from "../../core/workflow/desk.ts";
import type { WorkflowState } from "../../core/workflow/state.ts";
import type { Namespace } from "../../i18n/options.ts";
import { ProgressTable } from "./progress-table.tsx";

interface WorkbenchHomeProps {
  lang: Lang;
  articles: { slug: string; titles: ByLang<string>; sourceLang: Lang; state: WorkflowState; progress: ByLang<Progress> }[];
  strings: { namespace: Namespace; sourceLang: Lang; state: WorkflowState; progress: ByLang<Progress> }[];
}

/** What waits for somebody, in every article and every group of strings. */
export function WorkbenchHome({ lang, articles, strings }: WorkbenchHomeProps) {
  const { t } = useTranslation("workbench");
  const articleRows = articles.map(({ slug, titles, state, ...row }) => {
    const titleLang = ownFirst(lang).find((one) => titles[one]) ?? lang;
    return { ...row, key: slug, href: `/workbench/articles/${slug}`, title: titles[titleLang] || slug, titleLang, state: t(`articleStates.${state}`) };
  });
  const stringRows = strings.map(({ namespace, state, ...row }) => ({
    ...row,
    key: namespace,
    href: `/workbench/strings/${namespace}`,
    title: t(`namespaces.${namespace}`),
    titleLang: lang,
    state: t(`articleStates.${state}`),
  }));
  return (
    <>
      <header className="desk-head">
        <h1>{t("home.title")}</h1>
        <p>{t("home.lead")}</p>
      </header>
      {articleRows.length > 0 ? <ProgressTable caption={t("home.articles")} first={t("home.article")} rows={articleRows} /> : <p>{t("home.none")}</p>}
      <ProgressTable caption={t("home.strings")} first={t("home.namespace")} rows={stringRows} />
    </>
  );
}
