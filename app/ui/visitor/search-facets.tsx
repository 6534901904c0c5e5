import { useTranslation } from "react-i18next";
import type { Lang } from "../../core/language/languages.ts";
import { formatNumber } from "../../i18n/format.ts";
import { Foreign } from "../kit/foreign.tsx";
import { useLang } from "../kit/use-lang.ts";
import { searchHref } from "./paths.ts";

export interface ShownFacet {
  key: string;
  name: string;
  nameLang: Lang;
  count: number | null;
  chosen: boolean;
}

export interface Narrowed {
  topic: string | null;
  gate: string | null;
}

interface Props {
  query: string;
  narrowing: Narrowed;
  topics: readonly ShownFacet[];
  gates: readonly ShownFacet[];
}

/** Ways to narrow the hits, as links with what each leaves; a chosen one leads back. */
export function SearchFacets({ query, narrowing, topics, gates }: Props) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  const ways = [
    { title: t("search.topics"), facets: topics, to: (key: string | null) => ({ ...narrowing, topic: key }) },
    { title: t("search.gates"), facets: gates, to: (key: string | null) => ({ ...narrowing, gate: key }) },
  ].filter(({ facets }) => facets.length > 1 || facets.some(({ chosen }) => chosen));
  if (ways.length === 0) return null;
  return (
    <nav className="narrow-by" aria-label={t("search.narrow")}>
      {ways.map(({ title, facets, to }) => (
        <div key={title}>
          <b>{title}</b>
          <ul>
            {facets.map(({ key, name, nameLang, count, chosen }) => (
              <li key={key}>
                <a href={searchHref(lang, { q: query, ...to(chosen ? null : key) })} aria-current={chosen ? "true" : undefined}>
                  {nameLang === lang ? name : <Foreign lang={nameLang}>{name}</Foreign>}
                  {chosen ? <span aria-hidden="true"> ×</span> : count !== null && <small> {formatNumber(count, lang)}</small>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
