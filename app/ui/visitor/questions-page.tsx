import { useTranslation } from "react-i18next";
import { Pictogram } from "../kit/pictogram.tsx";
import { useLang } from "../kit/use-lang.ts";
import { type Listed, PageList } from "./page-list.tsx";
import { askPath, questionPath } from "./paths.ts";
import type { Topic } from "./topic-tiles.tsx";

/** The questions that have been answered, by topic, each with its short answer; and where to ask. */
export function QuestionsPage({ groups }: { groups: { topic: Topic; questions: Listed[] }[] }) {
  const { t } = useTranslation("pages");
  return (
    <div className="wrap narrow">
      <h1>{t("questions.title")}</h1>
      <p className="lead">{t("questions.lead")}</p>
      {groups.length === 0 && <p>{t("questions.none")}</p>}
      {groups.map(({ topic, questions }) => (
        <section key={topic.key} aria-labelledby={`topic-${topic.key}`}>
          <h2 className="drawn" id={`topic-${topic.key}`}>
            <Pictogram name={topic.icon} />
            {topic.name}
          </h2>
          <PageList pages={questions} pathOf={questionPath} />
        </section>
      ))}
      <Ask />
    </div>
  );
}

/** Who did not find an answer may ask. */
export function Ask() {
  const { t } = useTranslation("pages");
  return (
    <div className="ask">
      <p>{t("questions.askLead")}</p>
      <a className="pill" href={askPath(useLang())}>
        <Pictogram name="complaint" />
        {t("questions.ask")}
      </a>
    </div>
  );
}
