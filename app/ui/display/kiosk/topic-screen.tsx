import { Pictogram } from "../../kit/pictogram.tsx";
import { articlesOf, topicsOf } from "../content/content.ts";
import { ArticleTiles } from "./article-tiles.tsx";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";
import { TakenBack } from "./taken-back.tsx";
import { TopicTiles } from "./topic-tiles.tsx";

/** The articles of a topic, and where else to look. */
export function TopicScreen({ topic: key }: { topic: string }) {
  const { state } = useKiosk();
  const { t, lang } = useSpeech();
  const topics = topicsOf(state.content);
  const topic = topics.find((one) => one.key === key);
  return (
    <>
      <TakenBack />
      <h1 tabIndex={-1} className="with-pictogram">
        <Pictogram name={topic?.icon ?? ""} />
        {topic?.name[lang]}
      </h1>
      <ArticleTiles articles={articlesOf(state.content, key)} />
      <section>
        <h2>{t("topic.others")}</h2>
        <TopicTiles topics={topics.filter((one) => one.key !== key)} />
      </section>
    </>
  );
}
