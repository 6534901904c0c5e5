import type { Lang } from "../../../core/language/languages.ts";
import { type Grant, isRole, type Member, rolesOf, unlimited } from "../../../core/people/roles.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import { unlessTaken } from "../faults.server.ts";
import type { Member as Row } from "../generated/sqlite/client.ts";

/** Grants as they are kept. Before roles had limits, a role's name stood alone. */
export const grantsOf = (kept: unknown): Grant[] =>
  (kept as (Grant | string)[]).flatMap((one) => (typeof one !== "string" ? [one] : isRole(one) ? [unlimited(one)] : []));

export const memberOf = (row: Pick<Row, "id" | "email" | "name" | "lang" | "roles" | "teamKey">): Member => {
  const grants = grantsOf(row.roles);
  return { id: row.id, email: row.email, name: row.name, lang: row.lang as Lang, grants, roles: rolesOf(grants), team: row.teamKey };
};

export const members = (client: WriteClient): Tx["members"] => ({
  count: () => client.member.count(),
  async countActive(role) {
    // Staff are few, and the databases look into JSON in different ways.
    const rows = await client.member.findMany({ where: { disabledAt: null }, select: { roles: true } });
    return rows.filter((row) => grantsOf(row.roles).some((grant) => grant.role === role)).length;
  },
  async byId(id) {
    const row = await client.member.findUnique({ where: { id } });
    return row && memberOf(row);
  },
  async byEmail(email) {
    const row = await client.member.findUnique({ where: { email } });
    return row && { ...memberOf(row), passwordHash: row.passwordHash, disabled: row.disabledAt !== null };
  },
  async insert({ grants, roles: _, team, ...member }) {
    await unlessTaken("already_exists", client.member.create({ data: { ...member, roles: json(grants), teamKey: team }, select: { id: true } }));
  },
  async setLang(id, lang) {
    await client.member.update({ where: { id }, data: { lang }, select: { id: true } });
  },
});
