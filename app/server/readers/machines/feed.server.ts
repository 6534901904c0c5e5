import type { ArticleKind } from "../../../core/articles/kinds.ts";
import type { AtomEntry } from "../../../core/feeds/atom.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Reading } from "../reading.server.ts";
import { lastPublished, wordsOf } from "./editions.server.ts";

const KINDS: readonly ArticleKind[] = ["article", "question", "notice"];
const ENTRIES = 40;

/** What was published last, in one language; notices once they have begun. */
export async function readFeed({ db, now }: Reading, lang: Lang): Promise<AtomEntry[]> {
  const instant = now();
  const editions = await lastPublished(db.read, KINDS, ENTRIES);
  return editions
    .filter(({ body: { about } }) => about.notice === null || Date.parse(about.notice.from) <= instant.getTime())
    .map(({ articleId, kind, slug, publishedAt, body }) => ({
      articleId,
      kind,
      slug,
      publishedAt,
      title: wordsOf(body, "title")[lang],
      summary: wordsOf(body, "summary")[lang],
    }));
}
