import { useTranslation } from "react-i18next";
import { useLang } from "../kit/use-lang.ts";
import { Words } from "../kit/words.tsx";
import { ArticleLinks, type Listed } from "./article-list.tsx";
import { type Document, DocumentArticle, SameIn } from "./document-article.tsx";
import { questionPath, questionsPath } from "./paths.ts";
import { Ask } from "./questions-page.tsx";

interface Props extends Document {
  questions: Listed[];
  articles: Listed[];
}

/** One question: the short answer, the answer, what else there is about it. */
export function QuestionPage({ questions, articles, ...document }: Props) {
  const { t } = useTranslation("pages");
  const lang = useLang();
  const pathIn = (code: typeof lang) => questionPath(code, document.slug);
  return (
    <div className="wrap reading">
      <div>
        <DocumentArticle
          document={document}
          pathIn={pathIn}
          above={
            <p className="crumb">
              <a href={questionsPath(lang)}>{t("questions.all")}</a>
            </p>
          }
        />
        <Ask />
      </div>
      <aside>
        <SameIn document={document} pathIn={pathIn} />
        {articles.length > 0 && (
          <section aria-labelledby="articles">
            <h2 id="articles">{t("question.articles")}</h2>
            <ArticleLinks articles={articles} />
          </section>
        )}
        {questions.length > 0 && (
          <section aria-labelledby="questions">
            <h2 id="questions">{t("question.others")}</h2>
            <ul className="links">
              {questions.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={questionPath(lang, slug)}>
                    <Words text={title} lang={lang} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </aside>
    </div>
  );
}
