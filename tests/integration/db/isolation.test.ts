import { setImmediate as turn } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../app/server/db/database.server.ts";
import { databases, type FreshDatabase } from "../databases.ts";
import { inAnotherProcess } from "./another-process.ts";
import { article, edition, NOON } from "./samples.ts";
import { countUp, MEETINGS } from "./second-process.ts";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe.each(databases())("what readers see while others write, on $provider", ({ fresh }) => {
  let own: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    own = await fresh();
    database = await own.open();
    await database.write((tx) => tx.articles.insert(article(), null, NOON));
  });
  afterAll(async () => {
    await database.close();
    await own.drop();
  });

  it("never shows an open transaction, and nothing of one that failed", async () => {
    const slugs = async () => (await database.read.article.findMany({ orderBy: { slug: "asc" } })).map(({ slug }) => slug);
    let wroteInside = () => {};
    const inside = new Promise<void>((resolve) => {
      wroteInside = resolve;
    });
    const failing = database.write(async (tx) => {
      await tx.articles.insert(article("lost"), null, NOON);
      await tx.announce({ kind: "place" });
      wroteInside();
      await pause(50);
      throw new Error("changed my mind");
    });
    const refused = expect(failing).rejects.toThrow("changed my mind");
    await inside;
    expect(await slugs()).toEqual(["bai-a1"]);
    const other = database.write((tx) => tx.articles.insert(article("kept"), null, NOON));
    await refused;
    await other;
    expect(await slugs()).toEqual(["bai-a1", "bai-kept"]);
    expect(await database.read.announcement.count()).toBe(0);
  });

  it("never shows a mixture of two editions, to one statement or to a snapshot of two", async () => {
    const EDITIONS = 60;
    let publishing = true;
    const seen = { one: 0, two: 0, mixed: [] as string[] };
    const titles = (body: unknown) => Object.values((body as { texts: Record<string, { title: string }> }).texts).map(({ title }) => Number(title));

    const publish = async () => {
      for (let number = 1; number <= EDITIONS; number += 1) {
        await database.write(async (tx) => {
          await tx.editions.publish(edition(number));
          await tx.announce({ kind: "article", articleId: "a1", slug: "bai-a1", editionId: null });
        });
      }
      publishing = false;
    };
    const readOne = async () => {
      while (publishing) {
        await turn();
        const row = await database.read.edition.findFirst({ where: { slug: "bai-a1", currentOf: { not: null } } });
        if (!row) continue;
        const numbers = new Set([row.number, ...titles(row.body)]);
        if (numbers.size > 1) seen.mixed.push(`one statement: ${[...numbers]}`);
        seen.one += 1;
      }
    };
    const readTwo = async () => {
      while (publishing) {
        await turn();
        const [current, content] = await database.snapshot(async (tx) => [
          await tx.edition.findUnique({ where: { currentOf: "a1" } }),
          await tx.content.findUniqueOrThrow({ where: { id: 1 } }),
        ]);
        if ((current?.number ?? 0) !== content.revision) seen.mixed.push(`snapshot: edition ${current?.number}, revision ${content.revision}`);
        seen.two += 1;
      }
    };
    await Promise.all([publish(), readOne(), readOne(), readTwo(), readTwo()]);

    expect(seen.mixed).toEqual([]);
    expect(seen.one).toBeGreaterThan(EDITIONS / 4);
    expect(seen.two).toBeGreaterThan(EDITIONS / 4);
    expect(await database.read.edition.count({ where: { currentOf: "a1" } })).toBe(1);
    expect(await database.read.edition.count()).toBe(EDITIONS);
  });

  it("keeps a long snapshot's view to itself: a plain read meanwhile sees the newest commit", async () => {
    await database.snapshot(async (tx) => {
      const before = await tx.topic.count();
      await database.write((inner) => inner.places.putTopic({ key: "new", position: 9, icon: "id", name: { vi: "Mới", zh: "新" } }));
      expect(await tx.topic.count()).toBe(before);
      expect(await database.read.topic.count()).toBe(before + 1);
    });
  });
});

describe.each(databases())("two processes that write to one database on $provider", ({ fresh }) => {
  let own: FreshDatabase;
  beforeEach(async () => {
    own = await fresh();
  });
  afterEach(() => own.drop());

  it("lose no update and refuse nothing, however they meet", async () => {
    const TIMES = 60;
    const database = await own.open();
    let running = true;
    const second = inAnotherProcess<{ failures: string[] }>("second-process.ts", {
      address: { url: own.url, dataDir: own.dataDir },
      times: TIMES,
      meets: true,
    }).finally(() => {
      running = false;
    });
    let here = 0;
    while (running) {
      await countUp(database, "first");
      here += 1;
      // Between two writes the other one gets its chance.
      await pause(4);
    }
    expect(await second).toEqual({ failures: [] });

    const counter = await database.read.wording.findFirstOrThrow({ where: { unit: "counter" } });
    expect(counter).toMatchObject({ text: String(here + TIMES), revision: here + TIMES });
    const announced = await database.read.announcement.findMany({ orderBy: { id: "asc" } });
    expect(announced.map(({ id }) => id)).toEqual(Array.from({ length: here + TIMES }, (_, index) => index + 1));
    // They did meet, as the second one saw to: each wrote between two writes of the other.
    const turns = announced.map(({ body }) => (body as { gate: string }).gate.split("-")[0]);
    expect(turns.filter((who, index) => who !== turns[index - 1]).length).toBeGreaterThan(MEETINGS);
    await database.close();
  });
});
