import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { PublishView } from "../../../core/workflow/publishing-views.ts";
import type { Problem } from "../problem.ts";
import { ArticleHead } from "./article-head.tsx";
import { ChangeList } from "./change-list.tsx";
import { type Done, DoneNote } from "./done-note.tsx";
import { GoOut } from "./go-out.tsx";
import { Judgements } from "./judgements.tsx";
import { OpenPoints } from "./open-points.tsx";
import { Preview } from "./preview.tsx";
import { RefusedBox } from "./refused-box.tsx";

interface PublishPageProps {
  view: PublishView;
  lang: Lang;
  done: Done | null;
  problem: Problem | null;
  typedAt: string | undefined;
}

/** Before anything goes out: exactly what readers will find different, in every language, who answers for it, and what is still open. */
export function PublishPage({ view, lang, done, problem, typedAt }: PublishPageProps) {
  const { t } = useTranslation(["publishing", "workbench"]);
  const { article, open, kinds, names, changes, approvals, signOffs, contentHash, upToDate, preview } = view;
  const { slug } = article;
  return (
    <>
      <ArticleHead article={article} lang={lang} page="publish" mayPublish={view.mayPublish}>
        <p>
          <a href="#go-out">{t("goOut.down")}</a> · <a href="#preview">{t("preview.title")}</a>
        </p>
      </ArticleHead>
      <DoneNote done={done} />
      <RefusedBox problem={problem} />
      {open.length > 0 && (
        <section className="sheet" aria-labelledby="open">
          <h2 id="open">{t("open.title", { count: open.length })}</h2>
          <OpenPoints open={open} kinds={kinds} names={names} slug={slug} />
        </section>
      )}
      <section className="sheet" aria-labelledby="changes">
        <h2 id="changes">{t("changes.title")}</h2>
        {upToDate ? (
          <p>{t("workbench:publish.upToDate")}</p>
        ) : (
          <>
            <p>{article.edition ? t("changes.against", { number: article.edition.number }) : t("changes.first")}</p>
            <ChangeList changes={changes} names={names} lang={lang} slug={slug} />
          </>
        )}
      </section>
      <Judgements approvals={approvals} signOffs={signOffs} names={names} contentHash={contentHash} slug={slug} lang={lang} />
      <GoOut {...view} lang={lang} problem={problem} typedAt={typedAt} />
      <Preview preview={preview} lang={lang} />
    </>
  );
}
