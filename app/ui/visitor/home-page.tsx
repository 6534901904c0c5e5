import { useTranslation } from "react-i18next";
import { Pictogram } from "../kit/pictogram.tsx";
import { useLang } from "../kit/use-lang.ts";
import { AsOf } from "./as-of.tsx";
import { Disturbances } from "./disturbances.tsx";
import { GateBoard, type Station } from "./gate-board.tsx";
import { type Listed, PageLinks } from "./page-list.tsx";
import { articlePath, boardPath, noticesPath, phrasesPath, questionsPath } from "./paths.ts";
import { SearchBox } from "./search-box.tsx";
import { type Topic, TopicTiles } from "./topic-tiles.tsx";

interface Props {
  stations: Station[];
  asOf: Date;
  revision: number;
  validUntil: Date | null;
  topics: Topic[];
  newest: Listed[];
}

/** Search first, what is urgent next; then the gates, the topics, the newest articles. */
export function HomePage({ stations, asOf, revision, validUntil, topics, newest }: Props) {
  const { t } = useTranslation("visitor");
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
        <section className="at-gates" aria-labelledby="gates">
          <h2 id="gates">{t("board.title")}</h2>
          <AsOf asOf={asOf} revision={revision} validUntil={validUntil} />
          <GateBoard stations={stations} />
          <p>
            <a href={boardPath(lang)}>{t("home.allGates")}</a>
          </p>
        </section>
        <section aria-labelledby="topics">
          <h2 id="topics">{t("home.topics")}</h2>
          <TopicTiles topics={topics} />
        </section>
        <More />
        <section className="at-newest" aria-labelledby="newest">
          <h2 id="newest">{t("home.newest")}</h2>
          <PageLinks pages={newest} pathOf={articlePath} />
        </section>
      </div>
    </>
  );
}

const STEPS = [
  { key: "phrases", icon: "speech", path: phrasesPath },
  { key: "questions", icon: "complaint", path: questionsPath },
  { key: "notices", icon: "notice", path: noticesPath },
] as const;

/** What else the portal does for a traveller: each by its name and what one gets there. */
function More() {
  const { t } = useTranslation("pages");
  const lang = useLang();
  return (
    <section className="at-doors" aria-labelledby="doors">
      <h2 id="doors">{t("home.more")}</h2>
      <ul className="doors">
        {STEPS.map(({ key, icon, path }) => (
          <li key={key}>
            <Pictogram name={icon} />
            <p>
              <a href={path(lang)}>{t(`${key}.title`)}</a>
              <small>{t(`home.${key}`)}</small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
