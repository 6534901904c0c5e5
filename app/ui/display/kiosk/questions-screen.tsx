import { Pictogram } from "../../kit/pictogram.tsx";
import { byTopic } from "../content/content.ts";
import { ArticleTiles } from "./article-tiles.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { TakenBack } from "./taken-back.tsx";

/** The questions that have been answered, by topic, and the way to ask another. */
export function QuestionsScreen() {
  const { state, send } = useKiosk();
  const { pages, lang } = useSpeech();
  return (
    <>
      <TakenBack />
      <h1 tabIndex={-1}>{pages("questions.title")}</h1>
      <p className="lead">{pages("questions.askLead")}</p>
      <button
        type="button"
        className="pill"
        onClick={() => {
          send({ kind: "written", draft: { kind: "question", number: null } });
          send({ kind: "opened", place: { screen: "write" } });
        }}
      >
        {pages("questions.ask")}
      </button>
      {state.content.questions.length === 0 && <p>{pages("questions.none")}</p>}
      {byTopic(state.content, state.content.questions, ({ about }) => about.topic).map(({ topic, held }) => (
        <section key={topic.key}>
          <h2 className="with-pictogram">
            <Pictogram name={topic.icon} />
            {topic.name[lang]}
          </h2>
          <ArticleTiles articles={held} kind="question" />
        </section>
      ))}
    </>
  );
}
