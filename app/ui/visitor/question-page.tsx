import { useTranslation } from "react-i18next";
import { useLang } from "../kit/use-lang.ts";
import { type Document, DocumentArticle, SameIn } from "./document-article.tsx";
import { type Listed, MorePages } from "./page-list.tsx";
import { articlePath, questionPath, questionsPath } from "./paths.ts";
import { Ask } from "./questions-page.tsx";

interface Props extends Document {
  questions: Listed[];
  articles: Listed[];
}

/** One question: the short answer, the answer, what else there is about it. */
export function QuestionPage({ questions, articles, ...document }: Props) {
  const { t } = useTranslation("pages");
  return (
    <div className="wrap reading">
      <div>
        <DocumentArticle document={document} pathOf={questionPath} above={{ href: questionsPath(useLang()), title: t("questions.all") }} />
        <Ask />
      </div>
      <aside>
        <SameIn document={document} pathOf={questionPath} />
        <MorePages id="articles" title={t("question.articles")} pages={articles} pathOf={articlePath} />
        <MorePages id="questions" title={t("question.others")} pages={questions} pathOf={questionPath} />
      </aside>
    </div>
  );
}
