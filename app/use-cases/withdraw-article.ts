import { AppError } from "../core/errors.ts";
import { type ByLang, byLang, LANGS } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
import { allow } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

/** The longest reason, in UTF-16 units: a visitor reads it instead of the page. */
const MAX_REASON = 500;

export interface WithdrawArticle {
  articleId: string;
  /** Why, in the words that visitors read, in every language. */
  reason: ByLang<string>;
}

/**
 * Takes what was published back: from now on its address says that it is gone, why, and what to read instead. Its editions stay as
 * history.
 * @returns the content revision from which readers no longer see it
 * @throws AppError not_allowed, bad_text, invalid (`faults`: the languages without a reason, or with one that is too long),
 * not_found when readers see nothing of it
 */
export async function withdrawArticle(ports: Ports, actor: Actor, { articleId, reason }: WithdrawArticle): Promise<{ revision: number }> {
  allow(actor, "pair.publish");
  const words = byLang((lang) => cleanText(reason[lang]));
  const faults = LANGS.filter((lang) => words[lang] === "" || words[lang].length > MAX_REASON).map((lang) => `reason:${lang}`);
  if (faults.length) throw new AppError("invalid", { faults });
  return ports.write(async (tx) => {
    const article = await tx.articles.byId(articleId);
    if (!article || !(await tx.editions.current(articleId))) throw new AppError("not_found");
    await tx.articles.withdraw(articleId, words, ports.now());
    await tx.editions.retire(articleId);
    return { revision: await tx.announce({ kind: "article", articleId, slug: article.slug, editionId: null }) };
  });
}
