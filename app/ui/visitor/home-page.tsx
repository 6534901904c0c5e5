import { useTranslation } from "react-i18next";
import { clockWords } from "../kit/clock-words.ts";
import { useLang } from "../kit/use-lang.ts";
import { ArticleLinks, type Listed } from "./article-list.tsx";
import { Disturbances } from "./disturbances.tsx";
import { GateBoard, type Station } from "./gate-board.tsx";
import { boardPath } from "./paths.ts";
import { SearchBox } from "./search-box.tsx";
import { type Topic, TopicTiles } from "./topic-tiles.tsx";

interface Props {
  stations: Station[];
  asOf: Date;
  topics: Topic[];
  newest: Listed[];
}

/** Search first, what is urgent next; then the gates, the topics, the newest articles. */
export function HomePage({ stations, asOf, topics, newest }: Props) {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  return (
    <>
      <div className="hero">
        <div className="wrap">
          <h1>{t("home.title")}</h1>
          <SearchBox />
        </div>
      </div>
      <Disturbances stations={stations} />
      <div className="wrap cols">
        <section aria-labelledby="gates">
          <h2 id="gates">{t("board.title")}</h2>
          <p className="as-of">{t("board.asOf", { at: clockWords(common, asOf, lang) })}</p>
          <GateBoard stations={stations} />
          <p>
            <a href={boardPath(lang)}>{t("home.allGates")}</a>
          </p>
        </section>
        <section aria-labelledby="topics">
          <h2 id="topics">{t("home.topics")}</h2>
          <TopicTiles topics={topics} />
          <h2>{t("home.newest")}</h2>
          <ArticleLinks articles={newest} />
        </section>
      </div>
    </>
  );
}
