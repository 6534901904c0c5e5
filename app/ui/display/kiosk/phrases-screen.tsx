import { language, others } from "../../../core/language/languages.ts";
import { Pictogram } from "../../kit/pictogram.tsx";
import { byTopic } from "../content/content.ts";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { TakenBack } from "./taken-back.tsx";

/** The phrase cards by situation: one touch fills the screen with a card. */
export function PhrasesScreen() {
  const { state, send } = useKiosk();
  const { t, pages, lang } = useSpeech();
  return (
    <>
      <TakenBack />
      <h1 tabIndex={-1}>{t("phrases.title")}</h1>
      <p className="lead">{t("phrases.lead")}</p>
      {state.content.phrases.length === 0 && <p>{pages("phrases.none")}</p>}
      {byTopic(state.content, state.content.phrases, ({ topic }) => topic).map(({ topic, held }) => (
        <section key={topic.key}>
          <h2 className="with-pictogram">
            <Pictogram name={topic.icon} />
            {topic.name[lang]}
          </h2>
          <ul className="tiles cards">
            {held.map(({ slug, texts }) => (
              <li key={slug}>
                <button type="button" onClick={() => send({ kind: "opened", place: { screen: "phrase", slug } })}>
                  <b>{texts[lang].sentence}</b>{" "}
                  {others(lang).map((other) => (
                    <span key={other} lang={language(other).tag}>
                      {texts[other].sentence}
                    </span>
                  ))}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
