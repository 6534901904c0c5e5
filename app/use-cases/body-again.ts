import type { Article } from "../core/articles/article.ts";
import { type Edition, type EditionBody, editionHash, makeEditionBody } from "../core/articles/edition.ts";
import type { Tx } from "./ports.ts";

/**
 * What an earlier edition would be if it were made today: its words in every language and its structure, with the facts' values of now.
 * A fact lives once: a fee of last year would be wrong also on a page of last year.
 */
export async function bodyAgain(
  tx: Tx,
  article: Article,
  { body: { tree, about, texts, facts } }: Edition,
): Promise<{ body: EditionBody; contentHash: string }> {
  const body = makeEditionBody({ ...article, tree, about }, texts, { ...facts, ...(await tx.facts.all()) });
  return { body, contentHash: editionHash(body) };
}
