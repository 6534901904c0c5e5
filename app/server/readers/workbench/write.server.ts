import { plainText } from "../../../core/articles/inline.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import { AppError } from "../../../core/errors.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { type Lang, others } from "../../../core/language/languages.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import { ofArticle } from "../../../core/translation/wording.ts";
import { placeOf } from "../../../core/workflow/place.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { termOf } from "../../db/tx/terms.server.ts";
import type { Reading } from "../reading.server.ts";
import { readAgencies } from "../visitor/agencies.server.ts";

/** An article as its author writes it: in its source language. */
export interface WritingView {
  articleId: string;
  slug: string;
  sourceLang: Lang;
  revision: number;
  tree: ArticleTree;
  /** Every segment that ever had words in the source language, those of removed nodes too. */
  words: Record<string, { text: string; revision: number }>;
  facts: Fact[];
  /** Names in the source language: so they will be read. */
  agencies: { key: string; name: string; phone: string | null }[];
  terms: { key: string; word: string; twins: { lang: Lang; word: string }[] }[];
}

/**
 * @throws AppError `not_found`; `not_allowed` to whom this article's source language is not given
 */
export async function readWriting({ db, now }: Reading, member: Member, slug: string): Promise<WritingView> {
  return db.snapshot(async (tx) => {
    const row = await tx.article.findUnique({ where: { slug } });
    if (!row) throw new AppError("not_found");
    const { id: articleId, sourceLang, revision, tree, about } = articleOf(row);
    if (!mayAt(member.grants, "words.edit", { ...placeOf(about), lang: sourceLang })) throw new AppError("not_allowed");
    const wordings = await tx.wording.findMany({
      where: { owner: ofArticle(articleId), lang: sourceLang },
      select: { unit: true, text: true, revision: true },
    });
    const { agencies } = await readAgencies(tx, sourceLang, now());
    const order = new Intl.Collator(sourceLang);
    return {
      articleId,
      slug,
      sourceLang,
      revision,
      tree,
      words: Object.fromEntries(wordings.map(({ unit, ...words }) => [unit, words])),
      facts: (await tx.fact.findMany({ orderBy: { key: "asc" } })).map(factOf),
      agencies: Object.entries(agencies)
        .map(([key, agency]) => ({ key, ...agency }))
        .sort((a, b) => order.compare(a.name, b.name)),
      terms: (await tx.term.findMany())
        .map(termOf)
        .map(({ key, words }) => ({
          key,
          word: plainText(words[sourceLang], () => ""),
          twins: others(sourceLang).map((lang) => ({ lang, word: words[lang] })),
        }))
        .sort((a, b) => order.compare(a.word, b.word)),
    };
  });
}
