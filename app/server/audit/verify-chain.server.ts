import { type AuditSeal, faultOfEntries, faultOfLink, faultOfSeal, type SealFault } from "../../core/people/audit-chain.ts";
import type { Reads } from "../db/client.server.ts";
import { auditEntryOf } from "../db/tx/audit.server.ts";

/** stray: entries name a seal that there is not; not_noted: the seal is not the one that was noted elsewhere. */
export interface BrokenLink {
  number: number;
  fault: SealFault | "stray" | "not_noted";
}

export interface ChainReport {
  /** How many seals and sealed entries were held to be right, up to the first that is not. */
  seals: number;
  entries: number;
  /** Written since the newest seal. */
  unsealed: number;
  newest: AuditSeal | null;
  /** The first broken link; null: the chain holds. */
  broken: BrokenLink | null;
}

type Trail = Pick<Reads, "auditSeal" | "auditEntry">;

const SEALS_AT_ONCE = 100;

/**
 * Computes the whole chain again, from its first link on.
 * @param noted a seal that was noted elsewhere (the log names each): whoever may write to the database could make the whole chain anew
 */
export async function verifyChain(trail: Trail, noted: Pick<AuditSeal, "number" | "hash"> | null = null): Promise<ChainReport> {
  const report: ChainReport = { seals: 0, entries: 0, unsealed: await trail.auditEntry.count({ where: { seal: null } }), newest: null, broken: null };
  const end = (number: number, fault: BrokenLink["fault"]): ChainReport => ({ ...report, broken: { number, fault } });
  for (;;) {
    const after = report.newest?.number ?? 0;
    const seals = await trail.auditSeal.findMany({ where: { number: { gt: after } }, orderBy: { number: "asc" }, take: SEALS_AT_ONCE });
    if (seals.length === 0) break;
    for (const seal of seals) {
      const fault = faultOfSeal(seal, report.newest, await entriesOf(trail, seal));
      if (fault) return end(fault === "gone" ? (report.newest?.number ?? 0) + 1 : seal.number, fault);
      if (noted?.number === seal.number && noted.hash !== seal.hash) return end(seal.number, "not_noted");
      report.newest = seal;
      report.seals += 1;
      report.entries += seal.count;
    }
  }
  const last = report.newest?.number ?? 0;
  const stray = await trail.auditEntry.findFirst({
    where: { OR: [{ seal: { gt: last } }, { seal: { lt: 1 } }] },
    orderBy: { seal: "asc" },
    select: { seal: true },
  });
  if (stray?.seal != null) return end(stray.seal, "stray");
  if (noted && noted.number > last) return end(noted.number, "gone");
  return report;
}

/** How far back a page looks each time it is asked for. */
const NEWEST_SEALS = 20;

/** The same for the newest links alone: enough for a page, which must not take longer with every year. `seals`: how many were looked at. */
export async function verifyNewest(trail: Trail): Promise<ChainReport> {
  const found = await trail.auditSeal.findMany({ orderBy: { number: "desc" }, take: NEWEST_SEALS + 1 });
  const [newest = null] = found;
  const report: ChainReport = { seals: 0, entries: 0, unsealed: await trail.auditEntry.count({ where: { seal: null } }), newest, broken: null };
  const there = await trail.auditSeal.count();
  if (newest && there !== newest.number) return { ...report, broken: { number: there + 1, fault: "gone" } };
  const wanted = found.slice(0, NEWEST_SEALS).reverse();
  let before = found[NEWEST_SEALS] ?? null;
  for (const seal of wanted) {
    const fault = faultOfLink(seal, before) ?? faultOfEntries(seal, await entriesOf(trail, seal));
    if (fault) return { ...report, broken: { number: seal.number, fault } };
    report.seals += 1;
    report.entries += seal.count;
    before = seal;
  }
  return report;
}

/** One more than there should be is enough to see that there are too many. */
async function entriesOf(trail: Trail, { number, count }: AuditSeal) {
  const rows = await trail.auditEntry.findMany({ where: { seal: number }, orderBy: { id: "asc" }, take: count + 1 });
  return rows.map(auditEntryOf);
}
