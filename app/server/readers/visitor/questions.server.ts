import type { Lang } from "../../../core/language/languages.ts";
import type { Reading } from "../reading.server.ts";
import { type DocumentView, readDocument } from "./document.server.ts";
import { type ListedArticle, listOfKind, listOfTopic } from "./listed.server.ts";
import type { ReadTerms } from "./terms.server.ts";
import { readTopics, type TopicView } from "./topics.server.ts";

export interface QuestionsView {
  /** Topics that have questions, in their order. */
  groups: { topic: TopicView; questions: ListedArticle[] }[];
}

/** Nobody reads more on one page; what is older is found by searching. */
const SHOWN = 300;

/** The questions that have been answered, by topic, the newest first in each. */
export async function readQuestions({ db }: Reading, lang: Lang): Promise<QuestionsView> {
  return db.snapshot(async (tx) => {
    const all = await listOfKind(tx, lang, "question", SHOWN);
    const groups = (await readTopics(tx, lang)).map((topic) => ({
      topic,
      questions: all.filter(({ about }) => about.topic === topic.key).map(({ about, ...listed }) => listed),
    }));
    return { groups: groups.filter(({ questions }) => questions.length > 0) };
  });
}

export interface QuestionView extends DocumentView {
  topic: TopicView | null;
  /** Other questions of its topic. */
  questions: ListedArticle[];
  /** Articles of its topic, where there is more to read. */
  articles: ListedArticle[];
}

const BESIDE = 5;

/**
 * One question with its answer.
 * @throws AppError `not_found`, `withdrawn`
 */
export async function readQuestion({ db, now }: Reading, readTerms: ReadTerms, lang: Lang, slug: string): Promise<QuestionView> {
  return db.snapshot(async (tx) => {
    const { document, about } = await readDocument(tx, readTerms, { lang, kind: "question", slug, now: now() });
    const questions = await listOfKind(tx, lang, "question", SHOWN);
    return {
      ...document,
      topic: (await readTopics(tx, lang)).find(({ key }) => key === about.topic) ?? null,
      questions: questions.filter((one) => one.about.topic === about.topic && one.slug !== slug).slice(0, BESIDE),
      articles: await listOfTopic(tx, lang, about.topic, BESIDE),
    };
  });
}
