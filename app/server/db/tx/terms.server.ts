import type { Term } from "../../../core/translation/term.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { Term as TermRow } from "../generated/sqlite/client.ts";

export const termOf = ({ key, body }: TermRow): Term => ({ ...(body as unknown as Omit<Term, "key">), key });

export const terms = (client: WriteClient): Tx["terms"] => ({
  async all() {
    return (await client.term.findMany({ orderBy: { key: "asc" } })).map(termOf);
  },
  async put({ key, ...term }) {
    await client.term.upsert({ where: { key }, create: { key, body: json(term) }, update: { body: json(term) }, select: { key: true } });
  },
});
