import { editionHash, makeEditionBody } from "../core/articles/edition.ts";
import { AppError } from "../core/errors.ts";
import { isReady } from "../core/workflow/state.ts";
import { textsOf } from "../core/workflow/units.ts";
import { allow } from "./allow.ts";
import { loadArticle } from "./load-units.ts";
import type { Actor, Ports } from "./ports.ts";

export interface PublishedArticle {
  editionNumber: number;
  /** The content revision from which readers see it; null when they see just this already. */
  revision: number | null;
}

/**
 * Publishes an article's pair: every language in one edition, in one transaction with its announcement.
 * @throws AppError not_allowed, not_found, not_ready (`missing`: the units still to be translated or approved)
 */
export async function publishArticle(ports: Ports, actor: Actor, { articleId }: { articleId: string }): Promise<PublishedArticle> {
  allow(actor, "pair.publish");
  return ports.write(async (tx) => {
    const { article, units, edition: before } = await loadArticle(tx, articleId);
    const unready = units.filter((unit) => !isReady(unit)).map((unit) => unit.unit);
    if (article.withdrawnAt || unready.length) throw new AppError("not_ready", { missing: unready });

    const body = makeEditionBody(article, textsOf(units), await tx.facts.all());
    const contentHash = editionHash(body);
    if (before?.contentHash === contentHash) return { editionNumber: before.number, revision: null };

    const edition = {
      id: ports.newId(),
      articleId,
      number: (before?.number ?? 0) + 1,
      slug: article.slug,
      body,
      contentHash,
      publishedAt: ports.now(),
      publishedBy: actor.id,
      note: null,
    };
    await tx.editions.publish(edition);
    const revision = await tx.announce({ kind: "article", articleId, slug: article.slug, editionId: edition.id });
    return { editionNumber: edition.number, revision };
  });
}
