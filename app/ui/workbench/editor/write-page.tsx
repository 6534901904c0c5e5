import { type ComponentType, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { plainText } from "../../../core/articles/inline.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { ArticlePages } from "../article-pages.tsx";

/** An article as the editor gets it, in its source language. */
export interface ArticleToWrite {
  articleId: string;
  slug: string;
  sourceLang: Lang;
  revision: number;
  tree: ArticleTree;
  words: Record<string, { text: string; revision: number }>;
  facts: Fact[];
  agencies: { key: string; name: string; phone: string | null }[];
  terms: { key: string; word: string; twins: { lang: Lang; word: string }[] }[];
}

export interface WorkspaceProps {
  article: ArticleToWrite;
  memberId: string;
}

/** The page of the editor. The editor itself is loaded when it is needed: no other page of the workbench carries it. */
export function WritePage({ article, memberId }: WorkspaceProps & { lang: Lang }) {
  const { t } = useTranslation(["writing", "workbench"]);
  const [Workspace, setWorkspace] = useState<ComponentType<WorkspaceProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const [scripted, setScripted] = useState(false);
  useEffect(() => {
    setScripted(true);
    import("./workspace.tsx").then(
      (loaded) => setWorkspace(() => loaded.Workspace),
      () => setFailed(true),
    );
  }, []);
  const desk = `/workbench/articles/${article.slug}`;
  const title = plainText(article.words.title?.text ?? "", () => "");
  return (
    <>
      <header className="desk-head w-page-head">
        <p>
          <a href="/workbench">← {t("workbench:desk.back")}</a>
        </p>
        <h1>{t("title")}</h1>
        <p className="hint">
          <span lang={language(article.sourceLang).tag}>{title || article.slug}</span>
          {" · "}
          {t("sourceIs")}
          <span className="w-source" lang={language(article.sourceLang).tag}>
            {language(article.sourceLang).name}
          </span>
        </p>
        <ArticlePages slug={article.slug} page="write" />
      </header>
      {!scripted && (
        <div className="problem-box unscripted">
          <p>
            <b>{t("noScript.title")}</b>
          </p>
          <p>
            {t("noScript.body")} <a href={desk}>{t("noScript.link")}</a>
          </p>
        </div>
      )}
      {Workspace ? (
        <Workspace article={article} memberId={memberId} />
      ) : failed ? (
        <div className="problem-box" role="alert">
          <p>
            {t("notLoaded")} <a href={`${desk}/write`}>{t("loadAgain")}</a>
          </p>
        </div>
      ) : (
        <p className="hint scripted" role="status">
          {t("opening")}
        </p>
      )}
    </>
  );
}
