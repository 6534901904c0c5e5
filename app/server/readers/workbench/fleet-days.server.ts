import { setImmediate as turn } from "node:timers/promises";
import type { Display } from "../../../core/displays/display.ts";
import type { FleetDay } from "../../../core/displays/fleet-views.ts";
import { beginningOfDay, lastDays, uptimeDays } from "../../../core/displays/uptime-days.ts";
import { byLang, type Lang } from "../../../core/language/languages.ts";
import type { Database } from "../../db/database.server.ts";

/** How many days the charts of displays go back. */
export const DAYS_OF_UPTIME = 14;

const DAY_MS = 86_400_000;

/** Minutes are counted and receipts come in while they are being read; after so long nothing more is added to what was. */
const SETTLED_MS = 10 * 60_000;

type Counts = Pick<Database, "provider" | "read">;

/**
 * What this process has counted of displays before. A day's minutes no longer change once it is over; receipts are counted by when they
 * came, each stretch of time once, so that those of a display that was cut off for days are still added to the days they are about.
 */
export interface FleetMemory {
  /** The last days of these displays together, the oldest first. */
  read(db: Counts, displays: readonly Display[], now: Date): Promise<FleetDay[]>;
}

interface ShownRow {
  day: string;
  displayId: string;
  /** Null: in every language at once. */
  lang: Lang | null;
  times: number;
}

export function fleetMemory(): FleetMemory {
  const heard = new Map<string, ReadonlyMap<string, number>>();
  const shown = new Map<string, ShownRow>();
  let countedUpTo: Date | null = null;
  let counting: Promise<void> = Promise.resolve();

  async function countSettled(db: Counts, days: readonly string[], now: Date): Promise<void> {
    const settled = now.getTime() - SETTLED_MS;
    for (const day of heard.keys()) if (!days.includes(day)) heard.delete(day);
    for (const [key, { day }] of shown) if (!days.includes(day)) shown.delete(key);
    for (const day of days) {
      if (heard.has(day) || beginningOfDay(day).getTime() + DAY_MS > settled) continue;
      heard.set(day, await minutesOn(db, day));
      await turn();
    }
    // A day at a time, so that nobody else waits long for the first count of a large fleet.
    for (let from = countedUpTo?.getTime() ?? beginningOfDay(days[0] as string).getTime(); from < settled; from = countedUpTo.getTime()) {
      const to = new Date(Math.min(from + DAY_MS, settled));
      for (const row of await receiptsBetween(db, new Date(from), to)) add(shown, row);
      countedUpTo = to;
      await turn();
    }
  }

  return {
    async read(db, displays, now) {
      if (displays.length === 0) return [];
      const days = lastDays(now, DAYS_OF_UPTIME);
      counting = counting.catch(() => {}).then(() => countSettled(db, days, now));
      await counting;
      const known = new Map(heard);
      const all = new Map([...shown].map(([key, row]) => [key, { ...row }]));
      const since = countedUpTo ?? beginningOfDay(days[0] as string);
      for (const day of days) if (!known.has(day)) known.set(day, await minutesOn(db, day));
      for (const row of await receiptsBetween(db, since, null)) add(all, row);

      const theirs = new Set(displays.map(({ id }) => id));
      const minutes = new Map([...known].map(([day, by]) => [day, [...by].reduce((sum, [id, one]) => sum + (theirs.has(id) ? one : 0), 0)]));
      const rows = Map.groupBy(
        [...all.values()].filter(({ displayId }) => theirs.has(displayId)),
        ({ day }) => day,
      );
      const timesIn = (day: string, lang: Lang | null): number => (rows.get(day) ?? []).reduce((sum, row) => sum + (row.lang === lang ? row.times : 0), 0);
      return uptimeDays(minutes, displays, now, days).map((one) => ({
        ...one,
        shown: byLang((lang) => timesIn(one.day, lang)),
        together: timesIn(one.day, null),
      }));
    },
  };
}

function add(to: Map<string, ShownRow>, row: ShownRow): void {
  const key = `${row.day} ${row.displayId} ${row.lang}`;
  const known = to.get(key);
  if (known) known.times += row.times;
  else to.set(key, row);
}

/** Minutes heard on a day, by display. */
async function minutesOn({ read }: Counts, day: string): Promise<Map<string, number>> {
  const from = beginningOfDay(day);
  const where = { hour: { gte: from, lt: new Date(from.getTime() + DAY_MS) } };
  const rows = await read.displayHour.groupBy({ by: ["displayId"], where, _sum: { minutes: true } });
  return new Map(rows.map(({ displayId, _sum }) => [displayId, _sum.minutes ?? 0]));
}

/** How often displays showed something, of what came between two instants. @param to null: until now */
async function receiptsBetween({ provider, read }: Counts, from: Date, to: Date | null): Promise<ShownRow[]> {
  const until = to ?? new Date("9999-12-31");
  const rows =
    provider === "sqlite"
      ? await read.$queryRaw<ShownRow[]>`SELECT date("at", '+7 hours') AS "day", "displayId", "lang", COUNT(*) AS "times"
          FROM "Receipt" WHERE "receivedAt" >= ${from} AND "receivedAt" < ${until} GROUP BY 1, 2, 3`
      : await read.$queryRaw<ShownRow[]>`SELECT to_char("at" + INTERVAL '7 hours', 'YYYY-MM-DD') AS "day", "displayId", "lang", COUNT(*) AS "times"
          FROM "Receipt" WHERE "receivedAt" >= ${from} AND "receivedAt" < ${until} GROUP BY 1, 2, 3`;
  return rows.map((row) => ({ ...row, times: Number(row.times) }));
}
