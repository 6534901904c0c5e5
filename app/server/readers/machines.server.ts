import type { ArticleKind } from "../../core/articles/kinds.ts";
import type { ByLang, Lang } from "../../core/language/languages.ts";
import type { SearchHit } from "../../core/search/document.ts";
import { readArticleList, readArticleWhole, readNoticeList } from "./machines/articles.server.ts";
import { currentEdition, wordsOf } from "./machines/editions.server.ts";
import { readFeed } from "./machines/feed.server.ts";
import { readGateList } from "./machines/gates.server.ts";
import { readHitItems } from "./machines/search.server.ts";
import { readSitemap } from "./machines/sitemap.server.ts";
import type { Reading } from "./reading.server.ts";

/** What goes on a pair's picture, and which edition it is of. */
export interface CardWords {
  contentHash: string;
  titles: ByLang<string>;
}

/** What programs ask for: feeds, the sitemap, the API. `origin` is that of the portal's addresses. */
export const machineReaders = (reading: Reading, origin: string) => ({
  articles: (limit: number, after: string | null) => readArticleList(reading, origin, limit, after),
  article: (slug: string) => readArticleWhole(reading, origin, slug),
  notices: (limit: number, after: string | null) => readNoticeList(reading, origin, limit, after),
  gates: (limit: number, after: string | null) => readGateList(reading, origin, limit, after),
  hits: (lang: Lang, hits: readonly SearchHit[]) => readHitItems(reading, origin, lang, hits),
  feed: (lang: Lang) => readFeed(reading, lang),
  sitemap: (after: string | null) => readSitemap(reading, after),
  /** Null: no such article is published. */
  async card(kind: ArticleKind, slug: string): Promise<CardWords | null> {
    const edition = await currentEdition(reading.db.read, [kind], slug);
    return edition && { contentHash: edition.contentHash, titles: wordsOf(edition.body, "title") };
  },
});
