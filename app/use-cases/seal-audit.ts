import { type AuditSeal, MOST_IN_SEAL, sealOver } from "../core/people/audit-chain.ts";
import type { Ports } from "./ports.ts";

/**
 * Seals the entries of the audit trail that have no seal yet, in the order of their ids: each seal in a short transaction of its own.
 * @returns the seals that were made, the newest last
 */
export async function sealAudit(ports: Pick<Ports, "write" | "now">): Promise<AuditSeal[]> {
  const made: AuditSeal[] = [];
  for (;;) {
    const seal = await ports.write(async (tx) => {
      const entries = await tx.audit.unsealed(MOST_IN_SEAL);
      if (entries.length === 0) return null;
      const next = sealOver(entries, await tx.audit.newestSeal(), ports.now());
      await tx.audit.seal(next);
      return next;
    });
    if (!seal) return made;
    made.push(seal);
    if (seal.count < MOST_IN_SEAL) return made;
  }
}
