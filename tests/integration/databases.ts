import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Provider } from "../../app/server/db/client.server.ts";
import { type Database, openDatabase } from "../../app/server/db/database.server.ts";
import { migratePostgresql } from "../../app/server/db/migrate-postgresql.server.ts";
import { migrateSqlite } from "../../app/server/db/migrate-sqlite.server.ts";
import { type Migration, POSTGRESQL_MIGRATIONS, SQLITE_MIGRATIONS } from "../../app/server/db/migrations.server.ts";
import { sqliteFile } from "../../app/server/db/sqlite.server.ts";
import type { Limits } from "../../app/server/db/transaction.server.ts";

/** A database of one's own, migrated and never opened: what `openDatabase` takes, and how to be rid of it. */
export interface FreshDatabase {
  provider: Provider;
  /** Undefined: SQLite in `dataDir`. */
  url: string | undefined;
  /** A folder of its own on either database. */
  dataDir: string;
  open(limits?: Limits): Promise<Database>;
  /** To be called when everything that was opened is closed. */
  drop(): Promise<void>;
}

export interface TestProvider {
  provider: Provider;
  fresh(): Promise<FreshDatabase>;
}

/**
 * Both databases, for `describe.each(databases())("… on $provider", ({ fresh }) => …)`. PostgreSQL is the server at TEST_POSTGRES_URL,
 * as a role that may create databases; `npm test` starts one. SKIP_POSTGRES=1 leaves it out of a quick run.
 */
export function databases(): TestProvider[] {
  const sqlite: TestProvider = { provider: "sqlite", fresh: freshSqlite };
  return process.env.SKIP_POSTGRES === "1" ? [sqlite] : [sqlite, { provider: "postgresql", fresh: freshPostgresql }];
}

/** Names a template by what was done to make it, so that runs share it until a migration changes. */
const templateOf = (migrations: Migration[]): string =>
  `cau_noi_template_${createHash("sha256")
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest("hex")
    .slice(0, 16)}`;

async function freshSqlite(): Promise<FreshDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "cau-noi-test-"));
  copyFileSync(sqliteTemplate(), sqliteFile(dataDir));
  return freshAt("sqlite", undefined, dataDir, async () => {});
}

function sqliteTemplate(): string {
  const folder = join(tmpdir(), `${templateOf(SQLITE_MIGRATIONS)}_${process.getuid?.() ?? "user"}`);
  const template = join(folder, "template.db");
  if (existsSync(template)) return template;
  mkdirSync(folder, { recursive: true });
  // Two test files may be here at once: each makes its own and the last one's name stays.
  const own = join(folder, `${randomBytes(6).toString("hex")}.db`);
  migrateSqlite(own);
  renameSync(own, template);
  return template;
}

async function freshPostgresql(): Promise<FreshDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server)
    throw new Error(
      "These tests need a PostgreSQL server: set TEST_POSTGRES_URL, or run `npm test`, which brings one (SKIP_POSTGRES=1 leaves PostgreSQL out).",
    );
  const name = `cau_noi_test_${randomBytes(8).toString("hex")}`;
  await onServer(server, async (client) => {
    const template = await postgresqlTemplate(server, client);
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  const dataDir = mkdtempSync(join(tmpdir(), "cau-noi-test-"));
  return freshAt("postgresql", addressOf(server, name), dataDir, () =>
    onServer(server, async (client) => {
      await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    }),
  );
}

/** Any number: held while the template is made and while it is copied, which must not happen at once. */
const TEMPLATE_LOCK = 7_241_199;

async function postgresqlTemplate(server: string, client: pg.Client): Promise<string> {
  const template = templateOf(POSTGRESQL_MIGRATIONS);
  await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
  if (rowCount) return template;
  const unfinished = `${template}_${randomBytes(4).toString("hex")}`;
  await client.query(`CREATE DATABASE "${unfinished}" TEMPLATE template0 ENCODING 'UTF8'`);
  await migratePostgresql(addressOf(server, unfinished));
  await client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${template}"`);
  return template;
}

/** Locks of the session end with it. */
async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function freshAt(provider: Provider, url: string | undefined, dataDir: string, remove: () => Promise<void>): FreshDatabase {
  return {
    provider,
    url,
    dataDir,
    open: (limits) => openDatabase({ url, dataDir }, limits),
    async drop() {
      await remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
