import type { ArticleAbout } from "../../../core/articles/article.ts";
import { plainText } from "../../../core/articles/inline.ts";
import type { ArticleKind } from "../../../core/articles/kinds.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { formatFact } from "../../../i18n/format.ts";
import type { ReadTx } from "../../db/client.server.ts";

/** An article as lists show it, in one language: plain words, facts filled in. */
export interface ListedArticle {
  /** For the next page of a list. */
  articleId: string;
  slug: string;
  title: string;
  summary: string;
}

/** `facts` and `gates` are JSON, read as text: the one form in which both databases hand it over. */
interface Row extends ListedArticle {
  facts: string;
}

/**
 * Lists read what they show out of the edition inside the database: whole editions are large. `->` and `->>` mean the same
 * in both databases. The order is that of the article's ids, which sort by time of making, so that an index serves it.
 * This stands behind every id, in any collation.
 */
const BEHIND_ALL = "zzzz";

/** Current editions, the newest articles first. */
export async function listNewest(tx: ReadTx, lang: Lang, limit: number): Promise<ListedArticle[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "articleId", "slug", "body"->'texts'->CAST(${lang} AS TEXT)->>'title' AS "title", "body"->'texts'->CAST(${lang} AS TEXT)->>'summary' AS "summary",
      "body"->>'facts' AS "facts"
    FROM "Edition" WHERE "kind" = 'article' AND "currentOf" < ${BEHIND_ALL} ORDER BY "currentOf" DESC LIMIT ${limit}`;
  return rows.map((row) => listed(row, lang));
}

/** Current editions of a topic, the newest articles first. `after`: the articleId at which the page before ended. */
export async function listOfTopic(tx: ReadTx, lang: Lang, topic: string, limit: number, after: string = BEHIND_ALL): Promise<ListedArticle[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "articleId", "slug", "body"->'texts'->CAST(${lang} AS TEXT)->>'title' AS "title", "body"->'texts'->CAST(${lang} AS TEXT)->>'summary' AS "summary",
      "body"->>'facts' AS "facts"
    FROM "Edition" WHERE "kind" = 'article' AND "topicKey" = ${topic} AND "currentOf" < ${after} ORDER BY "currentOf" DESC LIMIT ${limit}`;
  return rows.map((row) => listed(row, lang));
}

export interface ListedOfKind extends ListedArticle {
  about: ArticleAbout;
}

/** Current editions of another kind than articles, the newest first. */
export async function listOfKind(tx: ReadTx, lang: Lang, kind: Exclude<ArticleKind, "article">, limit: number): Promise<ListedOfKind[]> {
  const rows = await tx.$queryRaw<(Row & { about: string })[]>`
    SELECT "articleId", "slug", "body"->'texts'->CAST(${lang} AS TEXT)->>'title' AS "title", "body"->'texts'->CAST(${lang} AS TEXT)->>'summary' AS "summary",
      "body"->>'facts' AS "facts", "body"->>'about' AS "about"
    FROM "Edition" WHERE "kind" = ${kind} AND "currentOf" < ${BEHIND_ALL} ORDER BY "currentOf" DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...listed(row, lang), about: JSON.parse(row.about) as ArticleAbout }));
}

/** How far back a gate's articles are looked for: the gates of an article are not indexed. */
const LOOKED_AT = 200;

/** Current editions that concern a gate: those that name it, then those that concern every gate; newest first in each. */
export async function listOfGate(tx: ReadTx, lang: Lang, gate: string, limit: number): Promise<ListedArticle[]> {
  const rows = await tx.$queryRaw<(Row & { gates: string })[]>`
    SELECT "articleId", "slug", "body"->'texts'->CAST(${lang} AS TEXT)->>'title' AS "title", "body"->'texts'->CAST(${lang} AS TEXT)->>'summary' AS "summary",
      "body"->>'facts' AS "facts", "body"->'about'->>'gates' AS "gates"
    FROM "Edition" WHERE "kind" = 'article' AND "currentOf" < ${BEHIND_ALL} ORDER BY "currentOf" DESC LIMIT ${LOOKED_AT}`;
  const concerning = rows.map((row) => ({ row, gates: JSON.parse(row.gates) as string[] }));
  const named = concerning.filter(({ gates }) => gates.includes(gate));
  const general = concerning.filter(({ gates }) => gates.length === 0);
  return [...named, ...general].slice(0, limit).map(({ row }) => listed(row, lang));
}

function listed({ articleId, slug, title, summary, facts }: Row, lang: Lang): ListedArticle {
  const known = JSON.parse(facts) as Record<string, Fact>;
  const read = (text: string) => plainText(text, (key) => (known[key] ? formatFact(known[key].value, lang) : ""));
  return { articleId, slug, title: read(title), summary: read(summary) };
}
