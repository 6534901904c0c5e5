import { useTranslation } from "react-i18next";
import type { Marked, SearchHit } from "../../core/search/document.ts";
import { formatNumber } from "../../i18n/format.ts";
import { inRow } from "../kit/in-row.ts";
import { useLang } from "../kit/use-lang.ts";
import { articlePath, gatePath, withAnchor } from "./paths.ts";
import { SearchBox } from "./search-box.tsx";
import { type Topic, TopicTiles } from "./topic-tiles.tsx";

interface Props {
  /** As it was asked, cleaned; "" while nothing was. */
  query: string;
  hits: SearchHit[];
  /** Whether there may be more hits than are shown. */
  cut: boolean;
  topics: Topic[];
}

/** Search and its answers; each leads to the page and to the very paragraph. */
export function SearchPage({ query, hits, cut, topics }: Props) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  return (
    <div className="wrap narrow">
      <h1>{t("search.title")}</h1>
      <SearchBox query={query} />
      {hits.length > 0 ? (
        <>
          <p className="as-of">{t(cut ? "search.foundMany" : "search.found", { number: formatNumber(hits.length, lang) })}</p>
          <ol className="list hits">
            {hits.map((hit) => (
              <Hit key={hit.id} {...hit} />
            ))}
          </ol>
        </>
      ) : (
        <Elsewhere query={query} topics={topics} />
      )}
    </div>
  );
}

function Hit({ kind, slug, title, passage }: SearchHit) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  const path = kind === "gate" ? gatePath(lang, slug) : articlePath(lang, slug);
  return (
    <li>
      <a href={path}>
        <Marks marked={title} />
      </a>{" "}
      <small>{t(`search.${kind}`)}</small>
      {passage && (
        <p>
          <a href={withAnchor(path, passage.segment)}>
            <Marks marked={passage.marked} />
          </a>
        </p>
      )}
    </li>
  );
}

const Marks = ({ marked }: { marked: readonly Marked[] }) => inRow(marked.map(stretch));
const stretch = ({ text, hit }: Marked) => (hit ? <mark>{text}</mark> : text);

/** Nothing asked, or nothing found: what to try, and the topics. */
function Elsewhere({ query, topics }: { query: string; topics: readonly Topic[] }) {
  const { t } = useTranslation("visitor");
  return (
    <>
      {query === "" ? (
        <p>{t("search.prompt")}</p>
      ) : (
        <>
          <h2>{t("search.none", { query })}</h2>
          <p>{t("search.tips.title")}</p>
          <ul className="tips">
            <li>{t("search.tips.shorter")}</li>
            <li>{t("search.tips.other")}</li>
            <li>{t("search.tips.topics")}</li>
          </ul>
        </>
      )}
      <h2>{t("home.topics")}</h2>
      <TopicTiles topics={topics} />
    </>
  );
}
