import type { Lang } from "../../../core/language/languages.ts";
import { type Grant, isRole, type Member, rolesOf, unlimited } from "../../../core/people/roles.ts";
import type { Account, Tx } from "../../../use-cases/ports.ts";
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

const accountOf = (row: Row): Account => ({
  ...memberOf(row),
  passwordHash: row.passwordHash,
  disabled: row.disabledAt !== null,
  secondFactor: row.totpSecret === null ? null : { kept: row.totpSecret, period: row.totpPeriod },
});

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
    return row && accountOf(row);
  },
  async account(id) {
    const row = await client.member.findUnique({ where: { id } });
    return row && accountOf(row);
  },
  async insert({ grants, roles: _, team, ...member }) {
    await unlessTaken("already_exists", client.member.create({ data: { ...member, roles: json(grants), teamKey: team }, select: { id: true } }));
  },
  async setLang(id, lang) {
    await client.member.update({ where: { id }, data: { lang }, select: { id: true } });
  },
  async setName(id, name) {
    await client.member.update({ where: { id }, data: { name }, select: { id: true } });
  },
  async setStanding(id, grants, team) {
    await client.member.update({ where: { id }, data: { roles: json(grants), teamKey: team }, select: { id: true } });
  },
  async setPassword(id, passwordHash) {
    await client.member.update({ where: { id }, data: { passwordHash }, select: { id: true } });
  },
  async setDisabled(id, at) {
    await client.member.update({ where: { id }, data: { disabledAt: at }, select: { id: true } });
  },
  async setSecondFactor(id, factor) {
    const data = { totpSecret: factor?.kept ?? null, totpPeriod: factor?.period ?? null };
    await client.member.update({ where: { id }, data, select: { id: true } });
  },
  async usePeriod(id, period) {
    const unused = { OR: [{ totpPeriod: null }, { totpPeriod: { lt: period } }] };
    return (await client.member.updateMany({ where: { id, totpSecret: { not: null }, ...unused }, data: { totpPeriod: period } })).count > 0;
  },
});
