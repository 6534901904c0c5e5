import { useTranslation } from "react-i18next";
import { addressOf } from "../../core/search/address.ts";
import type { SearchHit } from "../../core/search/document.ts";
import { formatNumber } from "../../i18n/format.ts";
import { EmergencyNumbers } from "../kit/emergency-numbers.tsx";
import { Marks } from "../kit/marks.tsx";
import { useLang } from "../kit/use-lang.ts";
import { Words } from "../kit/words.tsx";
import { askAboutPath, searchHref, withAnchor } from "./paths.ts";
import { SearchBox } from "./search-box.tsx";
import { type Narrowed, SearchFacets, type ShownFacet } from "./search-facets.tsx";
import { type Topic, TopicTiles } from "./topic-tiles.tsx";

interface Props {
  /** As it was asked, cleaned; "" while nothing was. */
  query: string;
  narrowing: Narrowed;
  hits: SearchHit[];
  /** Whether there may be more hits than are shown. */
  cut: boolean;
  facets: { topics: ShownFacet[]; gates: ShownFacet[] };
  /** Another spelling that finds something. */
  meant: string | null;
  /** Whether search cannot answer just now. */
  busy: boolean;
  topics: Topic[];
}

/** Search and its answers; each leads to the page and to the very paragraph. */
export function SearchPage(page: Props) {
  const { query, narrowing, hits, facets, meant, busy, topics } = page;
  const { t } = useTranslation("visitor");
  const lang = useLang();
  return (
    <div className="wrap narrow">
      <h1>{t("search.title")}</h1>
      <SearchBox query={query} />
      {busy && (
        <p role="status" className="lead">
          {t("search.busy")}
        </p>
      )}
      {meant && (
        <p className="meant">
          {t("search.meant")}{" "}
          <a href={searchHref(lang, { ...narrowing, q: meant })}>
            <Words text={meant} lang={lang} />
          </a>
        </p>
      )}
      {!busy && <SearchFacets query={query} narrowing={narrowing} {...facets} />}
      {hits.length > 0 ? <Hits {...page} /> : !busy && query !== "" && <NothingFound {...page} />}
      {query === "" && <p className="meant">{t("search.prompt")}</p>}
      {hits.length === 0 && (
        <>
          <h2>{t("home.topics")}</h2>
          <TopicTiles topics={topics} />
        </>
      )}
    </div>
  );
}

function Hits({ hits, cut }: Props) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  return (
    <>
      <p className="as-of">{t(cut ? "search.foundMany" : "search.found", { number: formatNumber(hits.length, lang) })}</p>
      <ol className="list hits">
        {hits.map((hit) => (
          <Hit key={hit.id} {...hit} />
        ))}
      </ol>
    </>
  );
}

function Hit({ kind, slug, title, passage }: SearchHit) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  const { path, anchors } = addressOf({ kind, slug });
  const href = `/${lang}${path}`;
  return (
    <li>
      <a href={href}>
        <Marks marked={title} lang={lang} />
      </a>{" "}
      <small>{t(`search.kinds.${kind}`)}</small>
      {passage && (
        <p>
          <a href={anchors ? withAnchor(href, passage.segment) : href}>
            <Marks marked={passage.marked} lang={lang} />
          </a>
        </p>
      )}
    </li>
  );
}

/** What to try, whom to ask, and whom to call. */
function NothingFound({ query, narrowing }: Props) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  if (narrowing.topic || narrowing.gate)
    return (
      <>
        <h2>{t("search.noneWithin")}</h2>
        <p>
          <a href={searchHref(lang, { q: query })}>
            <Words text={t("search.whole", { query })} lang={lang} />
          </a>
        </p>
      </>
    );
  return (
    <>
      <h2>
        <Words text={t("search.none", { query })} lang={lang} />
      </h2>
      <p>{t("search.tips.title")}</p>
      <ul className="tips">
        <li>{t("search.tips.shorter")}</li>
        <li>{t("search.tips.other")}</li>
        <li>{t("search.tips.topics")}</li>
      </ul>
      <p>
        <a className="pill" href={askAboutPath(lang, query)}>
          {t("search.ask")}
        </a>
      </p>
      <h2>{t("search.urgent")}</h2>
      <EmergencyNumbers lang={lang} />
    </>
  );
}
