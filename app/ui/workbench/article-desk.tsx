import { useTranslation } from "react-i18next";
import { type ByLang, type Lang, language, ownFirst } from "../../core/language/languages.ts";
import type { Role } from "../../core/people/roles.ts";
import type { Owner } from "../../core/translation/wording.ts";
import type { DeskUnit } from "../../core/workflow/desk.ts";
import type { WorkflowState } from "../../core/workflow/state.ts";
import { formatDateTime, formatDay } from "../../i18n/format.ts";
import type { Tried } from "./desk/answers.ts";
import { Desk } from "./desk/desk.tsx";

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
}

interface ArticleDeskProps {
  article: ArticleAtWork;
  roles: Role[];
  lang: Lang;
  justPublished: boolean;
  tried: Tried | null;
}

/** An article at work: every segment of the pair, and what becomes of it. */
export function ArticleDesk({ article, roles, lang, justPublished, tried }: ArticleDeskProps) {
  const { t } = useTranslation("workbench");
  const { owner, units, verify, edition } = article;
  return (
    <>
      <ArticleHead article={article} lang={lang} />
      {justPublished && (
        <p className="done-box" role="status">
          {t("publish.done")}
        </p>
      )}
      <Desk
        owner={owner}
        units={units}
        all={units}
        roles={roles}
        verify={verify}
        whole
        first={edition === null}
        tried={tried}
        structure={<StructureSummary article={article} lang={lang} />}
      />
    </>
  );
}

function ArticleHead({ article, lang }: { article: ArticleAtWork; lang: Lang }) {
  const { t } = useTranslation("workbench");
  const [own, ...twins] = ownFirst(lang).filter((one) => article.titles[one]);
  return (
    <header className="desk-head">
      <p>
        <a href="/workbench">← {t("desk.back")}</a>
      </p>
      <h1 lang={own && language(own).tag}>{own ? article.titles[own] : article.slug}</h1>
      {twins.map((twin) => (
        <p key={twin} className="twin-title" lang={language(twin).tag}>
          {article.titles[twin]}
        </p>
      ))}
      <p className="hint">
        <b>{t(`articleStates.${article.state}`)}</b>
        {" · "}
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
    </header>
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
