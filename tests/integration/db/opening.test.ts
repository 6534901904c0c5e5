import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../app/server/db/database.server.ts";
import { migratePostgresql } from "../../../app/server/db/migrate-postgresql.server.ts";
import { migrateSqlite } from "../../../app/server/db/migrate-sqlite.server.ts";
import { POSTGRESQL_MIGRATIONS, SQLITE_MIGRATIONS } from "../../../app/server/db/migrations.server.ts";
import { DatabaseAltered, DatabaseNewer, DatabaseUnreachable, DatabaseUnsafe, DataFolderNotWritable } from "../../../app/server/db/refusals.server.ts";
import { sqliteFile } from "../../../app/server/db/sqlite.server.ts";
import { databases, type FreshDatabase } from "../databases.ts";
import { inAnotherProcess } from "./another-process.ts";

describe.each(databases())("opening a database on $provider", ({ provider, fresh }) => {
  let own: FreshDatabase;
  beforeEach(async () => {
    own = await fresh();
  });
  afterEach(() => own.drop());

  const migrations = provider === "sqlite" ? SQLITE_MIGRATIONS : POSTGRESQL_MIGRATIONS;
  const identity = async () => {
    const database = await own.open();
    const rows = await database.read.content.findMany();
    await database.close();
    return rows;
  };
  /** Says something to the database past all of our code. */
  async function directly(sql: string): Promise<void> {
    if (own.url) {
      const client = new pg.Client({ connectionString: own.url });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    } else {
      const file = new Sqlite(sqliteFile(own.dataDir));
      file.exec(sql);
      file.close();
    }
  }
  const migrate = async () => (own.url ? migratePostgresql(own.url) : migrateSqlite(sqliteFile(own.dataDir)));

  it("migrates an empty database once, and finds nothing to do afterwards", async () => {
    if (own.url) await directly("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    else rmSync(sqliteFile(own.dataDir));
    expect(await migrate()).toEqual(migrations.map(({ name }) => name));
    expect(await migrate()).toEqual([]);
    expect(await identity()).toHaveLength(1);
  });

  it("gives a database its identity at the first opening and keeps it", async () => {
    const [first] = await identity();
    expect(first?.generationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(first?.revision).toBe(0);
    expect(await identity()).toEqual([first]);
  });

  it("lets three processes open an empty database at the same time", async () => {
    if (own.url) await directly("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    else rmSync(sqliteFile(own.dataDir));
    const address = { url: own.url, dataDir: own.dataDir };
    const open = () => inAnotherProcess<{ failures: string[] }>("second-process.ts", { address, times: 1, meets: false });
    expect(await Promise.all([open(), open(), open()])).toEqual([{ failures: [] }, { failures: [] }, { failures: [] }]);
    const database = await own.open();
    expect(await database.read.wording.findMany({ select: { text: true } })).toEqual([{ text: "3" }]);
    await database.close();
  });

  it("refuses a database that a newer release has migrated, and names what it does not know", async () => {
    const columns = `id, checksum, migration_name, finished_at`;
    await directly(`INSERT INTO "_prisma_migrations" (${columns}) VALUES ('x', 'y', '29990101000000_from_the_future', CURRENT_TIMESTAMP)`);
    const refused = await own.open().catch((error) => error);
    expect(refused).toBeInstanceOf(DatabaseNewer);
    expect(refused.migrations).toEqual(["29990101000000_from_the_future"]);
  });

  it("refuses a database whose migrations were edited or left unfinished", async () => {
    await directly(`UPDATE "_prisma_migrations" SET checksum = 'edited'`);
    await expect(own.open()).rejects.toBeInstanceOf(DatabaseAltered);
    await directly(`UPDATE "_prisma_migrations" SET checksum = '${migrations[0]?.checksum}', finished_at = NULL`);
    await expect(own.open()).rejects.toThrow("was left unfinished");
  });

  it("refuses to write through the client for reading", async () => {
    const database = await own.open();
    await expect(database.read.$queryRaw`INSERT INTO "Topic" ("key", "position", "body") VALUES ('x', 1, '{}') RETURNING "key"`).rejects.toThrow(/read-?only/i);
    const loose = database.read as unknown as { topic: { create(args: object): Promise<unknown> } };
    await expect(loose.topic.create({ data: { key: "x", position: 1, body: {} } })).rejects.toThrow(/read-?only/i);
    expect(await database.read.topic.count()).toBe(0);
    await database.close();
  });
});

describe("opening SQLite", () => {
  const temporary = () => mkdtempSync(join(tmpdir(), "cau-noi-test-"));

  it("makes the data folder and the file in it", async () => {
    const parent = temporary();
    const database = await openDatabase({ dataDir: join(parent, "new", "data") });
    expect(await database.read.content.count()).toBe(1);
    await database.close();
    rmSync(parent, { recursive: true });
  });

  it("keeps the promises of every connection: write-ahead log, full synchronisation, foreign keys, no trust in the schema", async () => {
    const dataDir = temporary();
    const database = await openDatabase({ dataDir });
    const asked = async (pragma: string) => {
      const strings = Object.assign([`PRAGMA ${pragma}`], { raw: [`PRAGMA ${pragma}`] }) as unknown as TemplateStringsArray;
      const [row] = await database.read.$queryRaw<Record<string, unknown>[]>(strings);
      return String(row?.[pragma]);
    };
    expect(await asked("journal_mode")).toBe("wal");
    expect(await asked("synchronous")).toBe("2");
    expect(await asked("foreign_keys")).toBe("1");
    expect(await asked("trusted_schema")).toBe("0");
    const said = { flow: null, direction: null, state: "open" as const, waitMinutes: null, reason: null, takesBack: null };
    const orphan = { ...said, id: "o", gate: "nowhere", at: new Date(), until: null, unknownAfter: new Date() };
    await expect(database.write((tx) => tx.places.addObservation(orphan, null))).rejects.toMatchObject({ code: "P2003" });
    await database.close();
    rmSync(dataDir, { recursive: true });
  });

  it("refuses a folder that cannot be written", async () => {
    const parent = temporary();
    const file = join(parent, "a-file");
    writeFileSync(file, "");
    await expect(openDatabase({ dataDir: file })).rejects.toBeInstanceOf(DataFolderNotWritable);
    const inside = await openDatabase({ dataDir: join(file, "inside") }).catch((error) => error);
    expect(inside).toBeInstanceOf(DataFolderNotWritable);
    expect(inside.folder).toBe(join(file, "inside"));
    rmSync(parent, { recursive: true });
  });
});

describe.skipIf(process.env.SKIP_POSTGRES === "1")("opening PostgreSQL", () => {
  it("says which server does not answer, without its password", async () => {
    const refused = await openDatabase({ url: "postgresql://someone:secret@127.0.0.1:1/cau_noi", dataDir: "unused" }).catch((error) => error);
    expect(refused).toBeInstanceOf(DatabaseUnreachable);
    expect(refused.message).toContain("127.0.0.1:1/cau_noi");
    expect(refused.message).not.toContain("secret");
  });

  it("refuses a database that is not in UTF-8", async () => {
    const server = new pg.Client({ connectionString: process.env.TEST_POSTGRES_URL });
    await server.connect();
    const name = `cau_noi_latin_${process.pid}`;
    await server.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'`);
    const url = new URL(process.env.TEST_POSTGRES_URL as string);
    url.pathname = `/${name}`;
    await expect(openDatabase({ url: url.href, dataDir: "unused" })).rejects.toBeInstanceOf(DatabaseUnsafe);
    await server.query(`DROP DATABASE "${name}"`);
    await server.end();
  });
});
