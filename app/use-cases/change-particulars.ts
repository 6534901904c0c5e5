import type { Article, ArticleAbout } from "../core/articles/article.ts";
import { wrongParticulars } from "../core/articles/particulars.ts";
import { isSlug } from "../core/articles/slug.ts";
import { AppError } from "../core/errors.ts";
import { hashOf } from "../core/hash.ts";
import { isLang, type Lang } from "../core/language/languages.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { placeOf } from "../core/workflow/place.ts";
import { allow, allowAt } from "./allow.ts";
import { isKnownTeam, knownPlaces } from "./known-places.ts";
import type { Actor, Ports, Tx } from "./ports.ts";
import { structureEdits } from "./structure-edits.ts";

export interface ChangeParticulars {
  articleId: string;
  /** The revision that was on screen. */
  revision: number;
  about: ArticleAbout;
  /** Another one only before the first publication: afterwards it is printed on walls. */
  slug: string;
  /** Another one only while nothing is translated. */
  sourceLang: Lang;
  /** Key of the team that looks after it; null: none. */
  team: string | null;
}

/**
 * Changes what an article is about, who answers for it and, as long as that is possible, its address and its source language.
 * @returns the structure's revision from now on
 * @throws AppError not_allowed, not_found, clash (somebody changed it since), already_exists (the slug), invalid (`fields`)
 */
export async function changeParticulars(ports: Ports, actor: Actor, input: ChangeParticulars): Promise<{ revision: number; slug: string }> {
  allow(actor, "words.edit");
  if (!isLang(input.sourceLang)) throw new AppError("invalid", { fields: ["sourceLang"] });
  return ports.write(async (tx) => {
    const article = await tx.articles.byId(input.articleId);
    if (!article) throw new AppError("not_found");
    const { about, slug, sourceLang } = input;
    allowAt(actor, "words.edit", { ...placeOf(article.about), lang: article.sourceLang });
    allowAt(actor, "words.edit", { ...placeOf(about), lang: sourceLang });
    const wrong = [...wrongParticulars(about, await knownPlaces(tx, about.gates)), ...(await wrongForNow(tx, article, input))];
    if (!(await isKnownTeam(tx, input.team))) wrong.push("team");
    if (wrong.length) throw new AppError("invalid", { fields: wrong });

    const at = ports.now();
    const note = { act: "structure.save", object: ofArticle(article.id), by: actor.id, at } as const;
    if (await tx.articles.setTeam(article.id, input.team)) await tx.audit.note({ ...note, after: { team: input.team } });
    const differs = hashOf(about) !== hashOf(article.about);
    if (!differs && slug === article.slug && sourceLang === article.sourceLang) return { revision: article.revision, slug };
    if (input.revision !== article.revision) throw new AppError("clash");
    const other = slug === article.slug ? null : await tx.articles.bySlug(slug);
    if (other) throw new AppError("already_exists", { slug });

    const revision = article.revision + 1;
    if (!(await tx.articles.put({ ...article, about, slug, sourceLang, revision }))) throw new AppError("clash");
    await tx.articleEdits.keep({ articleId: article.id, revision, tree: article.tree, about, by: actor.id, at });
    if (differs) await tx.edits.keep(structureEdits(ports, ofArticle(article.id), revision, actor.id, at));
    const trace = (one: Pick<Article, "about" | "slug" | "sourceLang" | "revision">) => ({
      revision: one.revision,
      slug: one.slug,
      sourceLang: one.sourceLang,
      about: one.about,
    });
    await tx.audit.note({ ...note, before: trace(article), after: trace({ about, slug, sourceLang, revision }) });
    return { revision, slug };
  });
}

/** What can no longer be changed: the address once readers know it, the source language once it was translated from. */
async function wrongForNow(tx: Tx, article: Article, { slug, sourceLang, about }: ChangeParticulars): Promise<string[]> {
  const wrong: string[] = [];
  const published = (await tx.editions.lastNumber(article.id)) > 0;
  if (slug !== article.slug && (published || !isSlug(slug))) wrong.push("slug");
  if (about.kind !== article.about.kind && published) wrong.push("kind");
  if (sourceLang !== article.sourceLang) {
    const words = await tx.wordings.ofOwner(ofArticle(article.id));
    // Words that were the source themselves once are no translation.
    if (words.some(({ text, sourceHash }) => sourceHash !== null && text !== "")) wrong.push("sourceLang");
  }
  return wrong;
}
