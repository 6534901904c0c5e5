import type { Article } from "../../../core/articles/article.ts";
import type { Edition } from "../../../core/articles/edition.ts";
import { AppError } from "../../../core/errors.ts";
import { type ByLang, byLang, DEFAULT_LANG, type Lang } from "../../../core/language/languages.ts";
import { type EditionToBe, editionToBe } from "../../../core/workflow/edition-to-be.ts";
import type { ArticleHeadView, EditionLine, Names } from "../../../core/workflow/publishing-views.ts";
import type { SignOff } from "../../../core/workflow/sign-off.ts";
import { articleState } from "../../../core/workflow/state.ts";
import type { Unit } from "../../../core/workflow/units.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { gateOf } from "../../db/tx/places.server.ts";
import { readAgencies } from "../visitor/agencies.server.ts";
import { readTopics } from "../visitor/topics.server.ts";
import { loadArticleAtWork, titlesOf } from "./article-desk.server.ts";
import { readOutside, readSignOffs } from "./article-outside.server.ts";
import { readNames } from "./desk-around.server.ts";

export interface LoadedArticle {
  article: Article;
  units: Unit[];
  edition: Edition | null;
  withdrawal: ByLang<string> | null;
  toBe: EditionToBe;
  /** Keys of the agencies whose consent its topic asks for, and what was given. */
  asked: string[];
  signOffs: SignOff[];
}

/**
 * An article at work with the edition that it would make.
 * @throws AppError `not_found`
 */
export async function loadForPublishing(tx: ReadTx, slug: string): Promise<LoadedArticle> {
  const row = await tx.article.findUnique({ where: { slug } });
  if (!row) throw new AppError("not_found");
  const article = articleOf(row);
  const { units, edition } = await loadArticleAtWork(tx, article);
  const { asked, signOffs } = await readSignOffs(tx, article);
  const facts = Object.fromEntries((await tx.fact.findMany()).map(factOf).map((fact) => [fact.key, fact]));
  const toBe = editionToBe({ article, units, facts, asked, signOffs });
  return { article, units, edition, withdrawal: row.withdrawal as ByLang<string> | null, toBe, asked, signOffs };
}

export async function readArticleHead(tx: ReadTx, { article, units, edition, withdrawal }: LoadedArticle): Promise<ArticleHeadView> {
  const [line] = edition ? await editionLines(tx, [edition]) : [];
  return {
    articleId: article.id,
    slug: article.slug,
    kind: article.about.kind,
    titles: titlesOf(units),
    state: articleState(units, article.withdrawnAt !== null, await readOutside(tx, article, units)),
    edition: line ?? null,
    withdrawn: article.withdrawnAt && { at: article.withdrawnAt, reason: withdrawal ?? byLang(() => "") },
  };
}

export async function editionLines(tx: ReadTx, editions: readonly Pick<Edition, "number" | "publishedAt" | "publishedBy" | "note">[]): Promise<EditionLine[]> {
  const names = await readNames(tx, [...new Set(editions.flatMap(({ publishedBy }) => publishedBy ?? []))]);
  return editions.map(({ number, publishedAt, publishedBy, note }) => ({ number, publishedAt, by: names.get(publishedBy ?? "") ?? null, note }));
}

/** Names of everything that particulars refer to, in one language. */
export async function readPlaceNames(tx: ReadTx, lang: Lang, now: Date): Promise<Names> {
  const { agencies } = await readAgencies(tx, lang, now);
  const gates = (await tx.gate.findMany({ orderBy: { position: "asc" } })).map(gateOf);
  return {
    topics: Object.fromEntries((await readTopics(tx, lang)).map(({ key, name }) => [key, name])),
    gates: Object.fromEntries(gates.map(({ key, name }) => [key, name[lang] ?? name[DEFAULT_LANG] ?? key])),
    agencies: Object.fromEntries(Object.entries(agencies).map(([key, { name }]) => [key, name])),
  };
}
