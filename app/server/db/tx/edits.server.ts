import type { Lang } from "../../../core/language/languages.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { KeptEdit, Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";
import type { WordingEdit as Row } from "../generated/sqlite/client.ts";

export const editOf = ({ byId, ...row }: Row): KeptEdit => ({ ...row, owner: row.owner as Owner, lang: row.lang as Lang, by: byId });

/** Two of one instant in the order of what they made. */
const OLDEST_FIRST = [{ at: "asc" as const }, { revision: "asc" as const }, { id: "asc" as const }];

export const edits = (client: WriteClient): Tx["edits"] => ({
  async keep(kept) {
    await client.wordingEdit.createMany({ data: kept.map(({ by, ...edit }) => ({ ...edit, byId: by })) });
  },
  async ofOwner(owner) {
    const rows = await client.wordingEdit.findMany({ where: { owner, revision: { not: null } }, orderBy: OLDEST_FIRST });
    return rows.map(editOf);
  },
  async ofUnit(owner, unit) {
    const rows = await client.wordingEdit.findMany({ where: { owner, unit, revision: { not: null } }, orderBy: OLDEST_FIRST });
    return rows.map(editOf);
  },
});
