import { AppError } from "../core/errors.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { allow } from "./allow.ts";
import { bodyAgain } from "./body-again.ts";
import { reasonFrom } from "./given-reason.ts";
import { allowToPublish, announceArticle, issueEdition } from "./issue-edition.ts";
import type { Actor, Ports } from "./ports.ts";

export interface RollBackArticle {
  articleId: string;
  /** Number of the edition to go back to. */
  to: number;
  reason: string;
  /** Number of the edition that was on screen as the one readers see. */
  seen: number;
}

/**
 * Shows readers an earlier edition again, every language together, as a new edition. The words at work stay as they are: the desk
 * says that readers see an older edition, and the next publication shows again what will change. What was agreed on once needs no
 * new approval, so that a mistake is off the pages in one act.
 * @throws AppError not_allowed, not_found, bad_text, invalid (`faults`: reason), already_exists (readers see just that),
 * not_ready (it is withdrawn: restored first), clash (readers see another edition than the one on screen)
 */
export async function rollBackArticle(ports: Ports, actor: Actor, input: RollBackArticle): Promise<{ editionNumber: number; revision: number }> {
  allow(actor, "pair.publish");
  const reason = reasonFrom(input.reason);
  const { articleId, to, seen } = input;
  return ports.write(async (tx) => {
    const article = await tx.articles.byId(articleId);
    const earlier = await tx.editions.numbered(articleId, to);
    if (!article || !earlier) throw new AppError("not_found");
    const before = await tx.editions.current(articleId);
    allowToPublish(actor, article, earlier, before);
    if (article.withdrawnAt || !before) throw new AppError("not_ready", { missing: ["withdrawn"] });
    if (before.number !== seen) throw new AppError("clash");
    const again = await bodyAgain(tx, article, earlier);
    if (before.contentHash === again.contentHash) throw new AppError("already_exists");
    const edition = await issueEdition(ports, tx, { article, ...again, by: actor.id, note: { kind: "roll-back", of: to, reason } });
    await tx.audit.note({
      act: "article.roll-back",
      object: ofArticle(articleId),
      by: actor.id,
      at: edition.publishedAt,
      before: { edition: before.number },
      after: { edition: edition.number, of: to, reason },
    });
    return { editionNumber: edition.number, revision: await announceArticle(tx, article, edition) };
  });
}
