import { randomUUID } from "node:crypto";
import Sqlite from "better-sqlite3";
import { type AppliedMigration, pendingMigrations, SQLITE_MIGRATIONS } from "./migrations.server.ts";
import { DatabaseAltered } from "./refusals.server.ts";

/** The very table that Prisma's own tool keeps, so that either may follow the other. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;
const APPLIED = `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`;
const NOTE = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`;

/** How long one process waits for another that migrates the same file, in milliseconds. */
const WAIT_MS = 30_000;

/**
 * Makes the file if there is none, and applies what it lacks: all of it or nothing.
 * @returns the names of what was applied
 * @throws DatabaseNewer, DatabaseAltered
 */
export function migrateSqlite(file: string): string[] {
  const database = new Sqlite(file, { timeout: WAIT_MS });
  try {
    changeToWal(database);
    database.pragma("synchronous = FULL");
    // Prisma's table rebuilds need this off, and a transaction cannot switch it.
    database.pragma("foreign_keys = OFF");
    database.exec("BEGIN EXCLUSIVE");
    database.exec(TABLE);
    const pending = pendingMigrations(database.prepare(APPLIED).all() as AppliedMigration[], SQLITE_MIGRATIONS);
    for (const migration of pending) {
      database.exec(migration.sql);
      database.prepare(NOTE).run(randomUUID(), migration.checksum, migration.name, Date.now(), Date.now());
    }
    const orphans = database.pragma("foreign_key_check") as unknown[];
    if (orphans.length) throw new DatabaseAltered(pending.at(-1)?.name ?? "none", `leaves ${orphans.length} rows without their parent`);
    database.exec("COMMIT");
    return pending.map((migration) => migration.name);
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    throw error;
  } finally {
    database.close();
  }
}

/** Changing to WAL needs the file for oneself, and SQLite may refuse at once instead of waiting its time-out. */
function changeToWal(database: Sqlite.Database): void {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    try {
      database.pragma("journal_mode = WAL");
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "SQLITE_BUSY" || Date.now() > end) throw error;
    }
  }
}
