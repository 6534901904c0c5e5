import { AppError } from "../core/errors.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { placeOf } from "../core/workflow/place.ts";
import { authorsOfNews } from "../core/workflow/sign-off.ts";
import { allow, allowAt } from "./allow.ts";
import { loadEditionToBe } from "./issue-edition.ts";
import type { Actor, Ports } from "./ports.ts";

export interface SignOffArticle {
  articleId: string;
  /** Hash of the edition that was on screen. */
  contentHash: string;
}

/**
 * An agency's consent to an article as it would go out, given by a reviewer or publisher of one of its teams who wrote none of what
 * is new. It may come before or after the approvals, because it is bound to the content itself.
 * @throws AppError not_allowed (also: the member's team belongs to no agency that the topic asks), not_found, own_work,
 * clash (something changed since it was on screen, or is not written yet), already_exists
 */
export async function signOffArticle(ports: Ports, actor: Actor, { articleId, contentHash }: SignOffArticle): Promise<{ agency: string }> {
  allow(actor, "words.approve");
  return ports.write(async (tx) => {
    const { article, units, before, toBe } = await loadEditionToBe(tx, articleId);
    allowAt(actor, "words.approve", placeOf(article.about));
    const asked = (await tx.places.topic(article.about.topic))?.signOff ?? [];
    const agency = (await tx.teams.all()).find((team) => team.key === actor.team)?.agency;
    if (agency === undefined || !asked.includes(agency)) throw new AppError("not_allowed");
    if (toBe.contentHash !== contentHash) throw new AppError("clash");
    if (!toBe.open.some((point) => point.kind === "sign-off" && point.agency === agency)) throw new AppError("already_exists");
    if (authorsOfNews(units, await tx.edits.ofOwner(ofArticle(articleId)), before).has(actor.id)) throw new AppError("own_work");
    const at = ports.now();
    await tx.signOffs.add(articleId, { id: ports.newId(), agency, contentHash, by: actor.id, at });
    await tx.audit.note({ act: "article.sign-off", object: ofArticle(articleId), by: actor.id, at, after: { agency, contentHash } });
    return { agency };
  });
}
