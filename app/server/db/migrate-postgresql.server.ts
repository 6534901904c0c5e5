import { randomUUID } from "node:crypto";
import pg from "pg";
import { type AppliedMigration, POSTGRESQL_MIGRATIONS, pendingMigrations } from "./migrations.server.ts";
import { DatabaseRefusal, DatabaseUnreachable, DatabaseUnsafe } from "./refusals.server.ts";

/** The very table that Prisma's own tool keeps, so that either may follow the other. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;
const APPLIED = `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`;
const NOTE = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), now(), 1)`;

/** The advisory lock that Prisma's own tool takes. */
const PRISMA_LOCK = 72_707_369;
const CONNECT_MS = 10_000;

/**
 * Applies what the database lacks: all of it or nothing.
 * @returns the names of what was applied
 * @throws DatabaseNewer, DatabaseAltered, DatabaseUnreachable, DatabaseUnsafe (not in UTF-8)
 */
export async function migratePostgresql(url: string): Promise<string[]> {
  const client = await connect(url);
  try {
    await assertEncoding(client);
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [PRISMA_LOCK]);
    await client.query(TABLE);
    const { rows } = await client.query<AppliedMigration>(APPLIED);
    const pending = pendingMigrations(rows, POSTGRESQL_MIGRATIONS);
    for (const migration of pending) {
      await client.query(migration.sql);
      await client.query(NOTE, [randomUUID(), migration.checksum, migration.name]);
    }
    await client.query("COMMIT");
    return pending.map((migration) => migration.name);
  } finally {
    // Ends an open transaction by rolling it back.
    await client.end();
  }
}

/** Host, port and name of the database of an address: what may be shown and logged. */
export function serverOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return host + pathname;
  } catch {
    return "(an address that cannot be read)";
  }
}

async function connect(url: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
    // A connection that breaks later fails the query under way; without a listener it would end the process instead.
    client.on("error", () => {});
    await client.connect();
    return client;
  } catch (error) {
    throw error instanceof DatabaseRefusal ? error : new DatabaseUnreachable(serverOf(url), error);
  }
}

/** In any other encoding a Vietnamese or Chinese word may be refused by the first save, months later. */
async function assertEncoding(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_encoding: string }>("SHOW server_encoding");
  const found = rows[0]?.server_encoding ?? "unknown";
  if (found !== "UTF8") throw new DatabaseUnsafe("encoding", found, "UTF8");
}
