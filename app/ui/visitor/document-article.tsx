import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SegmentTexts } from "../../core/articles/article.ts";
import type { ArticleTree } from "../../core/articles/tree.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { type Lang, others } from "../../core/language/languages.ts";
import type { FoundTerms } from "../../core/translation/find-terms.ts";
import { formatDay } from "../../i18n/format.ts";
import type { ShownAgency } from "../kit/agency.ts";
import { ArticleBody, anchorOf, TwinLinks } from "../kit/article-body.tsx";
import { Headline } from "../kit/headline.tsx";
import { Inline } from "../kit/inline.tsx";
import { type ShownTerm, TermList } from "../kit/term-list.tsx";
import { useLang } from "../kit/use-lang.ts";
import { TitleLink } from "./page-list.tsx";

/** A published pair as the page of its kind shows it, in one language. */
export interface Document {
  slug: string;
  title: string;
  otherTitles: { lang: Lang; title: string }[];
  tree: ArticleTree;
  texts: SegmentTexts;
  facts: Record<string, Fact>;
  agencies: Record<string, ShownAgency>;
  agency: string | null;
  verifiedOn: string | null;
  verifyAgainBy: string | null;
  overdue: boolean;
  /** How long it takes to read; absent where that is not worth knowing. */
  minutes?: number;
  today: string;
  /** The terms that it speaks of, and where it first does. */
  terms: ShownTerm[];
  termSpots: FoundTerms["spots"];
}

interface Props {
  document: Document;
  /** Address of its page in a language. */
  pathOf: (lang: Lang, slug: string) => string;
  /** What it stands under: the page above it. */
  above?: { href: string; title: string } | null | undefined;
  /** What stands between the title and the summary. */
  below?: ReactNode;
}

/** Title, standing, summary, contents, body and terms of anything that is published as a pair. */
export function DocumentArticle({ document, pathOf, above, below }: Props) {
  const { slug, title, tree, texts, facts, agencies, today, terms, termSpots } = document;
  const lang = useLang();
  const twins = others(lang).map((code) => ({ lang: code, href: pathOf(code, slug) }));
  return (
    <article>
      {above && (
        <p className="crumb">
          <a href={above.href}>{above.title}</a>
        </p>
      )}
      <h1 id={anchorOf("title")}>
        <Headline text={title} lang={lang} />
      </h1>
      <Meta {...document} />
      {below}
      <p className="lead" id={anchorOf("summary")}>
        <Inline text={texts.summary ?? ""} lang={lang} facts={facts} terms={termSpots.summary} />
        <TwinLinks segment="summary" twins={twins} />
      </p>
      <Contents {...document} />
      <ArticleBody lang={lang} tree={tree} texts={texts} facts={facts} agencies={agencies} today={today} twins={twins} terms={termSpots} />
      <TermList terms={terms} lang={lang} />
    </article>
  );
}

/** Who answers for it, how sure it is, and how long it takes to read. */
function Meta({ agency, verifiedOn, verifyAgainBy, overdue, minutes }: Document) {
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

/** From so many headings on, a list of contents is worth its room. */
const CONTENTS_FROM = 3;

function Contents({ tree, texts, facts }: Document) {
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

/** The way to the same page in the other languages, by its title there. */
export function SameIn({ document: { slug, otherTitles }, pathOf, children }: Pick<Props, "document" | "pathOf"> & { children?: ReactNode }) {
  const { t } = useTranslation("pages");
  return (
    <section className="other" aria-labelledby="other">
      <h2 id="other">{t("sameIn")}</h2>
      {otherTitles.map((other) => (
        <TitleLink key={other.lang} slug={slug} {...other} pathOf={pathOf} />
      ))}
      {children}
    </section>
  );
}
