import { createHash } from "node:crypto";
import { DatabaseAltered, DatabaseNewer } from "./refusals.server.ts";

export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of `sql`, as Prisma's own tool keeps it. */
  checksum: string;
}

/** A row of `_prisma_migrations`. */
export interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished_at: unknown;
}

/** Bundled with the code, so that a build needs no folder beside it. */
export const SQLITE_MIGRATIONS = inOrder(
  import.meta.glob<string>("/prisma/migrations/sqlite/*/migration.sql", { query: "?raw", import: "default", eager: true }),
);
export const POSTGRESQL_MIGRATIONS = inOrder(
  import.meta.glob<string>("/prisma/migrations/postgresql/*/migration.sql", { query: "?raw", import: "default", eager: true }),
);

function inOrder(files: Record<string, string>): Migration[] {
  return Object.entries(files)
    .map(([path, sql]) => ({ name: path.split("/").at(-2) as string, sql, checksum: createHash("sha256").update(sql).digest("hex") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What a database still lacks, in order. `applied`: its rows that were not rolled back.
 * @throws DatabaseNewer, DatabaseAltered
 */
export function pendingMigrations(applied: readonly AppliedMigration[], known: readonly Migration[]): Migration[] {
  const names = new Set(known.map((migration) => migration.name));
  const strangers = applied.map((row) => row.migration_name).filter((name) => !names.has(name));
  if (strangers.length) throw new DatabaseNewer(strangers);
  for (const row of applied) {
    if (row.finished_at === null) throw new DatabaseAltered(row.migration_name, "was left unfinished");
    const migration = known.find(({ name }) => name === row.migration_name);
    if (migration?.checksum !== row.checksum) throw new DatabaseAltered(row.migration_name, "was edited after it was applied");
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return known.filter((migration) => !done.has(migration.name));
}
