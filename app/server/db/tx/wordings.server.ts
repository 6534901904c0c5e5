import type { Lang } from "../../../core/language/languages.ts";
import { fold } from "../../../core/search/normalise.ts";
import type { Owner, Wording } from "../../../core/translation/wording.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";
import { unlessTaken } from "../faults.server.ts";
import type { Wording as Row } from "../generated/sqlite/client.ts";

export const wordingOf = ({ folded: _, ...row }: Row): Wording => ({ ...row, owner: row.owner as Owner, lang: row.lang as Lang });

/** A row as it is kept: the text in the search's own form beside it, so that words at work are found however they are typed. */
const kept = <T extends { text: string }>(words: T): T & { folded: string } => ({ ...words, folded: fold(words.text) });

export const wordings = (client: WriteClient): Tx["wordings"] => ({
  async ofOwner(owner) {
    const rows = await client.wording.findMany({ where: { owner }, orderBy: [{ unit: "asc" }, { lang: "asc" }] });
    return rows.map(wordingOf);
  },
  async ofUnit(owner, unit) {
    const rows = await client.wording.findMany({ where: { owner, unit }, orderBy: { lang: "asc" } });
    return rows.map(wordingOf);
  },
  async put(wording) {
    const { owner, unit, lang, ...words } = wording;
    const { count } = await client.wording.updateMany({ where: { owner, unit, lang, revision: wording.revision - 1 }, data: kept(words) });
    if (count === 1) return true;
    if (wording.revision !== 1) return false;
    // Looked for first: an insert that fails would spoil the whole transaction on PostgreSQL.
    const there = await client.wording.count({ where: { owner, unit, lang } });
    if (there) return false;
    await unlessTaken("clash", client.wording.create({ data: kept(wording), select: { revision: true } }));
    return true;
  },
  async insertAll(all) {
    await unlessTaken("clash", client.wording.createMany({ data: all.map(kept) }));
  },
});
