import { isOverdue } from "../../../core/facts/fact.ts";
import { formatDay } from "../../../i18n/format.ts";
import { articleOf, articlesOf, type HeldArticle, questionOf } from "../content/content.ts";
import { ArticleTiles } from "./article-tiles.tsx";
import { FeedbackButton } from "./feedback-button.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { Reading, useAgencies } from "./reading.tsx";
import { useToday } from "./today.ts";

/** An article, or a question with its answer, and what else there is of its topic. */
export function ArticleScreen({ slug, kind }: { slug: string; kind: "article" | "question" }) {
  const { state } = useKiosk();
  const { t, pages } = useSpeech();
  const { content } = state;
  const held = kind === "article" ? articleOf(content, slug) : questionOf(content, slug);
  if (!held) return null;
  const { topic } = held.about;
  const questions = content.questions.filter((other) => other.about.topic === topic && other.slug !== slug);
  const articles = articlesOf(content, topic).filter((other) => other.slug !== slug);
  return (
    <>
      <Reading of={held} meta={<Responsible of={held} />} />
      <FeedbackButton />
      {kind === "question" && questions.length > 0 && (
        <section className="related">
          <h2>{pages("question.others")}</h2>
          <ArticleTiles articles={questions} kind="question" />
        </section>
      )}
      {articles.length > 0 && (
        <section className="related">
          <h2>{kind === "question" ? pages("question.articles") : t("article.others")}</h2>
          <ArticleTiles articles={articles} />
        </section>
      )}
    </>
  );
}

/** Who answers for it, and when it was last confirmed. */
function Responsible({ of: { about } }: { of: HeldArticle }) {
  const { state } = useKiosk();
  const { common, lang } = useSpeech();
  const today = useToday();
  const agencies = useAgencies(state.content, lang);
  return (
    <p className="meta">
      <span>{common("fact.agency", { agency: agencies[about.agency]?.name ?? about.agency })}</span>
      {about.verifiedOn ? (
        <span>{common("mark.verified", { day: formatDay(about.verifiedOn, lang) })}</span>
      ) : (
        <span className="verify">{common("mark.notVerified")}</span>
      )}
      {isOverdue(about, today) && <span className="verify">{common("mark.overdue")}</span>}
    </p>
  );
}
