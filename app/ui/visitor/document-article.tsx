import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SegmentTexts } from "../../core/articles/article.ts";
import type { ArticleTree } from "../../core/articles/tree.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { type Lang, language, others } from "../../core/language/languages.ts";
import type { ShownAgency } from "../kit/agency.ts";
import { ArticleBody, anchorOf, TwinLinks } from "../kit/article-body.tsx";
import { Inline } from "../kit/inline.tsx";
import { useLang } from "../kit/use-lang.ts";
import { Words } from "../kit/words.tsx";
import { Meta } from "./article-page.tsx";

/** A published pair as the page of its kind shows it, in one language. */
export interface Document {
  slug: string;
  otherTitles: { lang: Lang; title: string }[];
  tree: ArticleTree;
  texts: SegmentTexts;
  facts: Record<string, Fact>;
  agencies: Record<string, ShownAgency>;
  agency: string | null;
  verifiedOn: string | null;
  verifyAgainBy: string | null;
  overdue: boolean;
  today: string;
}

interface Props {
  document: Document;
  /** Address of its page in a language. */
  pathIn: (lang: Lang) => string;
  /** What stands before the title. */
  above?: ReactNode;
  /** What stands between the title and the summary. */
  below?: ReactNode;
}

/** Title, standing, summary and body of anything that is published as a pair. */
export function DocumentArticle({ document, pathIn, above, below }: Props) {
  const { tree, texts, facts, agencies, today } = document;
  const lang = useLang();
  const twins = others(lang).map((code) => ({ lang: code, href: pathIn(code) }));
  const words = (segment: string) => <Inline text={texts[segment] ?? ""} lang={lang} facts={facts} />;
  return (
    <article>
      {above}
      <h1 id={anchorOf("title")}>{words("title")}</h1>
      <Meta {...document} />
      {below}
      <p className="lead" id={anchorOf("summary")}>
        {words("summary")}
        <TwinLinks segment="summary" twins={twins} />
      </p>
      <ArticleBody lang={lang} tree={tree} texts={texts} facts={facts} agencies={agencies} today={today} twins={twins} />
    </article>
  );
}

/** The way to the same page in the other languages, by its title there. */
export function SameIn({ document, pathIn }: Pick<Props, "document" | "pathIn">) {
  const { t } = useTranslation("pages");
  return (
    <section className="other" aria-labelledby="other">
      <h2 id="other">{t("sameIn")}</h2>
      {document.otherTitles.map(({ lang: code, title }) => (
        <a key={code} href={pathIn(code)} lang={language(code).tag} hrefLang={language(code).tag}>
          <Words text={title} lang={code} />
        </a>
      ))}
    </section>
  );
}
