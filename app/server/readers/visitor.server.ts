import type { Lang } from "../../core/language/languages.ts";
import type { Narrowing, SearchResult } from "../../core/search/document.ts";
import type { Reading } from "./reading.server.ts";
import { readArticle } from "./visitor/article.server.ts";
import { readBoard, readGate, readHome } from "./visitor/board.server.ts";
import { readFrame } from "./visitor/frame.server.ts";
import { readHits } from "./visitor/hits.server.ts";
import { readNotice, readNotices } from "./visitor/notices.server.ts";
import { readPortalPage } from "./visitor/page.server.ts";
import { readPhrases } from "./visitor/phrases.server.ts";
import { readQuestion, readQuestions } from "./visitor/questions.server.ts";
import { readReply } from "./visitor/reply.server.ts";
import { readSideBySide } from "./visitor/side-by-side.server.ts";
import { termsReader } from "./visitor/terms.server.ts";
import { readTopic } from "./visitor/topic.server.ts";
import { readTopics } from "./visitor/topics.server.ts";

/** What the visitors' pages ask for: one call a page, each answered from one state of the database. */
export const visitorReaders = (reading: Reading, readTerms = termsReader()) => ({
  frame: (lang: Lang) => readFrame(reading, lang),
  home: (lang: Lang) => readHome(reading, lang),
  board: () => readBoard(reading),
  gate: (lang: Lang, key: string) => readGate(reading, lang, key),
  topics: (lang: Lang) => readTopics(reading.db.read, lang),
  topic: (lang: Lang, key: string, after: string | null) => readTopic(reading, lang, key, after),
  article: (lang: Lang, slug: string) => readArticle(reading, readTerms, lang, slug),
  sideBySide: (lang: Lang, slug: string) => readSideBySide(reading, lang, slug),
  notices: (lang: Lang) => readNotices(reading, lang),
  notice: (lang: Lang, slug: string) => readNotice(reading, readTerms, lang, slug),
  questions: (lang: Lang) => readQuestions(reading, lang),
  question: (lang: Lang, slug: string) => readQuestion(reading, readTerms, lang, slug),
  phrases: (lang: Lang) => readPhrases(reading, lang),
  portalPage: (lang: Lang, slug: string) => readPortalPage(reading, readTerms, lang, slug),
  hits: (lang: Lang, found: Pick<SearchResult, "hits" | "facets">, narrowing: Narrowing) => readHits(reading, lang, found, narrowing),
  /** By a number as core/messages/number.ts reads it. */
  reply: (number: string) => readReply(reading, number),
});
