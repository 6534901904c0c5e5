import { randomUUID } from "node:crypto";
import type { ArticleAbout } from "../../../app/core/articles/article.ts";
import type { Database } from "../../../app/server/db/database.server.ts";
import { article, edition } from "../db/samples.ts";

/** Publishes an article or a notice as a use-case would: edition and announcement in one. */
export async function publish(db: Database, id: string, about: Partial<ArticleAbout> = {}): Promise<void> {
  const made = article(id);
  const whole = { ...made, about: { ...made.about, ...about } };
  await db.write(async (tx) => {
    if (!(await tx.articles.byId(id))) await tx.articles.insert(whole, null, new Date());
    const number = (await tx.editions.lastNumber(id)) + 1;
    const one = edition(number, whole);
    await tx.editions.publish({ ...one, id: randomUUID() });
    await tx.announce({ kind: "article", articleId: id, slug: whole.slug, editionId: one.id });
  });
}
