import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language } from "../../../core/language/languages.ts";
import type { Marked } from "../../../core/search/document.ts";
import type { Unit } from "../../../core/workflow/units.ts";
import { Marks } from "../../kit/marks.tsx";
import { Words } from "../../kit/words.tsx";
import { deskAddress, PairLink } from "../home/pair-link.tsx";
import { WorkSearchField } from "./work-search-field.tsx";

interface FoundPair {
  kind: "article" | "strings";
  /** Slug or namespace. */
  name: string;
  titles: ByLang<string>;
  units: { unit: string; kind: Unit["kind"]; lang: Lang; words: Marked[] }[];
}

interface WorkSearchPageProps {
  lang: Lang;
  /** As it was typed; "" while nothing was. */
  query: string;
  articles: FoundPair[];
  strings: FoundPair[];
  facts: { key: string; label: ByLang<string> }[];
  more: boolean;
}

/** Where words at work say what is sought; each hit leads to the very segment at its desk. */
export function WorkSearchPage({ lang, query, articles, strings, facts, more }: WorkSearchPageProps) {
  const { t } = useTranslation("workbench");
  const none = articles.length + strings.length + facts.length === 0;
  return (
    <>
      <header className="desk-head">
        <h1>{t("search.title")}</h1>
        <p>{t("search.lead")}</p>
      </header>
      <WorkSearchField query={query} named={false} />
      {query !== "" && none && <p role="status">{t("search.none", { query })}</p>}
      {facts.length > 0 && (
        <section className="sheet" aria-labelledby="found-facts">
          <h2 id="found-facts">{t("search.facts")}</h2>
          <ul className="found">
            {facts.map(({ key, label }) => (
              <li key={key}>
                <a href={`/workbench/facts/${key}`}>
                  <Words text={label[lang]} lang={lang} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FoundPairs id="found-articles" title={t("search.articles")} pairs={articles} lang={lang} />
      <FoundPairs id="found-strings" title={t("search.strings")} pairs={strings} lang={lang} />
      {more && <p role="status">{t("search.more")}</p>}
    </>
  );
}

function FoundPairs({ id, title, pairs, lang }: { id: string; title: string; pairs: FoundPair[]; lang: Lang }) {
  const { t } = useTranslation("workbench");
  if (pairs.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {pairs.map((pair) => (
        <section key={pair.name} className="found-pair">
          <h3>
            <PairLink pair={pair} lang={lang} />
          </h3>
          <ul className="found">
            {pair.units.map(({ unit, kind, lang: of, words }) => (
              <li key={`${of} ${unit}`}>
                <a href={deskAddress(pair, unit)}>{kind === "string" ? <code>{unit}</code> : t(`kinds.${kind}`)}</a>{" "}
                <span className="hint" lang={language(of).tag}>
                  {language(of).name}
                </span>
                <p lang={language(of).tag}>
                  <Marks marked={words} lang={of} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
