import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../app/server/db/database.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { missNotes } from "../../app/server/search/misses.server.ts";
import { countMiss } from "../../app/use-cases/count-miss.ts";
import { databases, type FreshDatabase } from "./databases.ts";

describe.each(databases())("what was searched in vain on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let now = new Date("2026-11-23T12:00:00+07:00");

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
  });
  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  const miss = (at: string, query: string, lang = "vi") => {
    now = new Date(at);
    return countMiss({ write: db.write, now: () => now }, { query, lang });
  };
  const seen = (lang: "vi" | "zh" | null, period: 7 | 30 | 90) =>
    workbenchReaders({ db, now: () => now, strings: null as unknown as Reading["strings"] }).misses(lang, period);

  test("is counted by wish, language and day in Hanoi, and shown to authors, the most frequent first", async () => {
    await miss("2026-11-01T12:00:00+07:00", "bằng lái");
    await miss("2026-11-22T23:59:00+07:00", "Bằng lái");
    await miss("2026-11-23T00:01:00+07:00", "bang lai");
    await miss("2026-11-23T12:00:00+07:00", "驾照", "zh");
    expect(await seen(null, 30)).toEqual({
      misses: [
        { query: "bang lai", lang: "vi", count: 3, lastDay: "2026-11-23" },
        { query: "驾照", lang: "zh", count: 1, lastDay: "2026-11-23" },
      ],
      days: [
        { day: "2026-11-23", counts: { vi: 1, zh: 1 } },
        { day: "2026-11-22", counts: { vi: 1, zh: 0 } },
        { day: "2026-11-01", counts: { vi: 1, zh: 0 } },
      ],
    });
    expect((await seen("vi", 7)).misses).toEqual([{ query: "bang lai", lang: "vi", count: 2, lastDay: "2026-11-23" }]);
  });

  test("is forgotten after 90 days, and never holds what may name a person", async () => {
    await miss("2027-02-10T12:00:00+07:00", "C1234567");
    await miss("2027-02-10T12:00:00+07:00", "gì đó");
    const rows = await db.read.searchMiss.findMany({ orderBy: { day: "asc" } });
    expect(rows.map(({ query, day }) => `${day} ${query}`)).toEqual(["2026-11-22 bang lai", "2026-11-23 bang lai", "2026-11-23 驾照", "2027-02-10 gi do"]);
  });

  test("changes nothing for readers: no page has to be made anew", async () => {
    const { revision } = await db.read.content.findUniqueOrThrow({ where: { id: 1 } });
    await miss("2027-02-11T12:00:00+07:00", "một điều khác");
    expect((await db.read.content.findUniqueOrThrow({ where: { id: 1 } })).revision).toBe(revision);
  });
});

describe("noting a search in vain", () => {
  let at = 0;
  let counted: string[] = [];
  const troubles: unknown[] = [];
  beforeEach(() => {
    counted = [];
  });

  test("happens at most once a second, whoever searches", () => {
    const note = missNotes(
      async ({ query }) => void counted.push(query),
      () => new Date(at),
      () => {},
    );
    for (const [when, query] of [
      [0, "a"],
      [400, "b"],
      [999, "c"],
      [1000, "d"],
      [1500, "e"],
      [2000, "f"],
    ] as const) {
      at = when;
      note(query, "vi");
    }
    expect(counted).toEqual(["a", "d", "f"]);
  });

  test("never disturbs the answer when it fails", async () => {
    const note = missNotes(
      () => Promise.reject(new Error("no database")),
      () => new Date(),
      (trouble) => troubles.push(trouble),
    );
    note("a", "zh");
    await expect.poll(() => troubles).toEqual([new Error("no database")]);
  });
});
