import type { EditionNote } from "../core/articles/edition.ts";
import { AppError } from "../core/errors.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { readyEdition } from "../core/workflow/edition-to-be.ts";
import type { Unit } from "../core/workflow/units.ts";
import { allow } from "./allow.ts";
import { type ArticleToGoOut, allowToPublish, announceArticle, issueEdition, loadEditionToBe } from "./issue-edition.ts";
import type { Actor, Ports, Tx } from "./ports.ts";

export interface PublishArticle {
  articleId: string;
  /** Hash of the edition that was on the publisher's screen; left out: whatever is ready. */
  contentHash?: string | undefined;
}

export interface PublishedArticle {
  editionNumber: number;
  /** The content revision from which readers see it; null when they see just this already. */
  revision: number | null;
}

/**
 * Publishes an article's pair: every language in one edition, in one transaction with its announcement. What was scheduled for it
 * is thereby done or overtaken.
 * @throws AppError not_allowed, not_found, not_ready (`missing`: the units still to be translated or approved, facts, sign-offs),
 * clash (something changed since it was on screen)
 */
export async function publishArticle(ports: Ports, actor: Actor, { articleId, contentHash }: PublishArticle): Promise<PublishedArticle> {
  allow(actor, "pair.publish");
  return ports.write(async (tx) => {
    const atWork = await loadEditionToBe(tx, articleId);
    allowToPublish(actor, atWork.article, atWork.before);
    if (contentHash !== undefined && atWork.toBe.contentHash !== contentHash) throw new AppError("clash");
    return publish(ports, tx, atWork, actor.id);
  });
}

/** The publication itself, for whoever has asked whether `by` may. */
export async function publish(ports: Ports, tx: Tx, { article, units, before, toBe }: ArticleToGoOut, by: string): Promise<PublishedArticle> {
  if (article.withdrawnAt) throw new AppError("not_ready", { missing: ["withdrawn"] });
  const { body, contentHash } = readyEdition(toBe);
  if (before?.contentHash === contentHash) {
    await tx.schedules.remove(article.id);
    return { editionNumber: before.number, revision: null };
  }
  const edition = await issueEdition(ports, tx, { article, body, contentHash, by, note: overrideNote(units) });
  await tx.audit.note({
    act: "article.publish",
    object: ofArticle(article.id),
    by,
    at: edition.publishedAt,
    before: before && { edition: before.number, contentHash: before.contentHash },
    after: { edition: edition.number, contentHash },
  });
  return { editionNumber: edition.number, revision: await announceArticle(tx, article, edition) };
}

/** That some of what is new was approved in spite of the rule of the second person, and why. */
function overrideNote(units: readonly Unit[]): EditionNote | null {
  const reasons = new Set(units.flatMap(({ published, approved, approval }) => (!published && approved && approval?.reason ? [approval.reason] : [])));
  return reasons.size ? { kind: "override", reason: [...reasons].join(" · ") } : null;
}
