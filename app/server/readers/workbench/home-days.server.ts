import type { Lang } from "../../../core/language/languages.ts";
import { daysBefore } from "../../../core/retention.ts";
import type { DayFigures } from "../../../core/workflow/figures.ts";
import type { ReadTx } from "../../db/client.server.ts";

/** How far back a chart goes, in days. */
const SHOWN_DAYS = 90;

export interface CountedDays {
  /** The first day (YYYY-MM-DD) that was ever counted and is still kept; null: none was. */
  since: string | null;
  /** The last ones that were counted, the oldest first. */
  days: DayFigures[];
}

/**
 * What all translations came to at the end of each day.
 * @param today YYYY-MM-DD, Hanoi: not counted before it is over
 */
export async function readCountedDays(tx: ReadTx, lang: Lang | null, today: string): Promise<CountedDays> {
  const first = await tx.progressDay.findFirst({ orderBy: { day: "asc" }, select: { day: true } });
  const from = daysBefore(new Date(today), SHOWN_DAYS).toISOString().slice(0, 10);
  const rows = await tx.progressDay.groupBy({
    by: ["day"],
    where: { day: { gte: from, lt: today }, ...(lang && { lang }) },
    _sum: { current: true, stale: true, missing: true },
    orderBy: { day: "asc" },
  });
  const days = rows.map(({ day, _sum: { current, stale, missing } }) => ({ day, current: current ?? 0, stale: stale ?? 0, missing: missing ?? 0 }));
  return { since: first?.day ?? null, days };
}
