import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { LANGS, type Lang } from "../../../core/language/languages.ts";
import type { Period } from "../../../core/search/misses.ts";
import type { Reading } from "../reading.server.ts";

/** A wish that was searched in vain. */
export interface MissView {
  /** Folded, as it was counted. */
  query: string;
  lang: Lang;
  count: number;
  /** YYYY-MM-DD, Hanoi: when it was last searched. */
  lastDay: string;
}

export interface MissesView {
  misses: MissView[];
  /** How many searches were in vain on each day, the newest day first, by language. */
  days: { day: string; counts: Record<Lang, number> }[];
}

const DAY_MS = 86_400_000;
/** More wishes than these nobody reads. */
const SHOWN = 100;

/** What people searched in vain in the last days, today included: the most frequent first. `lang` null: in every language. */
export async function readMisses({ db, now }: Reading, lang: Lang | null, period: Period): Promise<MissesView> {
  const since = hanoiDay(new Date(now().getTime() - (period - 1) * DAY_MS));
  const where = { day: { gte: since }, ...(lang && { lang }) };
  return db.snapshot(async (tx) => {
    const wishes = await tx.searchMiss.groupBy({
      by: ["query", "lang"],
      where,
      _sum: { count: true },
      _max: { day: true },
      orderBy: [{ _sum: { count: "desc" } }, { query: "asc" }],
      take: SHOWN,
    });
    const byDay = await tx.searchMiss.groupBy({ by: ["day", "lang"], where, _sum: { count: true }, orderBy: { day: "desc" } });
    const none = Object.fromEntries(LANGS.map((code) => [code, 0])) as Record<Lang, number>;
    const days = new Map<string, Record<Lang, number>>();
    for (const { day, lang: code, _sum } of byDay) days.set(day, { ...(days.get(day) ?? none), [code]: _sum.count ?? 0 });
    return {
      misses: wishes.map(({ query, lang: code, _sum, _max }) => ({ query, lang: code as Lang, count: _sum.count ?? 0, lastDay: _max.day ?? since })),
      days: [...days].map(([day, counts]) => ({ day, counts })),
    };
  });
}
