import type { ArticleAbout, ArticleEdit } from "../../../core/articles/article.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import { unlessTaken } from "../faults.server.ts";
import type { ArticleEdit as Row } from "../generated/sqlite/client.ts";

export const articleEditOf = ({ tree, about, byId, ...row }: Row): ArticleEdit => ({
  ...row,
  tree: tree as unknown as ArticleTree,
  about: about as unknown as ArticleAbout,
  by: byId,
});

export const articleEdits = (client: WriteClient): Tx["articleEdits"] => ({
  async keep({ tree, about, by, ...edit }) {
    const data = { ...edit, tree: json(tree), about: json(about), byId: by };
    await unlessTaken("clash", client.articleEdit.create({ data, select: { revision: true } }));
  },
  async of(articleId) {
    const rows = await client.articleEdit.findMany({ where: { articleId }, orderBy: { revision: "asc" } });
    return rows.map(articleEditOf);
  },
  async at(articleId, revision) {
    const row = await client.articleEdit.findUnique({ where: { articleId_revision: { articleId, revision } } });
    return row && articleEditOf(row);
  },
});
