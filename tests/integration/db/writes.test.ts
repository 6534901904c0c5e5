import { setImmediate as turn } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../app/core/errors.ts";
import type { Database } from "../../../app/server/db/database.server.ts";
import { sqliteFile } from "../../../app/server/db/sqlite.server.ts";
import { databases, type FreshDatabase } from "../databases.ts";
import { article, edition, member, NOON, wording } from "./samples.ts";

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const place = { kind: "place" } as const;

/** Where the limits are not what is tested: the machine may be busy with something else. */
const PATIENT = { queue: 30_000, start: 20_000, work: 20_000 };

/** Another writer, past all of our code, who holds on to the lock. @returns how to let go */
async function holdWriteLock(own: FreshDatabase): Promise<() => Promise<void>> {
  if (!own.url) {
    const other = new Sqlite(sqliteFile(own.dataDir));
    other.exec("BEGIN IMMEDIATE");
    return async () => {
      other.close();
    };
  }
  const other = new pg.Client({ connectionString: own.url });
  await other.connect();
  await other.query(`BEGIN; LOCK TABLE "Content", "Topic"`);
  return () => other.end();
}

describe.each(databases())("writing on $provider", ({ provider, fresh }) => {
  let own: FreshDatabase;
  let database: Database;
  beforeEach(async () => {
    own = await fresh();
    database = await own.open(PATIENT);
  });
  afterEach(async () => {
    await database.close();
    await own.drop();
  });
  const topics = async () => (await database.read.topic.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);
  const putTopic = (key: string) => database.write((tx) => tx.places.putTopic({ key, position: 1, icon: "id", name: { vi: key, zh: key } }));

  it("lets exactly one of 200 simultaneous saves of the same words win", async () => {
    const first = await Promise.all(upTo(200).map((n) => database.write((tx) => tx.wordings.put(wording(1, `first ${n}`)))));
    expect(first.filter(Boolean)).toHaveLength(1);
    const second = await Promise.all(upTo(40).map((n) => database.write((tx) => tx.wordings.put(wording(2, `second ${n}`)))));
    expect(second.filter(Boolean)).toHaveLength(1);
    const rows = await database.read.wording.findMany();
    expect(rows).toMatchObject([{ revision: 2, text: `second ${second.indexOf(true) + 1}` }]);
  });

  it("runs writes in the order in which they were asked for", async () => {
    const order: number[] = [];
    await Promise.all(
      upTo(20)
        .map((n) =>
          database.write(async (tx) => {
            await tx.members.count();
            order.push(n);
            if (n % 5 === 0) throw new Error("one that fails holds up nobody");
          }),
        )
        .map((write) => write.catch(() => {})),
    );
    expect(order).toEqual(upTo(20));
  });

  it("lets the process answer others between the writes that wait", async () => {
    let writing = true;
    let turns = 0;
    const others = (async () => {
      for (; writing; turns += 1) await turn();
    })();
    await Promise.all(upTo(50).map(() => database.write((tx) => tx.announce(place))));
    writing = false;
    await others;
    expect(turns).toBeGreaterThanOrEqual(50);
  });

  it("numbers announcements without gaps in the order of commits, whatever else fails, and never shows a later one first", async () => {
    let writing = true;
    const gaps: number[][] = [];
    const watch = async () => {
      while (writing) {
        await turn();
        const ids = (await database.read.announcement.findMany({ orderBy: { id: "asc" }, select: { id: true } })).map(({ id }) => id);
        if (ids.length && ids.at(-1) !== ids.length) gaps.push(ids);
      }
    };
    const other = await own.open();
    const watching = [watch(), watch()];
    const committed: number[] = [];
    const announcing = upTo(60).map((n) =>
      (n % 2 ? database : other)
        .write(async (tx) => {
          const revision = await tx.announce(place);
          if (n % 3 === 0) throw new Error("undone");
          return revision;
        })
        .then(
          (revision) => committed.push(revision),
          () => {},
        ),
    );
    await Promise.all(announcing);
    writing = false;
    await Promise.all(watching);
    await other.close();
    expect(gaps).toEqual([]);
    expect(committed.sort((a, b) => a - b)).toEqual(upTo(40));
    expect(await database.read.content.findFirst()).toMatchObject({ revision: 40 });
  });

  it("keeps true what a work has read until it has written, for all instances: one first administrator", async () => {
    const other = await own.open();
    const become = (n: number) =>
      (n % 2 ? database : other).write(async (tx) => {
        if (await tx.members.countActive("administrator")) return false;
        await tx.members.insert(member(`m${n}`, ["administrator"]));
        return true;
      });
    const made = await Promise.all(upTo(20).map(become));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await database.read.member.count()).toBe(1);
    await other.close();
  });

  it("keeps nothing of a work that swallows the error of one of its steps", async () => {
    const swallowing = database.write(async (tx) => {
      await tx.members.insert(member("m1"));
      await tx.members.insert({ ...member("m2"), email: member("m1").email }).catch(() => {});
      return "done";
    });
    await expect(swallowing).rejects.toMatchObject({ code: "already_exists" });
    expect(await database.read.member.count()).toBe(0);
  });

  it("says clash when a publication's number was taken, and already_exists for a slug or an address in use", async () => {
    await database.write((tx) => tx.articles.insert(article(), null, NOON));
    await database.write((tx) => tx.editions.publish(edition(1)));
    await expect(database.write((tx) => tx.editions.publish(edition(1)))).rejects.toMatchObject({ code: "clash" });
    expect(await database.read.edition.count({ where: { currentOf: "a1" } })).toBe(1);
    await expect(database.write((tx) => tx.articles.insert(article("a2", "bai-a1"), null, NOON))).rejects.toMatchObject({ code: "already_exists" });
    await expect(database.write((tx) => tx.wordings.insertAll([wording(), wording()]))).rejects.toMatchObject({ code: "clash" });
    expect(await database.read.wording.count()).toBe(0);
  });

  it("answers busy when another process holds the lock for too long, without standing still meanwhile, and goes on afterwards", async () => {
    const hurried = await own.open({ queue: 5_000, start: 1_000, work: 1_000 });
    const letGo = await holdWriteLock(own);
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 10);
    const refused = await hurried.write((tx) => tx.places.putTopic({ key: "x", position: 1, icon: "id", name: { vi: "x", zh: "x" } })).catch((error) => error);
    clearInterval(ticking);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused.code).toBe("busy");
    expect(ticks).toBeGreaterThan(10);
    await letGo();
    await putTopic("y");
    expect(await topics()).toEqual(["y"]);
    await hurried.close();
  });

  it("ends a work that takes too long, and what it still tries afterwards changes nothing", async () => {
    const hurried = await own.open({ queue: 5_000, start: 5_000, work: 700 });
    let lateStep: Promise<unknown> = Promise.resolve();
    const slow = hurried.write(async (tx) => {
      await tx.places.putTopic({ key: "slow", position: 1, icon: "id", name: { vi: "x", zh: "x" } });
      await pause(1_000);
      lateStep = tx.places.putTopic({ key: "late", position: 1, icon: "id", name: { vi: "x", zh: "x" } }).catch((error) => error);
    });
    const behind = hurried.write((tx) => tx.places.putTopic({ key: "behind", position: 1, icon: "id", name: { vi: "x", zh: "x" } }));
    await expect(slow).rejects.toMatchObject({ code: "busy" });
    await behind;
    await pause(500);
    expect(await lateStep).toBeInstanceOf(Error);
    expect(await topics()).toEqual(["behind"]);
    await hurried.close();
  });

  it("takes no write after it was closed, and ends those it had taken", async () => {
    const closing = await own.open();
    const taken = closing.write((tx) => tx.announce(place));
    const closed = closing.close();
    await expect(closing.write((tx) => tx.announce(place))).rejects.toMatchObject({ code: "stopping" });
    expect(await taken).toBe(1);
    await closed;
  });

  if (provider === "sqlite") return;
  describe("when PostgreSQL gives a transaction up", () => {
    async function failing(times: number, code: string): Promise<void> {
      await directly(`CREATE SEQUENCE attempts;
        CREATE FUNCTION give_up() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF nextval('attempts') <= ${times} THEN RAISE EXCEPTION 'given up' USING ERRCODE = '${code}'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER give_up BEFORE INSERT ON "Topic" FOR EACH ROW EXECUTE FUNCTION give_up()`);
    }
    async function directly(sql: string): Promise<pg.QueryResult> {
      const client = new pg.Client({ connectionString: own.url });
      await client.connect();
      return client.query(sql).finally(() => client.end());
    }
    const attempts = async () => Number((await directly("SELECT last_value FROM attempts")).rows[0].last_value);

    it.each([
      ["a serialization failure", "40001"],
      ["a deadlock", "40P01"],
    ])("runs the work again after %s", async (_, code) => {
      await failing(2, code);
      await putTopic("x");
      expect(await topics()).toEqual(["x"]);
      expect(await attempts()).toBe(3);
    });

    it("answers busy after a bounded number of times", async () => {
      await failing(1_000, "40001");
      await expect(putTopic("x")).rejects.toMatchObject({ code: "busy" });
      expect(await attempts()).toBe(6);
    });

    it("answers busy when the server ends the connection inside a write, and opens another for the next", async () => {
      const broken = database.write(async (tx) => {
        await tx.members.count();
        await directly("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await tx.announce(place);
      });
      await expect(broken).rejects.toMatchObject({ code: "busy" });
      expect(await database.write((tx) => tx.announce(place))).toBe(1);
    });

    it("answers busy to a reader who finds every connection in use", async () => {
      const hurried = await own.open({ queue: 5_000, start: 1_000, work: 5_000 });
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let begun = 0;
      const snapshots = upTo(10).map(() =>
        hurried.snapshot(async (tx) => {
          await tx.topic.count();
          begun += 1;
          await held;
        }),
      );
      await vi.waitFor(() => expect(begun).toBe(10), { timeout: 5_000 });
      const refused = await Promise.allSettled([hurried.read.topic.count(), hurried.snapshot((tx) => tx.topic.count())]);
      expect(refused).toMatchObject([{ reason: { code: "busy" } }, { reason: { code: "busy" } }]);
      release();
      await Promise.all(snapshots);
      expect(await hurried.read.topic.count()).toBe(0);
      await hurried.close();
    });
  });
});
