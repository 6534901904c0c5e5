import type { Article } from "../core/articles/article.ts";
import type { Edition, EditionBody, EditionNote } from "../core/articles/edition.ts";
import { type EditionToBe, editionToBe } from "../core/workflow/edition-to-be.ts";
import { placeOf } from "../core/workflow/place.ts";
import type { Unit } from "../core/workflow/units.ts";
import { allowAt } from "./allow.ts";
import { loadArticle } from "./load-units.ts";
import type { Actor, Ports, Tx } from "./ports.ts";

export interface ArticleToGoOut {
  article: Article;
  units: Unit[];
  /** What readers see now. */
  before: Edition | null;
  toBe: EditionToBe;
}

/**
 * An article at work, with the edition that it would make and what stands against it.
 * @throws AppError not_found
 */
export async function loadEditionToBe(tx: Tx, articleId: string): Promise<ArticleToGoOut> {
  const { article, units, edition } = await loadArticle(tx, articleId);
  const topic = await tx.places.topic(article.about.topic);
  const asked = topic?.signOff ?? [];
  const signOffs = asked.length ? await tx.signOffs.of(articleId) : [];
  return { article, units, before: edition, toBe: editionToBe({ article, units, facts: await tx.facts.all(), asked, signOffs }) };
}

/**
 * Whether somebody may decide what readers see of an article: where it stands at work, and wherever the editions stand that would come
 * or go, because a publication may take it from one topic to another.
 * @throws AppError not_allowed
 */
export function allowToPublish(actor: Actor, article: Article, ...editions: (Edition | null)[]): void {
  for (const about of [article.about, ...editions.flatMap((edition) => (edition ? [edition.body.about] : []))]) allowAt(actor, "pair.publish", placeOf(about));
}

interface Issue {
  article: Article;
  body: EditionBody;
  contentHash: string;
  by: string;
  note: EditionNote | null;
}

/**
 * Makes the article's next edition, the one that readers see from now on. Whoever decides anew what they see ends what was scheduled.
 * The announcement is left to the caller, whose last step it is.
 */
export async function issueEdition(ports: Ports, tx: Tx, { article, body, contentHash, by, note }: Issue): Promise<Edition> {
  const edition: Edition = {
    id: ports.newId(),
    articleId: article.id,
    number: (await tx.editions.lastNumber(article.id)) + 1,
    slug: article.slug,
    body,
    contentHash,
    publishedAt: ports.now(),
    publishedBy: by,
    note,
  };
  await tx.editions.publish(edition);
  await tx.schedules.remove(article.id);
  return edition;
}

/** Tells readers' pages, search and displays of an article's new edition; `edition` null: of its withdrawal. */
export const announceArticle = (tx: Tx, { id, slug }: Article, edition: Edition | null): Promise<number> =>
  tx.announce({ kind: "article", articleId: id, slug, editionId: edition?.id ?? null });
