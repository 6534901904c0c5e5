import type { ByLang } from "../../../core/language/languages.ts";
import type { StringOverride } from "../../../core/strings/catalogue.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { PublishedString as Row } from "../generated/sqlite/client.ts";

export const overrideOf = (row: Pick<Row, "namespace" | "key" | "texts" | "baseHash">): StringOverride => ({
  namespace: row.namespace,
  key: row.key,
  texts: row.texts as ByLang<string>,
  baseHash: row.baseHash,
});

export const strings = (client: WriteClient): Tx["strings"] => ({
  async published(namespace) {
    const rows = await client.publishedString.findMany({ where: { namespace }, orderBy: { key: "asc" } });
    return rows.map(overrideOf);
  },
  async putPublished({ namespace, key, texts, baseHash }, by, at) {
    const data = { texts: json(texts), baseHash, publishedBy: by, publishedAt: at };
    const where = { namespace_key: { namespace, key } };
    await client.publishedString.upsert({ where, create: { namespace, key, ...data }, update: data, select: { key: true } });
  },
});
