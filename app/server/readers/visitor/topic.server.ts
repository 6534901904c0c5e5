import { AppError } from "../../../core/errors.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Reading } from "../reading.server.ts";
import { type ListedArticle, listOfTopic } from "./listed.server.ts";
import { readTopics, type TopicView } from "./topics.server.ts";

export interface TopicPageView {
  topic: TopicView;
  others: TopicView[];
  articles: ListedArticle[];
  /** Where the next page begins; null: this was the last. */
  next: string | null;
}

const PAGE = 30;

/**
 * A topic's articles, newest first, a page at a time.
 * @param after the `next` of the page before; null: from the beginning
 * @throws AppError `not_found`
 */
export async function readTopic({ db }: Reading, lang: Lang, key: string, after: string | null): Promise<TopicPageView> {
  return db.snapshot(async (tx) => {
    const topics = await readTopics(tx, lang);
    const topic = topics.find((one) => one.key === key);
    if (!topic) throw new AppError("not_found");
    const found = await listOfTopic(tx, lang, key, PAGE + 1, after ?? undefined);
    const articles = found.slice(0, PAGE);
    return { topic, others: topics.filter((one) => one.key !== key), articles, next: found.length > PAGE ? (articles.at(-1)?.articleId ?? null) : null };
  });
}
