import type { SegmentTexts } from "../../../core/articles/article.ts";
import type { EditionBody } from "../../../core/articles/edition.ts";
import { plainText } from "../../../core/articles/inline.ts";
import type { ArticleKind } from "../../../core/articles/kinds.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { type ByLang, byLang } from "../../../core/language/languages.ts";
import { formatFact } from "../../../i18n/format.ts";
import type { ReadTx } from "../../db/client.server.ts";

/** A current edition, whole. */
export interface CurrentEdition {
  articleId: string;
  kind: ArticleKind;
  slug: string;
  number: number;
  contentHash: string;
  publishedAt: Date;
  body: EditionBody;
}

const COLUMNS = { articleId: true, kind: true, slug: true, number: true, contentHash: true, publishedAt: true, body: true } as const;

type Row = Omit<CurrentEdition, "kind" | "body"> & { kind: string; body: unknown };

const editionOf = (row: Row): CurrentEdition => ({ ...row, kind: row.kind as ArticleKind, body: row.body as EditionBody });

/** The current edition of an article of one of these kinds; null: there is none. */
export async function currentEdition(tx: ReadTx, kinds: readonly ArticleKind[], slug: string): Promise<CurrentEdition | null> {
  const row = await tx.edition.findFirst({ where: { slug, kind: { in: [...kinds] }, currentOf: { not: null } }, select: COLUMNS });
  return row && editionOf(row);
}

/** Current editions of a kind, the newest articles first. `after`: the articleId at which the page before ended. */
export async function currentEditions(tx: ReadTx, kind: ArticleKind, limit: number, after: string | null): Promise<CurrentEdition[]> {
  const currentOf = after === null ? { not: null } : { lt: after };
  const rows = await tx.edition.findMany({ where: { kind, currentOf }, orderBy: { currentOf: "desc" }, take: limit, select: COLUMNS });
  return rows.map(editionOf);
}

/** The current editions among these, in no order. */
export async function currentAmong(tx: ReadTx, slugs: readonly string[]): Promise<CurrentEdition[]> {
  if (slugs.length === 0) return [];
  const rows = await tx.edition.findMany({ where: { slug: { in: [...slugs] }, currentOf: { not: null } }, select: COLUMNS });
  return rows.map(editionOf);
}

/** The last published editions of these kinds, the newest first. */
export async function lastPublished(tx: ReadTx, kinds: readonly ArticleKind[], limit: number): Promise<CurrentEdition[]> {
  const rows = await tx.edition.findMany({
    where: { kind: { in: [...kinds] }, currentOf: { not: null } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: COLUMNS,
  });
  return rows.map(editionOf);
}

/** The words of a segment in every language, plain, with facts filled in. */
export function wordsOf({ texts, facts }: { texts: ByLang<SegmentTexts>; facts: Record<string, Fact> }, segment: string): ByLang<string> {
  return byLang((lang) => plainText(texts[lang][segment] ?? "", (key) => (facts[key] ? formatFact(facts[key].value, lang) : "")));
}
