import type { SegmentTexts } from "../../../core/articles/article.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { earliest, hanoiDay } from "../../../core/facts/gate-status.ts";
import { type ByLang, type Lang, others } from "../../../core/language/languages.ts";
import type { Reading } from "../reading.server.ts";
import { type AgencyView, readAgencies } from "./agencies.server.ts";
import { overdueFrom } from "./days.server.ts";
import { currentEdition, wordsOf } from "./document.server.ts";

export interface SideBySideView {
  slug: string;
  title: string;
  tree: ArticleTree;
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
  agencies: ByLang<Record<string, AgencyView>>;
  /** Today in Hanoi, YYYY-MM-DD. */
  today: string;
  validUntil: Date | null;
}

/**
 * An article in every language at once.
 * @throws AppError `not_found`, `withdrawn`
 */
export async function readSideBySide({ db, now }: Reading, lang: Lang, slug: string): Promise<SideBySideView> {
  return db.snapshot(async (tx) => {
    const { tree, texts, facts } = await currentEdition(tx, lang, "article", slug);
    const instant = now();
    const own = await readAgencies(tx, lang, instant);
    const agencies = { [lang]: own.agencies } as SideBySideView["agencies"];
    for (const other of others(lang)) agencies[other] = (await readAgencies(tx, other, instant)).agencies;
    const again = Object.values(facts).map(({ verifyAgainBy }) => overdueFrom(verifyAgainBy, instant));
    return {
      slug,
      title: wordsOf(texts, facts, lang, "title"),
      tree,
      texts,
      facts,
      agencies,
      today: hanoiDay(instant),
      validUntil: earliest([own.validUntil, ...again]),
    };
  });
}
