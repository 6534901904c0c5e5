import Sqlite from "better-sqlite3";
import { type AppliedMigration, pendingMigrations, SQLITE_MIGRATIONS } from "./migrations.server.ts";
import { DatabaseUnsafe } from "./refusals.server.ts";

/** What lies in a database's file: as much as a copy of it must have too. */
export interface SqliteContents {
  generationId: string;
  revision: number;
  /** Names of the migrations it has, in their order. */
  migrations: string[];
  /** How many rows each table has. */
  rows: Record<string, number>;
  /** Hashes of the pictures whose bytes lie in files beside the database. */
  media: string[];
}

/** How long a lock that another process holds is waited for, in milliseconds. */
const WAIT_MS = 30_000;

/**
 * Makes a copy of a database that may be in use: all of it as of one moment, without what was deleted.
 * @param to a file that is not there yet
 */
export function copySqlite(from: string, to: string): void {
  const database = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: WAIT_MS });
  try {
    database.prepare("VACUUM INTO ?").run(to);
  } finally {
    database.close();
  }
}

/**
 * Reads a file that nobody uses, after SQLite has looked through all of it.
 * @throws DatabaseUnsafe (damaged), DatabaseNewer, DatabaseAltered (by another program than this)
 */
export function inspectSqlite(file: string): SqliteContents {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    for (const check of ["integrity_check", "foreign_key_check"]) {
      const found = (database.pragma(check) as Record<string, unknown>[]).map((row) => Object.values(row).join(" ")).join("; ") || "ok";
      if (found !== "ok") throw new DatabaseUnsafe(check, found.slice(0, 200), "ok");
    }
    const applied = database
      .prepare(`SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name`)
      .all() as AppliedMigration[];
    pendingMigrations(applied, SQLITE_MIGRATIONS);
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).pluck().all() as string[];
    const rows = Object.fromEntries(tables.map((table) => [table, database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number]));
    const content = database.prepare(`SELECT "generationId", "revision" FROM "Content" WHERE "id" = 1`).get() as { generationId: string; revision: number };
    // Sounds and films came later than pictures: an older backup has no table of them.
    const named = ["Media", "Clip"].filter((table) => tables.includes(table)).map((table) => `SELECT "hash" FROM "${table}"`);
    const media = named.length
      ? (database
          .prepare(`SELECT * FROM (${named.join(" UNION ")}) WHERE "hash" NOT IN (SELECT "hash" FROM "MediaBytes") ORDER BY "hash"`)
          .pluck()
          .all() as string[])
      : [];
    return { ...content, migrations: applied.map((row) => row.migration_name), rows, media };
  } finally {
    database.close();
  }
}

/** Makes a database's file that nobody uses into one of its own: another generation, further on by so many revisions. */
export function renewSqlite(file: string, generationId: string, revisions: number): void {
  const database = new Sqlite(file, { fileMustExist: true });
  try {
    // No second file beside it: whoever moves it moves all of it.
    database.pragma("journal_mode = DELETE");
    database.pragma("synchronous = FULL");
    database.prepare(`UPDATE "Content" SET "generationId" = ?, "revision" = "revision" + ?`).run(generationId, revisions);
  } finally {
    database.close();
  }
}
