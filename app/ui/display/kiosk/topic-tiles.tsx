import type { Topic } from "../../../core/facts/topic.ts";
import { Pictogram } from "../../kit/pictogram.tsx";
import { articlesOf } from "../content/content.ts";
import { useKiosk, useSpeech } from "./kiosk-context.tsx";

/** Topics as large tiles, each with how much there is to read. */
export function TopicTiles({ topics }: { topics: readonly Topic[] }) {
  const { state, send } = useKiosk();
  const { t, lang } = useSpeech();
  return (
    <ul className="tiles topics">
      {topics.map(({ key, icon, name }) => (
        <li key={key}>
          <button type="button" onClick={() => send({ kind: "opened", place: { screen: "topic", topic: key } })}>
            <Pictogram name={icon} />
            <b>{name[lang]}</b> <small>{t("home.articles", { count: articlesOf(state.content, key).length })}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
