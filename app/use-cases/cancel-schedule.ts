import { AppError } from "../core/errors.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { placeOf } from "../core/workflow/place.ts";
import { allow, allowAt } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Takes a scheduled publication back, or clears away one that failed.
 * @throws AppError not_allowed, not_found (it took place or was cancelled meanwhile)
 */
export async function cancelSchedule(ports: Ports, actor: Actor, { articleId }: { articleId: string }): Promise<void> {
  allow(actor, "pair.publish");
  await ports.write(async (tx) => {
    const article = await tx.articles.byId(articleId);
    const schedule = await tx.schedules.of(articleId);
    if (!article || !schedule) throw new AppError("not_found");
    allowAt(actor, "pair.publish", placeOf(article.about));
    await tx.schedules.remove(articleId);
    const { publishAt, contentHash, failure } = schedule;
    await tx.audit.note({
      act: "article.unschedule",
      object: ofArticle(articleId),
      by: actor.id,
      at: ports.now(),
      before: { publishAt, contentHash, failure },
    });
  });
}
