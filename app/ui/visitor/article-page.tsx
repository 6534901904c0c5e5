import { useTranslation } from "react-i18next";
import type { SegmentTexts } from "../../core/articles/article.ts";
import type { ArticleTree } from "../../core/articles/tree.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { type Lang, language, others } from "../../core/language/languages.ts";
import type { FoundTerms } from "../../core/translation/find-terms.ts";
import { formatDay } from "../../i18n/format.ts";
import type { ShownAgency } from "../kit/agency.ts";
import { ArticleBody, anchorOf, TwinLinks } from "../kit/article-body.tsx";
import { Inline } from "../kit/inline.tsx";
import { Pictogram } from "../kit/pictogram.tsx";
import { type ShownTerm, TermList } from "../kit/term-list.tsx";
import { useLang } from "../kit/use-lang.ts";
import { Words } from "../kit/words.tsx";
import { ArticleLinks, type Listed } from "./article-list.tsx";
import { DifferLink } from "./differ-link.tsx";
import { articlePath, sideBySidePath, topicPath } from "./paths.ts";
import { Share } from "./share.tsx";
import type { Topic } from "./topic-tiles.tsx";

export interface Article {
  slug: string;
  title: string;
  otherTitles: { lang: Lang; title: string }[];
  tree: ArticleTree;
  texts: SegmentTexts;
  facts: Record<string, Fact>;
  agencies: Record<string, ShownAgency>;
  topic: Topic | null;
  agency: string | null;
  verifiedOn: string | null;
  verifyAgainBy: string | null;
  overdue: boolean;
  minutes: number;
  today: string;
  related: Listed[];
  /** The terms that it speaks of, and where it first does. */
  terms: ShownTerm[];
  termSpots: FoundTerms["spots"];
}

/** From so many headings on, a list of contents is worth its room. */
const CONTENTS_FROM = 3;

/** An article: the answer first, how sure it is, then everything; beside it the other language and what else there is. */
export function ArticlePage(article: Article) {
  const { slug, tree, texts, facts, agencies, topic, today, terms, termSpots } = article;
  const lang = useLang();
  const twins = others(lang).map((code) => ({ lang: code, href: articlePath(code, slug) }));
  const words = (segment: string) => <Inline text={texts[segment] ?? ""} lang={lang} facts={facts} terms={termSpots[segment]} />;
  return (
    <div className="wrap reading">
      <article>
        {topic && (
          <p className="crumb">
            <a href={topicPath(lang, topic.key)}>{topic.name}</a>
          </p>
        )}
        <h1 id={anchorOf("title")}>{words("title")}</h1>
        <Meta {...article} />
        <p className="lead" id={anchorOf("summary")}>
          {words("summary")}
          <TwinLinks segment="summary" twins={twins} />
        </p>
        <Contents {...article} />
        <ArticleBody lang={lang} tree={tree} texts={texts} facts={facts} agencies={agencies} today={today} twins={twins} terms={termSpots} />
        <TermList terms={terms} lang={lang} />
      </article>
      <Beside {...article} />
    </div>
  );
}

type Standing = Pick<Article, "agency" | "verifiedOn" | "verifyAgainBy" | "overdue"> & { minutes?: number };

/** Who answers for it, how sure it is, and how long it takes to read where that is worth knowing. */
export function Meta({ agency, verifiedOn, verifyAgainBy, overdue, minutes }: Standing) {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  const lang = useLang();
  return (
    <ul className="meta">
      {agency && <li>{agency}</li>}
      <li className={verifiedOn ? "sure" : "verify"}>
        {verifiedOn ? common("mark.verified", { day: formatDay(verifiedOn, lang) }) : common("mark.notVerified")}
      </li>
      {verifyAgainBy && <li>{common(verifiedOn ? "mark.verifyAgain" : "mark.verifyDue", { day: formatDay(verifyAgainBy, lang) })}</li>}
      {overdue && <li className="verify">{common("mark.overdue")}</li>}
      {minutes !== undefined && <li>{t("article.minutes", { minutes })}</li>}
    </ul>
  );
}

function Contents({ tree, texts, facts }: Article) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  const headings = tree.filter((node) => node.kind === "heading" && node.level === 2);
  if (headings.length < CONTENTS_FROM) return null;
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents">{t("article.contents")}</h2>
      <ul>
        {headings.map(({ id }) => (
          <li key={id}>
            <a href={`#${anchorOf(id)}`}>
              <Inline text={texts[id] ?? ""} lang={lang} facts={facts} links="words" marks={false} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Beside({ slug, otherTitles, related }: Article) {
  const { t } = useTranslation("visitor");
  const lang = useLang();
  return (
    <aside>
      <section className="other" aria-labelledby="other">
        <h2 id="other">{t("article.sameIn")}</h2>
        {otherTitles.map(({ lang: code, title }) => (
          <a key={code} href={articlePath(code, slug)} lang={language(code).tag} hrefLang={language(code).tag}>
            <Words text={title} lang={code} />
          </a>
        ))}
        <a className="pill" href={sideBySidePath(lang, slug)}>
          <Pictogram name="pair" />
          {t("article.sideBySide")}
        </a>
        <DifferLink from={articlePath(lang, slug)} />
        <Share />
      </section>
      {related.length > 0 && (
        <section aria-labelledby="related">
          <h2 id="related">{t("article.related")}</h2>
          <ArticleLinks articles={related} />
        </section>
      )}
    </aside>
  );
}
