import { useTranslation } from "react-i18next";
import type { ArticleAbout } from "../../../core/articles/article.ts";
import { type ByLang, type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import { ArticlePages } from "../article-pages.tsx";
import { type ParticularsChoices, ParticularsFields, type ParticularsProblem, type TypedParticulars } from "./particulars-form.tsx";

interface ParticularsPageProps {
  article: {
    slug: string;
    titles: ByLang<string>;
    sourceLang: Lang;
    revision: number;
    about: ArticleAbout;
    team: string | null;
    published: boolean;
    translated: boolean;
    choices: ParticularsChoices;
  };
  lang: Lang;
  saved: boolean;
  typed: TypedParticulars | null;
  problem: ParticularsProblem | null;
}

/** What an article is about and who answers for it; approved by a second person like its words. */
export function ParticularsPage({ article, lang, saved, typed, problem }: ParticularsPageProps) {
  const { t } = useTranslation(["writing", "workbench"]);
  const { slug, titles, published, translated } = article;
  const titleLang = ownFirst(lang).find((one) => titles[one]);
  return (
    <>
      <header className="desk-head">
        <p>
          <a href="/workbench">← {t("workbench:desk.back")}</a>
        </p>
        <h1>{t("particulars.title")}</h1>
        <p className="twin-title" lang={titleLang && language(titleLang).tag}>
          {titleLang ? titles[titleLang] : slug}
        </p>
        <ArticlePages slug={slug} page="particulars" />
      </header>
      {saved && !problem && (
        <p className="done-box" role="status">
          {t("particulars.saved")}
        </p>
      )}
      <form className="sheet w-form" method="post" action={`/workbench/articles/${slug}/particulars`}>
        <input type="hidden" name="revision" value={article.revision} />
        <ParticularsFields
          typed={typed ?? typedOf(article)}
          choices={article.choices}
          problem={problem}
          fixed={{ address: published, language: translated }}
          beginning={false}
        />
        <button className="primary" type="submit">
          {t("particulars.save")}
        </button>
      </form>
    </>
  );
}

const typedOf = ({ about, slug, sourceLang, team }: ParticularsPageProps["article"]): TypedParticulars => ({
  title: "",
  kind: about.kind,
  sourceLang,
  topic: about.topic,
  gates: about.gates,
  agency: about.agency,
  team: team ?? "",
  slug,
  verifiedOn: about.verifiedOn ?? "",
  verifyAgainBy: about.verifyAgainBy ?? "",
  level: about.notice?.level ?? "routine",
  from: hanoiClock(about.notice?.from ?? null),
  until: hanoiClock(about.notice?.until ?? null),
});

/** An instant as a field for date and time holds it, in Hanoi. */
const hanoiClock = (instant: string | null): string => (instant === null ? "" : new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16));
