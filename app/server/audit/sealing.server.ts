import { isSealingDue, MOST_IN_SEAL } from "../../core/people/audit-chain.ts";
import type { Ports } from "../../use-cases/ports.ts";
import { sealAudit } from "../../use-cases/seal-audit.ts";
import type { Database } from "../db/database.server.ts";
import { everyMoment } from "../jobs/every.server.ts";
import { log } from "../logging.server.ts";

const WHAT = "sealing the audit trail";

/**
 * Seals the audit trail whenever enough has gathered or has waited long enough, and at the end. Several instances may do this at once.
 * The log names each seal: what is noted there can't be made anew by who may write to the database alone.
 * @returns what ends it: resolves when all is sealed
 */
export function openSealing(db: Pick<Database, "read">, ports: Pick<Ports, "write" | "now">): () => Promise<void> {
  const seal = async () => {
    for (const { number, count, hash } of await sealAudit(ports)) log.info("audit trail sealed", { seal: number, entries: count, hash });
  };
  const endLooking = everyMoment(WHAT, async () => {
    const waiting = await db.read.auditEntry.findMany({ where: { seal: null }, orderBy: { id: "asc" }, take: MOST_IN_SEAL, select: { at: true } });
    const times = waiting.map(({ at }) => at);
    if (isSealingDue(times, ports.now())) await seal();
  });
  return async () => {
    await endLooking();
    await seal().catch((error) => log.error(`${WHAT} failed`, error));
  };
}
