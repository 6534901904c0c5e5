import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { Database } from "./database.server.ts";
import { isLocked, refusalOf } from "./faults.server.ts";
import { PrismaClient } from "./generated/sqlite/client.ts";
import { migrateSqlite } from "./migrate-sqlite.server.ts";
import { holdPragmas } from "./pragmas.server.ts";
import { openQueue } from "./queue.server.ts";
import { DataFolderNotWritable } from "./refusals.server.ts";
import { type Limits, MOST_WAITING, prismaLimits } from "./transaction.server.ts";
import { openWriter } from "./writer.server.ts";

/** The database's file in a data folder. */
export const sqliteFile = (dataDir: string): string => join(dataDir, "cau-noi.db");

/** How long on average before the write lock, held by another process, is asked for again. */
const ASK_AGAIN_MS = 10;

/** How long a connection may block this process on a lock while it is opened, or while another process recovers the file. */
const BLOCKING_WAIT_MS = 5_000;

/**
 * Three connections. Prisma's adapter has one connection a client, and whatever a client is asked while a transaction is open on it
 * runs inside that transaction: so writes have their own, and snapshots theirs, lest a plain read sees what is not committed
 * or no longer true.
 * @throws DatabaseRefusal
 */
export async function openSqlite(dataDir: string, limits: Limits): Promise<Database> {
  const file = sqliteFile(dataDir);
  migrate(dataDir, file);
  const client = (readonly: boolean) =>
    new PrismaClient({ adapter: holdPragmas(new PrismaBetterSqlite3({ url: `file:${file}`, readonly, timeout: BLOCKING_WAIT_MS }), readonly) });
  const [writing, read, snapshots] = [client(false), client(true), client(true)];
  // A client connects at its first statement; here is the moment to refuse.
  for (const opened of [writing, read, snapshots]) await opened.$connect();

  // Another process writes for some milliseconds at a time: asking again lets this one do other things meanwhile, which waiting inside SQLite would not.
  const writer = openWriter(writing, limits, (tx) => tx.$executeRaw`UPDATE "Content" SET "id" = "id" WHERE "id" = 0`, {
    when: isLocked,
    attempts: limits.start / ASK_AGAIN_MS,
    pause: () => (0.5 + Math.random()) * ASK_AGAIN_MS,
  });
  const inTurn = openQueue({ longestWait: limits.queue, mostWaiting: MOST_WAITING });

  return {
    provider: "sqlite",
    read,
    snapshot: (work) => inTurn.run(() => snapshots.$transaction((tx) => work(tx), prismaLimits(limits)).catch((error) => Promise.reject(refusalOf(error)))),
    write: writer.write,
    async close() {
      await Promise.all([writer.close(), inTurn.close()]);
      // The writer last: the last connection tidies the log into the file, which a read-only one could not.
      for (const open of [read, snapshots, writing]) await open.$disconnect();
    },
  };
}

function migrate(dataDir: string, file: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    migrateSqlite(file);
  } catch (error) {
    throw NOT_WRITABLE.has((error as { code?: string }).code ?? "") ? new DataFolderNotWritable(dataDir, error) : error;
  }
}

const NOT_WRITABLE = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "EEXIST",
  "ENOTDIR",
  "SQLITE_CANTOPEN",
  "SQLITE_READONLY",
  "SQLITE_READONLY_DIRECTORY",
  "SQLITE_PERM",
]);
