import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Display } from "../../../app/core/displays/display.ts";
import { FIRST_SETTINGS } from "../../../app/core/displays/settings.ts";
import type { Lang } from "../../../app/core/language/languages.ts";
import type { Member } from "../../../app/core/people/roles.ts";
import type { Database } from "../../../app/server/db/database.server.ts";
import { DAYS_OF_UPTIME, fleetMemory } from "../../../app/server/readers/workbench/fleet-days.server.ts";
import { workbenchReaders } from "../../../app/server/readers/workbench.server.ts";
import { memberWith } from "../actors.ts";
import { databases, type FreshDatabase } from "../databases.ts";
import { ground, openDisplayPortal } from "./display-portal.tsx";

const NOW = new Date("2026-11-24T05:00:00Z");
const DAY_MS = 86_400_000;
const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

const display = (id: string, more: Partial<Display> = {}): Display => ({
  id,
  name: id,
  site: "huu-nghi",
  kind: "led",
  size: null,
  settings: FIRST_SETTINGS,
  revision: 1,
  pairedAt: new Date("2026-11-01T00:00:00Z"),
  pairedBy: "t1",
  revokedAt: null,
  ...more,
});

describe.each(databases())("days of the whole fleet on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  beforeEach(async () => {
    place = await fresh();
    db = await place.open();
    await ground(db);
  });
  afterEach(async () => {
    await db.close();
    await place.drop();
  });

  const heard = (id: string, hour: Date, minutes: number) => db.write((tx) => tx.displayReports.count(id, hour, { minutes }));
  let number = 0;
  const shown = (id: string, lang: Lang | null, at: Date, receivedAt = at) => {
    number += 1;
    return db.write(
      async (tx) => void (await tx.displayReports.keepReceipts(id, [{ number, item: "i1", lang, at: at.toISOString(), seconds: 5 }], receivedAt)),
    );
  };

  it("are told by Hanoi's days, of the displays that are asked about, in each language and in both at once", async () => {
    const memory = fleetMemory();
    // 16:30 on the 22nd in London's clock is still the 22nd in Hanoi; 17:30 is the 23rd.
    await heard("a", new Date("2026-11-22T16:00:00Z"), 60);
    await heard("a", new Date("2026-11-22T17:00:00Z"), 60);
    await heard("b", new Date("2026-11-22T17:00:00Z"), 30);
    await heard("other", new Date("2026-11-22T17:00:00Z"), 60);
    await shown("a", "vi", new Date("2026-11-22T16:30:00Z"));
    await shown("a", "vi", new Date("2026-11-22T17:30:00Z"));
    await shown("b", "zh", new Date("2026-11-22T17:30:00Z"));
    await shown("b", null, later(-60_000));
    await shown("other", "zh", later(-60_000));
    const days = await memory.read(db, [display("a"), display("b")], NOW);
    expect(days).toHaveLength(DAYS_OF_UPTIME);
    expect(days.slice(-3)).toEqual([
      { day: "2026-11-22", heard: 60, of: 2880, shown: { vi: 1, zh: 0 }, together: 0 },
      { day: "2026-11-23", heard: 90, of: 2880, shown: { vi: 1, zh: 1 }, together: 0 },
      { day: "2026-11-24", heard: 0, of: 1440, shown: { vi: 0, zh: 0 }, together: 1 },
    ]);
    expect(await memory.read(db, [], NOW)).toEqual([]);
  });

  it("count what a device tells days afterwards, and nothing twice, however often and by however many they are asked for", async () => {
    const memory = fleetMemory();
    const ask = async (now: Date) => (await memory.read(db, [display("a")], now)).reduce((sum, { shown }) => sum + shown.vi, 0);
    await shown("a", "vi", later(-3 * DAY_MS));
    await shown("a", "vi", later(-1000));
    expect(await Promise.all([ask(NOW), ask(NOW), ask(NOW)])).toEqual([2, 2, 2]);
    // Cut off for three days, and back.
    await shown("a", "vi", later(-2 * DAY_MS), later(60_000));
    expect(await ask(later(120_000))).toBe(3);
    expect(await Promise.all([ask(later(3_600_000)), ask(later(3_600_000))])).toEqual([3, 3]);
    const { day } = (await memory.read(db, [display("a")], later(DAY_MS))).at(-1) as { day: string };
    expect(day).toBe("2026-11-25");
    expect(await ask(later(20 * DAY_MS))).toBe(0);
  });

  it("of a thousand displays are counted by the database, and once they were, only what is new is", async () => {
    const displays = Array.from({ length: 1000 }, (_, index) => display(`d${index}`));
    for (let back = 0; back < DAYS_OF_UPTIME; back += 1) {
      const at = later(-back * DAY_MS - 3_600_000);
      await db.write(async (tx) => {
        for (const { id } of displays.slice(0, 50)) {
          await tx.displayReports.count(id, new Date(at.getTime() - (at.getTime() % 3_600_000)), { minutes: 60 });
          const receipts = Array.from({ length: 20 }, (_, index) => ({
            number: back * 20 + index + 1,
            item: "i",
            lang: "vi" as const,
            at: at.toISOString(),
            seconds: 5,
          }));
          await tx.displayReports.keepReceipts(id, receipts, at);
        }
      });
    }
    const memory = fleetMemory();
    let rows = 0;
    const noting =
      <Args extends unknown[], Rows extends readonly unknown[]>(ask: (...args: Args) => Promise<Rows>) =>
      async (...args: Args): Promise<Rows> => {
        const found = await ask(...args);
        rows += found.length;
        return found;
      };
    const displayHour = { ...db.read.displayHour, groupBy: noting(((...args: never[]) => db.read.displayHour.groupBy(...(args as [never]))) as never) };
    const read = {
      ...db.read,
      displayHour,
      $queryRaw: noting((...args: never[]) => (db.read.$queryRaw as never as (...args: never[]) => Promise<unknown[]>)(...args)),
    };
    const counted = { provider: db.provider, read: read as unknown as Database["read"] };
    const first = await memory.read(counted, displays, NOW);
    expect(first.reduce((sum, { shown }) => sum + shown.vi, 0)).toBe(14 * 50 * 20);
    expect(first.reduce((sum, { heard }) => sum + heard, 0)).toBe(14 * 50 * 60);
    // A row for a display and a day, never for a receipt.
    expect(rows).toBeLessThanOrEqual(2 * 14 * 50);
    expect(rows).toBeGreaterThanOrEqual(14 * 50);
    const before = rows;
    expect(await memory.read(counted, displays, NOW)).toEqual(first);
    expect(rows - before).toBeLessThanOrEqual(50);
  });

  it("show a technician of one site the displays of that site alone", async () => {
    const portal = await openDisplayPortal(db, place.dataDir, { now: () => NOW });
    try {
      const [near, far] = [await portal.paired({ site: "huu-nghi" }), await portal.paired({ site: "chi-ma" })];
      await shown(near.id, "vi", later(-1000));
      await shown(far.id, "vi", later(-1000));
      const readers = workbenchReaders({ db, now: () => later(60_000), strings: null as never });
      const limited = { ...memberWith("t1", "technician"), grants: [{ role: "technician" as const, langs: null, topics: null, sites: ["chi-ma"] }] };
      const times = async (member: Member) => (await readers.fleet(member, async () => null)).days.map(({ shown, of }) => [shown.vi, of]);
      expect(await times(memberWith("t1", "technician"))).toEqual([[2, 2]]);
      expect(await times(limited)).toEqual([[1, 1]]);
    } finally {
      await portal.close();
    }
  });
});
