import type { Lang } from "../../core/language/languages.ts";
import type { SearchHit } from "../../core/search/document.ts";
import type { Reading } from "./reading.server.ts";
import { readArticle, readSideBySide } from "./visitor/article.server.ts";
import { readBoard, readGate, readHome } from "./visitor/board.server.ts";
import { readHits } from "./visitor/hits.server.ts";
import { readTopic } from "./visitor/topic.server.ts";

/** What the visitors' pages ask for: one call a page, each answered from one state of the database. */
export const visitorReaders = (reading: Reading) => ({
  home: (lang: Lang) => readHome(reading, lang),
  board: () => readBoard(reading),
  gate: (lang: Lang, key: string) => readGate(reading, lang, key),
  topic: (lang: Lang, key: string, after: string | null) => readTopic(reading, lang, key, after),
  article: (lang: Lang, slug: string) => readArticle(reading, lang, slug),
  sideBySide: (lang: Lang, slug: string) => readSideBySide(reading, lang, slug),
  hits: (lang: Lang, hits: readonly SearchHit[]) => readHits(reading, lang, hits),
});
