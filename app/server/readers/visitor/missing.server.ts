import type { ArticleAbout } from "../../../core/articles/article.ts";
import type { ArticleKind } from "../../../core/articles/kinds.ts";
import { AppError } from "../../../core/errors.ts";
import type { ByLang, Lang } from "../../../core/language/languages.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { listNewest, listOfTopic } from "./listed.server.ts";

const INSTEAD = 5;

/**
 * Why nothing is to be read at an address: it was withdrawn (with the reason, and articles of its topic to be read instead),
 * or there never was anything.
 */
export async function missing(tx: ReadTx, lang: Lang, kind: ArticleKind, slug: string): Promise<AppError> {
  const row = await tx.article.findUnique({ where: { slug }, select: { withdrawal: true, about: true } });
  const about = row?.about as ArticleAbout | undefined;
  if (!row?.withdrawal || about?.kind !== kind) return new AppError("not_found");
  const ofTopic = await listOfTopic(tx, lang, about.topic, INSTEAD);
  const articles = ofTopic.length > 0 ? ofTopic : await listNewest(tx, lang, INSTEAD);
  const instead = articles.map(({ slug: other, title }) => ({ slug: other, title }));
  return new AppError("withdrawn", { reason: (row.withdrawal as ByLang<string>)[lang], instead });
}
