import { AppError } from "../core/errors.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { readyEdition } from "../core/workflow/edition-to-be.ts";
import { placeOf } from "../core/workflow/place.ts";
import { mayWaitUntil } from "../core/workflow/schedule.ts";
import { allow, allowAt } from "./allow.ts";
import { loadEditionToBe } from "./issue-edition.ts";
import type { Actor, Ports } from "./ports.ts";

export interface ScheduleArticle {
  articleId: string;
  at: Date;
  /** Hash of the edition that was on screen: just this goes out, or nothing. */
  contentHash: string;
}

/**
 * Sets the instant at which an article that is ready goes out, in place of a former one.
 * @throws AppError not_allowed, not_found, not_ready (as publishing, now), clash (something changed since it was on screen),
 * already_exists (readers see just this), invalid (`faults`: "at": not later than now, or more than a year ahead)
 */
export async function scheduleArticle(ports: Ports, actor: Actor, { articleId, at, contentHash }: ScheduleArticle): Promise<void> {
  allow(actor, "pair.publish");
  const now = ports.now();
  if (!mayWaitUntil(at, now)) throw new AppError("invalid", { faults: ["at"] });
  await ports.write(async (tx) => {
    const { article, before, toBe } = await loadEditionToBe(tx, articleId);
    allowAt(actor, "pair.publish", placeOf(article.about));
    if (article.withdrawnAt) throw new AppError("not_ready", { missing: ["withdrawn"] });
    if (readyEdition(toBe).contentHash !== contentHash) throw new AppError("clash");
    if (before?.contentHash === contentHash) throw new AppError("already_exists");
    const former = await tx.schedules.of(articleId);
    await tx.schedules.put({ articleId, contentHash, publishAt: at, by: actor.id, createdAt: now, failure: null });
    await tx.audit.note({
      act: "article.schedule",
      object: ofArticle(articleId),
      by: actor.id,
      at: now,
      before: former && { publishAt: former.publishAt, contentHash: former.contentHash },
      after: { publishAt: at, contentHash },
    });
  });
}
