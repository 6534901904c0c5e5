import type { ArticleAbout } from "../core/articles/article.ts";
import { wrongParticulars } from "../core/articles/particulars.ts";
import { freeSlug, isSlug, slugOf } from "../core/articles/slug.ts";
import { AppError } from "../core/errors.ts";
import { byLang, DEFAULT_LANG, isLang, type Lang } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
import { createArticle } from "./create-article.ts";
import { isKnownTeam, knownPlaces } from "./known-places.ts";
import type { Actor, Ports } from "./ports.ts";

export interface BeginArticle {
  title: string;
  sourceLang: Lang;
  about: ArticleAbout;
  team: string | null;
  /** "": the one that the title proposes, with a number where that is taken. */
  slug: string;
}

/**
 * Begins an article with its title alone: the rest is written in the editor.
 * @throws AppError not_allowed, invalid (`fields`), already_exists, bad_text
 */
export async function beginArticle(
  ports: Ports,
  actor: Actor,
  { title, sourceLang, about, team, slug }: BeginArticle,
): Promise<{ articleId: string; slug: string }> {
  const words = cleanText(title);
  const { places, knownTeam, chosen } = await ports.write(async (tx) => {
    const proposed = slug || slugOf(words, isLang(sourceLang) ? sourceLang : DEFAULT_LANG);
    const taken = new Set<string>();
    let free = proposed;
    while (!slug && free && (await tx.articles.bySlug(free))) {
      taken.add(free);
      free = freeSlug(proposed, (one) => taken.has(one));
    }
    return { places: await knownPlaces(tx, about.gates), knownTeam: await isKnownTeam(tx, team), chosen: free };
  });
  const fields: string[] = wrongParticulars(about, places);
  if (words === "") fields.push("title");
  if (!isLang(sourceLang)) fields.push("sourceLang");
  if (!knownTeam) fields.push("team");
  if (words !== "" && !isSlug(chosen)) fields.push("slug");
  if (fields.length) throw new AppError("invalid", { fields });
  const texts = byLang((lang): Record<string, string> => (lang === sourceLang ? { title: words } : {}));
  const { articleId } = await createArticle(ports, actor, { slug: chosen, sourceLang, tree: [], about, texts, team });
  return { articleId, slug: chosen };
}
