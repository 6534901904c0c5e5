import type { ByLang } from "../../../core/language/languages.ts";
import { type Member, may, mayAt, type Place } from "../../../core/people/roles.ts";
import type { Waiver } from "../../../core/translation/checks/waiver.ts";
import type { Owner, Wording } from "../../../core/translation/wording.ts";
import { judge } from "../../../core/workflow/approvable.ts";
import type { Authorship } from "../../../core/workflow/approval.ts";
import { type DeskUnit, deskUnit } from "../../../core/workflow/desk.ts";
import { reviewPlaces } from "../../../core/workflow/place.ts";
import type { Judged, Unit } from "../../../core/workflow/units.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { approvalOf } from "../../db/tx/approvals.server.ts";
import { returnOf } from "../../db/tx/returns.server.ts";
import { termOf } from "../../db/tx/terms.server.ts";
import { waiversOf } from "../../db/tx/waivers.server.ts";
import { wordingOf } from "../../db/tx/wordings.server.ts";
import { checksFor } from "./checked-pairs.server.ts";

/** The words at work of an owner, and the newest approval and return of each of its units. */
export async function readWords(tx: ReadTx, owner: Owner): Promise<{ wordings: Wording[]; judged: Judged }> {
  const wordings = await tx.wording.findMany({ where: { owner }, omit: { folded: true } });
  const approvals = await tx.approval.findMany({ where: { owner }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const returns = await tx.return.findMany({ where: { owner }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const judged = { approvals: new Map(approvals.map((row) => [row.unit, approvalOf(row)])), returns: new Map(returns.map((row) => [row.unit, returnOf(row)])) };
  return { wordings: wordings.map((row) => wordingOf({ ...row, folded: "" })), judged };
}

/** So many are asked for by name; more than that, all of their owner's. */
const FEW = 200;

interface Desk {
  owner: Owner;
  /** Those to be shown. */
  units: readonly Unit[];
  member: Member;
  /** Where the owner stands for the limits of a role: strings belong to no topic and no site. */
  place: Place;
  /** What readers see of a unit now; null: nothing. */
  readersSee: (unit: Unit) => ByLang<string> | null;
  /** What the program itself brings along for a string; null: it is none. */
  baseOf?: (unit: Unit) => ByLang<string> | null;
}

/** Units as a member sees them at the desk: with who wrote and approved what, and what changed since. */
export async function readDeskUnits(tx: ReadTx, { owner, units, member, place, readersSee, baseOf }: Desk): Promise<DeskUnit[]> {
  const edits = await readAuthorship(tx, owner, units);
  const sources = await readFormerSources(
    tx,
    owner,
    units.filter((unit) => unit.state === "stale"),
  );
  const formerBases = await readFormerBases(
    tx,
    owner,
    units.filter((unit) => unit.formerBase !== null),
  );
  const terms = (await tx.term.findMany({ orderBy: { key: "asc" } })).map(termOf);
  const waivers = await readWaivers(tx, owner, units);
  const check = checksFor(terms);
  const names = await readNames(tx, units, waivers);
  return units.map((unit) => {
    const seen = readersSee(unit);
    const { approval, sourceLang } = unit;
    const formerSources = [...(sources.get(unit.unit) ?? []), ...[approval?.texts, seen].flatMap((texts) => (texts ? [texts[sourceLang]] : []))];
    const judgement = judge(unit, terms, waivers, check);
    const nameOf = (id: string | null): string | null => names.get(id ?? "") ?? null;
    const now = baseOf?.(unit) ?? null;
    const bases = now && { now, former: formerBases.get(unit.unit) ?? [] };
    const beyondLimits = may(member.roles, "words.approve") && !reviewPlaces(unit, place).every((one) => mayAt(member.grants, "words.approve", one));
    return deskUnit(unit, { memberId: member.id, beyondLimits, edits: edits.get(unit.unit) ?? [], judgement, formerSources, bases, readersSee: seen, nameOf });
  });
}

async function readWaivers(tx: ReadTx, owner: Owner, units: readonly Unit[]): Promise<Waiver[]> {
  const which = units.length === 1 && units[0] ? { unit: units[0].unit } : {};
  return waiversOf(await tx.waiver.findMany({ where: { owner, ...which }, orderBy: [{ at: "asc" }, { id: "asc" }] }));
}

/** Who changed what, without the words: histories are long. Only of what waits for an approval is it asked. */
async function readAuthorship(tx: ReadTx, owner: Owner, units: readonly Unit[]): Promise<Map<string, Authorship[]>> {
  const waiting = units.filter((unit) => !unit.approved && !unit.published).map(({ unit }) => unit);
  if (waiting.length === 0) return new Map();
  const which = waiting.length <= FEW ? { unit: { in: waiting } } : {};
  const rows = await tx.wordingEdit.findMany({ where: { owner, revision: { not: null }, ...which }, select: { unit: true, lang: true, byId: true, at: true } });
  const byUnit = new Map<string, Authorship[]>();
  for (const { unit, lang, byId, at } of rows) {
    const known = byUnit.get(unit);
    if (known) known.push({ lang, by: byId, at });
    else byUnit.set(unit, [{ lang, by: byId, at }]);
  }
  return byUnit;
}

/** What the source of stale units has said, whenever somebody saved it. */
async function readFormerSources(tx: ReadTx, owner: Owner, stale: readonly Unit[]): Promise<Map<string, string[]>> {
  const byUnit = new Map<string, string[]>();
  const [first] = stale;
  if (!first) return byUnit;
  const where = { owner, lang: first.sourceLang, unit: { in: stale.map((unit) => unit.unit) } };
  for (const { unit, text } of await tx.wordingEdit.findMany({ where, select: { unit: true, text: true } })) {
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), text]);
  }
  return byUnit;
}

/** What the program brought along for strings before. */
async function readFormerBases(tx: ReadTx, owner: Owner, units: readonly Unit[]): Promise<Map<string, ByLang<string>[]>> {
  if (units.length === 0) return new Map();
  const namespace = owner.slice(owner.indexOf(":") + 1);
  const rows = await tx.stringEdition.findMany({ where: { namespace, key: { in: units.map(({ unit }) => unit) }, number: { lt: 0 } } });
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return new Map([...byKey].map(([key, kept]) => [key, kept.map(({ texts }) => texts as ByLang<string>)]));
}

async function readNames(tx: ReadTx, units: readonly Unit[], waivers: readonly Waiver[]): Promise<Map<string, string>> {
  const ids = new Set(
    [
      ...units.flatMap((unit) => [unit.approval?.by, unit.returned?.by, ...Object.values(unit.wordings).map((wording) => wording?.editedBy)]),
      ...waivers.map(({ by }) => by),
    ].filter((id) => typeof id === "string"),
  );
  if (ids.size === 0) return new Map();
  const rows = await tx.member.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
