import type { Article, ArticleAbout } from "../../../core/articles/article.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import { unlessTaken } from "../faults.server.ts";
import type { Article as Row } from "../generated/sqlite/client.ts";

export const articleOf = (row: Row): Article => ({
  id: row.id,
  slug: row.slug,
  sourceLang: row.sourceLang as Lang,
  revision: row.revision,
  tree: row.tree as unknown as ArticleTree,
  about: row.about as unknown as ArticleAbout,
  withdrawnAt: row.withdrawnAt,
});

export const articles = (client: WriteClient): Tx["articles"] => ({
  async byId(id) {
    const row = await client.article.findUnique({ where: { id } });
    return row && articleOf(row);
  },
  async bySlug(slug) {
    const row = await client.article.findUnique({ where: { slug } });
    return row && articleOf(row);
  },
  async insert({ tree, about, ...article }, by, at) {
    const data = { ...article, tree: json(tree), about: json(about), createdBy: by, createdAt: at };
    await unlessTaken("already_exists", client.article.create({ data, select: { id: true } }));
  },
  async withdraw(id, reason, at) {
    await client.article.update({ where: { id }, data: { withdrawnAt: at, withdrawal: json(reason) }, select: { id: true } });
  },
});
