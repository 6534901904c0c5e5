import type { ByLang } from "../../../core/language/languages.ts";
import { baseHash as hashOfBase, type StringEdition, type StringOverride } from "../../../core/strings/catalogue.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import { unlessTaken } from "../faults.server.ts";
import type { StringEdition as EditionRow, PublishedString as Row } from "../generated/sqlite/client.ts";

export const overrideOf = (row: Pick<Row, "namespace" | "key" | "texts" | "baseHash">): StringOverride => ({
  namespace: row.namespace,
  key: row.key,
  texts: row.texts as ByLang<string>,
  baseHash: row.baseHash,
});

export const stringEditionOf = ({ texts, ...row }: EditionRow): StringEdition => ({ ...row, texts: texts as ByLang<string> | null });

/** Former texts of the program stand among a key's editions below zero, each under a number made of its hash: written twice it is one. */
const numberOfBase = (hash: string): number => -1 - Number.parseInt(hash.slice(0, 7), 16);

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
  async removePublished(namespace, key) {
    await client.publishedString.deleteMany({ where: { namespace, key } });
  },
  async editionsOf(namespace, key) {
    const rows = await client.stringEdition.findMany({ where: { namespace, key, number: { gt: 0 } }, orderBy: { number: "asc" } });
    return rows.map(stringEditionOf);
  },
  async addEdition({ namespace, key, texts, ...edition }) {
    const last = await client.stringEdition.findFirst({ where: { namespace, key }, orderBy: { number: "desc" }, select: { number: true } });
    const { publishedBy, publishedAt, baseHash } = edition;
    const data = { namespace, key, number: Math.max(0, last?.number ?? 0) + 1, baseHash, publishedAt, publishedBy, ...(texts && { texts: json(texts) }) };
    await unlessTaken("clash", client.stringEdition.create({ data, select: { number: true } }));
  },
  async keepBase({ namespace, key, texts }, at) {
    const baseHash = hashOfBase(texts);
    const where = { namespace_key_number: { namespace, key, number: numberOfBase(baseHash) } };
    const create = { ...where.namespace_key_number, texts: json(texts), baseHash, publishedAt: at, publishedBy: null };
    await client.stringEdition.upsert({ where, create, update: { baseHash }, select: { number: true } });
  },
});
