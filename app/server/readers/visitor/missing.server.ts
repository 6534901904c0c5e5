import type { ArticleAbout } from "../../../core/articles/article.ts";
import type { ArticleKind } from "../../../core/articles/kinds.ts";
import { AppError } from "../../../core/errors.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { listNewest, listOfTopic } from "./listed.server.ts";

const INSTEAD = 5;

/**
 * Why nothing is to be read at an address: it was withdrawn (with the reason in every language), or there never was anything.
 * @param lang in which to name articles of its topic to be read instead; null: for a program, which reads none
 */
export async function missing(tx: ReadTx, lang: Lang | null, kind: ArticleKind, slug: string): Promise<AppError> {
  const row = await tx.article.findUnique({ where: { slug }, select: { withdrawal: true, about: true } });
  const about = row?.about as ArticleAbout | undefined;
  if (!row?.withdrawal || about?.kind !== kind) return new AppError("not_found");
  return new AppError("withdrawn", { reason: row.withdrawal, instead: lang ? await readInstead(tx, lang, about.topic) : [] });
}

async function readInstead(tx: ReadTx, lang: Lang, topic: string): Promise<{ slug: string; title: string }[]> {
  const ofTopic = await listOfTopic(tx, lang, topic, INSTEAD);
  const articles = ofTopic.length > 0 ? ofTopic : await listNewest(tx, lang, INSTEAD);
  return articles.map(({ slug, title }) => ({ slug, title }));
}
