import { useTranslation } from "react-i18next";
import type { FactView, TouchedPage } from "../../../core/facts/fact-views.ts";
import { type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import { deskAddress, Sides } from "../publishing/change-list.tsx";

interface TouchedPagesProps {
  touched: FactView["touched"];
  gates: string[];
  lang: Lang;
}

/** Every page that shows a fact, with its words as readers would find them. */
export function TouchedPages({ touched: { total, pages }, gates, lang }: TouchedPagesProps) {
  const { t } = useTranslation("records");
  return (
    <>
      <h3>{total === 0 ? t("facts.pages.none") : t("facts.pages.title", { count: total })}</h3>
      {gates.length > 0 && <p>{t("facts.pages.gates", { gates: gates.join(" · ") })}</p>}
      {pages.length > 0 && (
        <ul className="changes">
          {pages.map((page) => (
            <li key={page.slug}>
              <Touched page={page} lang={lang} />
            </li>
          ))}
        </ul>
      )}
      {total > pages.length && <p>{t("facts.pages.more", { count: total - pages.length })}</p>}
    </>
  );
}

function Touched({ page: { slug, titles, box, segments }, lang }: { page: TouchedPage; lang: Lang }) {
  const { t } = useTranslation("records");
  const [own, ...others] = ownFirst(lang);
  return (
    <>
      <a href={`/workbench/articles/${slug}`} lang={language(own as Lang).tag}>
        {titles[own as Lang]}
      </a>
      {others.map((code) => (
        <span key={code} className="hint fact-twin" lang={language(code).tag}>
          {titles[code]}
        </span>
      ))}
      {box && <p className="hint">{t("facts.pages.box")}</p>}
      {segments.map(({ id, words }) => (
        <div key={id} className="fact-segment">
          <Sides texts={words} plain={plainOf(words)} lang={lang} />
          <a href={deskAddress(slug, id)}>{t("facts.pages.toSegment")}</a>
        </div>
      ))}
    </>
  );
}

const plainOf = (words: TouchedPage["segments"][number]["words"]) =>
  Object.fromEntries(Object.entries(words).map(([lang, stretches]) => [lang, stretches.map(({ text }) => text).join("")])) as Record<Lang, string>;
