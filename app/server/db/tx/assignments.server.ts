import type { Lang } from "../../../core/language/languages.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { Assignment } from "../../../core/workflow/assignment.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";
import type { Assignment as Row } from "../generated/sqlite/client.ts";
import { memberOf } from "./members.server.ts";

export const assignmentOf = ({ byId, ...row }: Row): Assignment => ({ ...row, owner: row.owner as Owner, lang: row.lang as Lang, by: byId });

export const assignments = (client: WriteClient): Tx["assignments"] => ({
  async of(owner, lang) {
    const row = await client.assignment.findUnique({ where: { owner_lang: { owner, lang } } });
    return row && assignmentOf(row);
  },
  async put({ owner, lang, by, ...rest }) {
    const data = { ...rest, byId: by };
    await client.assignment.upsert({ where: { owner_lang: { owner, lang } }, create: { owner, lang, ...data }, update: data, select: { at: true } });
  },
  async remove(owner, lang) {
    await client.assignment.deleteMany({ where: { owner, lang } });
  },
  async membersOf(team) {
    return (await client.member.findMany({ where: { teamKey: team, disabledAt: null }, orderBy: { id: "asc" } })).map(memberOf);
  },
});
