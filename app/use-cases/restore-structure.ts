import { AppError } from "../core/errors.ts";
import { hashOf } from "../core/hash.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { placeOf } from "../core/workflow/place.ts";
import { allow, allowAt } from "./allow.ts";
import type { Actor, Ports, Tx } from "./ports.ts";
import { structureEdits } from "./structure-edits.ts";

export interface RestoreStructure {
  articleId: string;
  /** Revision of the article that was on screen. */
  seen: number;
  /** Where the structure is taken from: a revision at work, or the edition of a number. */
  from: { revision: number } | { edition: number };
}

/**
 * Brings an earlier structure and earlier particulars back to work, as a new edit of the one who asks: they wait for a second person's
 * approval like any other. Words stay as they are: a part that returns brings the words that it had when it was taken out.
 * @throws AppError not_allowed, not_found, clash (the structure changed since it was on screen), already_exists (it is just that)
 */
export async function restoreStructure(ports: Ports, actor: Actor, { articleId, seen, from }: RestoreStructure): Promise<{ revision: number }> {
  allow(actor, "words.edit");
  return ports.write(async (tx) => {
    const article = await tx.articles.byId(articleId);
    const earlier = await structureAt(tx, articleId, from);
    if (!article || !earlier) throw new AppError("not_found");
    const { tree, about } = earlier;
    for (const one of [article.about, about]) allowAt(actor, "words.edit", { ...placeOf(one), lang: article.sourceLang });
    if (article.revision !== seen) throw new AppError("clash");
    if (hashOf([tree, about]) === hashOf([article.tree, article.about])) throw new AppError("already_exists");

    const revision = article.revision + 1;
    const at = ports.now();
    if (!(await tx.articles.put({ ...article, revision, tree, about }))) throw new AppError("clash");
    await tx.articleEdits.keep({ articleId, revision, tree, about, by: actor.id, at });
    const owner = ofArticle(articleId);
    await tx.edits.keep(structureEdits(ports, owner, revision, actor.id, at));
    await tx.audit.note({ act: "structure.save", object: owner, by: actor.id, at, before: { revision: article.revision }, after: { revision, from } });
    return { revision };
  });
}

async function structureAt(tx: Tx, articleId: string, from: RestoreStructure["from"]) {
  if ("revision" in from) return tx.articleEdits.at(articleId, from.revision);
  return (await tx.editions.numbered(articleId, from.edition))?.body ?? null;
}
