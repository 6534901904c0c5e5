import { AppError } from "../core/errors.ts";
import { type ByLang, byLang, LANGS } from "../core/language/languages.ts";
import { cleanText } from "../core/language/text.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { MAX_PUBLIC_REASON } from "../core/workflow/reasons.ts";
import { allow } from "./allow.ts";
import { allowToPublish, announceArticle } from "./issue-edition.ts";
import type { Actor, Ports } from "./ports.ts";

export interface WithdrawArticle {
  articleId: string;
  /** Why, in the words that visitors read, in every language. */
  reason: ByLang<string>;
}

/**
 * Takes what was published back: from now on its address says that it is gone, why, and what to read instead. Its editions stay as
 * history; what was scheduled for it does not take place.
 * @returns the content revision from which readers no longer see it
 * @throws AppError not_allowed, bad_text, invalid (`faults`: the languages without a reason, or with one that is too long),
 * not_found when readers see nothing of it
 */
export async function withdrawArticle(ports: Ports, actor: Actor, { articleId, reason }: WithdrawArticle): Promise<{ revision: number }> {
  allow(actor, "pair.publish");
  const words = byLang((lang) => cleanText(reason[lang]));
  const faults = LANGS.filter((lang) => words[lang] === "" || words[lang].length > MAX_PUBLIC_REASON).map((lang) => `reason:${lang}`);
  if (faults.length) throw new AppError("invalid", { faults });
  return ports.write(async (tx) => {
    const article = await tx.articles.byId(articleId);
    const edition = await tx.editions.current(articleId);
    if (!article || !edition) throw new AppError("not_found");
    allowToPublish(actor, article, edition);
    const at = ports.now();
    await tx.articles.withdraw(articleId, words, at);
    await tx.editions.retire(articleId);
    await tx.schedules.remove(articleId);
    await tx.audit.note({
      act: "article.withdraw",
      object: ofArticle(articleId),
      by: actor.id,
      at,
      before: { edition: edition.number },
      after: { reason: words },
    });
    return { revision: await announceArticle(tx, article, null) };
  });
}
