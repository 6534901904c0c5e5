import { useTranslation } from "react-i18next";
import { Pictogram } from "../kit/pictogram.tsx";
import { useLang } from "../kit/use-lang.ts";
import { type Listed, PageList } from "./page-list.tsx";
import { articlePath, topicPath } from "./paths.ts";
import { type Topic, TopicTiles } from "./topic-tiles.tsx";

interface Props {
  topic: Topic;
  others: Topic[];
  articles: Listed[];
  next: string | null;
}

/** A topic's articles, a page at a time. */
export function TopicPage({ topic, others, articles, next }: Props) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  return (
    <div className="wrap narrow">
      <h1 className="drawn">
        <Pictogram name={topic.icon} />
        {topic.name}
      </h1>
      {articles.length > 0 ? <PageList pages={articles} pathOf={articlePath} /> : <p>{t("topic.empty")}</p>}
      {next && (
        <p>
          <a className="pill" href={`${topicPath(lang, topic.key)}?after=${next}`} rel="next">
            {t("topic.more")}
          </a>
        </p>
      )}
      <h2>{t("topic.others")}</h2>
      <TopicTiles topics={others} />
    </div>
  );
}
