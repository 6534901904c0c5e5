import type { Article, ArticleAbout } from "../../../core/articles/article.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import { unlessTaken } from "../faults.server.ts";
import { Prisma, type Article as Row } from "../generated/sqlite/client.ts";

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
  async insert({ tree, about, ...article }, by, at, team = null) {
    const data = { ...article, tree: json(tree), about: json(about), createdBy: by, createdAt: at, teamKey: team };
    await unlessTaken("already_exists", client.article.create({ data, select: { id: true } }));
  },
  async put({ id, slug, sourceLang, revision, tree, about }) {
    const data = { slug, sourceLang, revision, tree: json(tree), about: json(about) };
    const { count } = await unlessTaken("already_exists", client.article.updateMany({ where: { id, revision: revision - 1 }, data }));
    return count === 1;
  },
  async setTeam(id, team) {
    const { count } = await client.article.updateMany({
      where: { id, ...(team === null ? { teamKey: { not: null } } : { OR: [{ teamKey: null }, { teamKey: { not: team } }] }) },
      data: { teamKey: team },
    });
    return count === 1;
  },
  async withdraw(id, reason, at) {
    await client.article.update({ where: { id }, data: { withdrawnAt: at, withdrawal: json(reason) }, select: { id: true } });
  },
  async restore(id) {
    await client.article.update({ where: { id }, data: { withdrawnAt: null, withdrawal: Prisma.DbNull }, select: { id: true } });
  },
});
