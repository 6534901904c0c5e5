import { type Fact, isOverdue } from "../../../core/facts/fact.ts";
import type { FactListView, FactRow } from "../../../core/facts/fact-views.ts";
import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { LANGS } from "../../../core/language/languages.ts";
import type { Member } from "../../../core/people/roles.ts";
import { fold } from "../../../core/search/normalise.ts";
import { factChangeOf } from "../../db/tx/fact-changes.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import type { Reading } from "../reading.server.ts";
import { readAgencies } from "../visitor/agencies.server.ts";

export interface FactFilter {
  query: string;
  /** Key of an agency; "": all. */
  agency: string;
  standing: "overdue" | "verify" | "pending" | null;
}

/** All facts that a filter leaves, those whose day of verification has passed first. */
export async function readFacts({ db, now }: Reading, member: Member, filter: FactFilter): Promise<FactListView> {
  return db.snapshot(async (tx) => {
    const today = hanoiDay(now());
    const facts = (await tx.fact.findMany()).map(factOf);
    const { agencies } = await readAgencies(tx, member.lang, now());
    const pending = (await tx.factChange.findMany({ where: { decidedAt: null }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(factChangeOf);
    const rows = facts.map(
      (fact): FactRow => ({
        fact,
        agency: agencies[fact.agency]?.name ?? fact.agency,
        overdue: isOverdue(fact, today),
        pending: pending.filter(({ key }) => key === fact.key).length,
      }),
    );
    const known = new Set(facts.map(({ key }) => key));
    const order = new Intl.Collator(member.lang);
    return {
      rows: rows
        .filter((row) => matches(row, filter))
        .sort((a, b) => Number(b.overdue) - Number(a.overdue) || order.compare(a.fact.label[member.lang], b.fact.label[member.lang])),
      proposed: pending.filter(({ key }) => !known.has(key)).map(({ after }) => after),
      agencies: Object.entries(agencies).map(([key, { name }]) => ({ key, name })),
      overdue: rows.filter(({ overdue }) => overdue).length,
    };
  });
}

function matches({ fact, overdue, pending }: FactRow, { query, agency, standing }: FactFilter): boolean {
  if (agency !== "" && fact.agency !== agency) return false;
  if (standing === "overdue" && !overdue) return false;
  if (standing === "verify" && fact.mark !== "verify") return false;
  if (standing === "pending" && pending === 0) return false;
  return says(fact, query);
}

const says = (fact: Fact, query: string): boolean => {
  const wanted = fold(query).trim();
  return [fact.key, ...LANGS.map((lang) => fact.label[lang])].some((text) => fold(text).includes(wanted));
};
