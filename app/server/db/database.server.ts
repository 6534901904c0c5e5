import { randomUUID } from "node:crypto";
import type { Provider, Reads, ReadTx } from "./client.server.ts";
import { openPostgresql } from "./postgresql.server.ts";
import { openSqlite } from "./sqlite.server.ts";
import { LIMITS, type Limits } from "./transaction.server.ts";
import type { StoredTx } from "./tx/tx.server.ts";

export interface Database {
  provider: Provider;
  /** Reads of one statement each; none ever sees an open transaction. */
  read: Reads;
  /** For what needs two statements: all of them see the database as it was at the first. At most some seconds. */
  snapshot<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /**
   * The one way to write: one transaction after another, in order of arrival, among all processes of this database. Resolves after
   * the commit; an error, even one that the work catches, undoes all of it. The work may be run again, and must wait for
   * nothing but its transaction.
   * @throws AppError `busy` (out of reach, overloaded, work over its limit), `clash` (a key was taken), `stopping` (after `close`)
   */
  write<T>(work: (tx: StoredTx) => Promise<T>): Promise<T>;
  /** Ends when the writes that were taken have ended. */
  close(): Promise<void>;
}

/** `url`: postgresql://…, or nothing for SQLite in `dataDir`. */
export interface DatabaseAddress {
  url?: string | null | undefined;
  dataDir: string;
}

/**
 * Opens the database, applies what migrations it lacks and gives it an identity at its first opening.
 * Several processes may do this at once.
 * @throws DatabaseRefusal (refusals.server.ts): DatabaseNewer, DatabaseAltered, DataFolderNotWritable, DatabaseUnreachable, DatabaseUnsafe
 */
export async function openDatabase({ url, dataDir }: DatabaseAddress, limits: Limits = LIMITS): Promise<Database> {
  const database = await (url ? openPostgresql(url, limits) : openSqlite(dataDir, limits));
  try {
    await database.write((tx) => tx.content.identify(randomUUID()));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
