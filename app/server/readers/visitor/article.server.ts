import type { Lang } from "../../../core/language/languages.ts";
import { readingMinutes } from "../../../i18n/format.ts";
import type { ReadTx } from "../../db/client.server.ts";
import type { Reading } from "../reading.server.ts";
import { type DocumentView, readDocument } from "./document.server.ts";
import { type ListedArticle, listNewest, listOfTopic } from "./listed.server.ts";
import type { ReadTerms } from "./terms.server.ts";
import { readTopics, type TopicView } from "./topics.server.ts";

export interface ArticleView extends DocumentView {
  topic: TopicView | null;
  /** Reading time. */
  minutes: number;
  related: ListedArticle[];
}

const RELATED = 5;

/**
 * An article with what else there is to read.
 * @throws AppError `not_found`, `withdrawn`
 */
export async function readArticle({ db, now }: Reading, readTerms: ReadTerms, lang: Lang, slug: string): Promise<ArticleView> {
  return db.snapshot(async (tx) => {
    const { document, about } = await readDocument(tx, readTerms, { lang, kind: "article", slug, now: now() });
    return {
      ...document,
      topic: (await readTopics(tx, lang)).find(({ key }) => key === about.topic) ?? null,
      minutes: readingMinutes(Object.values(document.texts), lang),
      related: await otherArticles(tx, lang, about.topic, slug),
    };
  });
}

/** Others of the same topic, then the newest of all, until there are enough. */
async function otherArticles(tx: ReadTx, lang: Lang, topic: string, slug: string): Promise<ListedArticle[]> {
  const ofTopic = (await listOfTopic(tx, lang, topic, RELATED + 1)).filter((one) => one.slug !== slug).slice(0, RELATED);
  if (ofTopic.length === RELATED) return ofTopic;
  const taken = new Set([slug, ...ofTopic.map((one) => one.slug)]);
  const newest = (await listNewest(tx, lang, RELATED + taken.size)).filter((one) => !taken.has(one.slug));
  return [...ofTopic, ...newest].slice(0, RELATED);
}
