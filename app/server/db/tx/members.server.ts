import type { Lang } from "../../../core/language/languages.ts";
import type { Member, Role } from "../../../core/people/roles.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";
import { unlessTaken } from "../faults.server.ts";
import type { Member as Row } from "../generated/sqlite/client.ts";

export const memberOf = (row: Pick<Row, "id" | "email" | "name" | "lang" | "roles">): Member => ({
  id: row.id,
  email: row.email,
  name: row.name,
  lang: row.lang as Lang,
  roles: row.roles as Role[],
});

export const members = (client: WriteClient): Tx["members"] => ({
  count: () => client.member.count(),
  async countActive(role) {
    // Staff are few, and the databases look into JSON in different ways.
    const rows = await client.member.findMany({ where: { disabledAt: null }, select: { roles: true } });
    return rows.filter((row) => (row.roles as Role[]).includes(role)).length;
  },
  async byId(id) {
    const row = await client.member.findUnique({ where: { id } });
    return row && memberOf(row);
  },
  async byEmail(email) {
    const row = await client.member.findUnique({ where: { email } });
    return row && { ...memberOf(row), passwordHash: row.passwordHash, disabled: row.disabledAt !== null };
  },
  async insert(member) {
    await unlessTaken("already_exists", client.member.create({ data: member, select: { id: true } }));
  },
  async setLang(id, lang) {
    await client.member.update({ where: { id }, data: { lang }, select: { id: true } });
  },
});
