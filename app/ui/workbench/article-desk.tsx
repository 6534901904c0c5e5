import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language, ownFirst } from "../../core/language/languages.ts";
import { may, type Role } from "../../core/people/roles.ts";
import type { DeskAround } from "../../core/translation/desk-around.ts";
import type { Owner } from "../../core/translation/wording.ts";
import type { DeskUnit } from "../../core/workflow/desk.ts";
import type { WorkflowState } from "../../core/workflow/state.ts";
import { formatDateTime, formatDay } from "../../i18n/format.ts";
import { ArticlePages } from "./article-pages.tsx";
import { Desk, type DeskVisit } from "./desk/desk.tsx";
import type { Sheets } from "./desk/tools.ts";

/** What an article's desk says about the article itself; names are in the member's language. */
export interface ArticleAtWork {
  owner: Owner;
  slug: string;
  titles: ByLang<string>;
  state: WorkflowState;
  topic: string;
  gates: string[];
  agency: string;
  /** YYYY-MM-DD; null: not verified yet, or no day set. */
  verifiedOn: string | null;
  verifyAgainBy: string | null;
  /** How many parts carry words. */
  parts: number;
  edition: { number: number; publishedAt: Date } | null;
  /** The agency that has still to confirm a segment, by segment. */
  verify: Readonly<Record<string, string>>;
  units: DeskUnit[];
  around: DeskAround;
}

interface ArticleDeskProps extends DeskVisit {
  article: ArticleAtWork;
  /** The stylesheets of what readers see. */
  sheets: Sheets;
  lang: Lang;
}

/** An article at work: every segment of the pair, and what becomes of it. */
export function ArticleDesk({ article, sheets, lang, ...visit }: ArticleDeskProps) {
  const { owner, units, around, verify, edition, state } = article;
  return (
    <>
      <ArticleHead article={article} roles={visit.roles} lang={lang} />
      <Desk
        {...visit}
        owner={owner}
        units={units}
        around={around}
        verify={verify}
        whole
        publishAt={`/workbench/articles/${article.slug}/publish`}
        first={edition === null}
        title={<Title article={article} lang={lang} />}
        state={state}
        sheets={sheets}
        structure={<StructureSummary article={article} lang={lang} />}
      />
    </>
  );
}

function Title({ article, lang }: { article: ArticleAtWork; lang: Lang }) {
  const own = ownFirst(lang).find((one) => article.titles[one]);
  return <h1 lang={own && language(own).tag}>{own ? article.titles[own] : article.slug}</h1>;
}

function ArticleHead({ article, roles, lang }: { article: ArticleAtWork; roles: Role[]; lang: Lang }) {
  const { t } = useTranslation("workbench");
  return (
    <div className="desk-head">
      <p>
        <a href="/workbench">← {t("desk.back")}</a>
      </p>
      <p className="hint">
        {article.edition
          ? t("desk.edition", { number: article.edition.number, at: formatDateTime(article.edition.publishedAt, lang) })
          : t("desk.neverPublished")}
        {article.edition && (
          <>
            {" · "}
            <a href={`/${lang}/articles/${article.slug}`}>{t("desk.seePublic")}</a>
          </>
        )}
      </p>
      <ArticlePages slug={article.slug} page="desk">
        {may(roles, "words.approve") && <a href={`/workbench/assign?owner=${encodeURIComponent(article.owner)}`}>{t("home.assign.title")}</a>}
      </ArticlePages>
    </div>
  );
}

/** What approving an article's structure covers. */
function StructureSummary({ article, lang }: { article: ArticleAtWork; lang: Lang }) {
  const { t } = useTranslation("workbench");
  return (
    <dl className="about">
      <dt>{t("about.topic")}</dt>
      <dd>{article.topic}</dd>
      <dt>{t("about.gates")}</dt>
      <dd>{article.gates.length ? article.gates.join(" · ") : t("about.allGates")}</dd>
      <dt>{t("about.agency")}</dt>
      <dd>{article.agency}</dd>
      <dt>{t("about.verifiedOn")}</dt>
      <dd>{article.verifiedOn ? formatDay(article.verifiedOn, lang) : t("about.notVerified")}</dd>
      <dt>{t("about.verifyAgainBy")}</dt>
      <dd>{article.verifyAgainBy ? formatDay(article.verifyAgainBy, lang) : t("about.noDay")}</dd>
      <dt>{t("about.partsName")}</dt>
      <dd>{t("about.parts", { count: article.parts })}</dd>
    </dl>
  );
}
