import type { ByLang, Lang } from "../../../core/language/languages.ts";
import type { Member } from "../../../core/people/roles.ts";
import { STRINGS_SOURCE } from "../../../core/strings/catalogue.ts";
import { ofArticle, ofStrings, type Wording } from "../../../core/translation/wording.ts";
import type { Approval } from "../../../core/workflow/approval.ts";
import { moreUrgent, type Progress, progressOf } from "../../../core/workflow/desk.ts";
import { articleState, type WorkflowState } from "../../../core/workflow/state.ts";
import { articleUnits, stringUnits } from "../../../core/workflow/units.ts";
import { NAMESPACES, type Namespace } from "../../../i18n/options.ts";
import { BASE_STRINGS } from "../../../i18n/runtime.server.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { approvalOf } from "../../db/tx/approvals.server.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
import { editionOf } from "../../db/tx/editions.server.ts";
import { overrideOf } from "../../db/tx/strings.server.ts";
import { wordingOf } from "../../db/tx/wordings.server.ts";
import type { Reading } from "../reading.server.ts";
import { titlesOf } from "./article-desk.server.ts";

export interface ArticleProgress {
  slug: string;
  titles: ByLang<string>;
  sourceLang: Lang;
  state: WorkflowState;
  progress: ByLang<Progress>;
}

export interface StringsProgress {
  namespace: Namespace;
  sourceLang: Lang;
  state: WorkflowState;
  progress: ByLang<Progress>;
}

export interface WorkbenchHomeView {
  articles: ArticleProgress[];
  strings: StringsProgress[];
}

/** Every pair by every language, what waits longest for somebody first. Titles in the member's language order the rest. */
export async function readHome({ db }: Reading, member: Member): Promise<WorkbenchHomeView> {
  return db.snapshot(async (tx) => {
    const words = await readAllWords(tx);
    return { articles: await readArticles(tx, words, member.lang), strings: await readStrings(tx, words) };
  });
}

type Words = (owner: string) => { wordings: Wording[]; approvals: Map<string, Approval> };

async function readAllWords(tx: ReadTx): Promise<Words> {
  const wordings = Map.groupBy((await tx.wording.findMany()).map(wordingOf), ({ owner }) => owner as string);
  const approvals = Map.groupBy(await tx.approval.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] }), ({ owner }) => owner);
  return (owner) => ({
    wordings: wordings.get(owner) ?? [],
    approvals: new Map((approvals.get(owner) ?? []).map((row) => [row.unit, approvalOf(row)])),
  });
}

async function readArticles(tx: ReadTx, words: Words, lang: Lang): Promise<ArticleProgress[]> {
  const articles = (await tx.article.findMany()).map(articleOf);
  const editions = new Map((await tx.edition.findMany({ where: { currentOf: { not: null } } })).map((row) => [row.articleId, editionOf(row)]));
  const rows = articles.map((article): ArticleProgress => {
    const { wordings, approvals } = words(ofArticle(article.id));
    const units = articleUnits(article, wordings, approvals, editions.get(article.id) ?? null);
    const { slug, sourceLang } = article;
    return { slug, titles: titlesOf(units), sourceLang, state: articleState(units, article.withdrawnAt !== null), progress: progressOf(units) };
  });
  const order = new Intl.Collator(lang);
  return rows.sort((a, b) => moreUrgent(a.progress, b.progress) || order.compare(a.titles[lang], b.titles[lang]));
}

async function readStrings(tx: ReadTx, words: Words): Promise<StringsProgress[]> {
  const overrides = (await tx.publishedString.findMany()).map(overrideOf);
  const rows = NAMESPACES.map((namespace): StringsProgress => {
    const owner = ofStrings(namespace);
    const { wordings, approvals } = words(owner);
    const own = overrides.filter((override) => override.namespace === namespace);
    const units = stringUnits(owner, BASE_STRINGS[namespace] ?? {}, own, wordings, approvals);
    return { namespace, sourceLang: STRINGS_SOURCE, state: articleState(units, false), progress: progressOf(units) };
  });
  return rows.sort((a, b) => moreUrgent(a.progress, b.progress));
}
