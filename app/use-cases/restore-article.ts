import { AppError } from "../core/errors.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { allow } from "./allow.ts";
import { bodyAgain } from "./body-again.ts";
import { allowToPublish, announceArticle, issueEdition } from "./issue-edition.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Publishes again what had been withdrawn: the last edition's words and structure in every language, as a new edition.
 * @returns the content revision from which readers see it again
 * @throws AppError not_allowed, not_found (no such article, or nothing of it was withdrawn)
 */
export async function restoreArticle(ports: Ports, actor: Actor, { articleId }: { articleId: string }): Promise<{ editionNumber: number; revision: number }> {
  allow(actor, "pair.publish");
  return ports.write(async (tx) => {
    const article = await tx.articles.byId(articleId);
    const last = await tx.editions.numbered(articleId, await tx.editions.lastNumber(articleId));
    if (!article?.withdrawnAt || !last) throw new AppError("not_found");
    allowToPublish(actor, article, last);
    await tx.articles.restore(articleId);
    const edition = await issueEdition(ports, tx, {
      article,
      ...(await bodyAgain(tx, article, last)),
      by: actor.id,
      note: { kind: "restore", of: last.number },
    });
    await tx.audit.note({
      act: "article.restore",
      object: ofArticle(articleId),
      by: actor.id,
      at: edition.publishedAt,
      before: { withdrawnAt: article.withdrawnAt },
      after: { edition: edition.number, of: last.number },
    });
    return { editionNumber: edition.number, revision: await announceArticle(tx, article, edition) };
  });
}
