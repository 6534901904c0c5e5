import { isAuditAct } from "../../../core/people/audit.ts";
import type { AuditFilter } from "../../../server/readers/workbench/audit.server.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[\w-]{1,64}$/;
const LONGEST_OBJECT = 200;

/** What an address asks of the audit trail; what makes no sense is not asked. */
export function askedOf(query: URLSearchParams): AuditFilter {
  const day = (name: string): string | null => {
    const typed = query.get(name) ?? "";
    return DAY.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : null;
  };
  const by = query.get("by") ?? "";
  const act = query.get("act");
  return {
    by: ID.test(by) ? by : null,
    act: isAuditAct(act) ? act : null,
    object: (query.get("object") ?? "").normalize("NFC").slice(0, LONGEST_OBJECT).trim(),
    from: day("from"),
    to: day("to"),
  };
}
