import { PrismaPg } from "@prisma/adapter-pg";
import type { Reads } from "./client.server.ts";
import type { Database } from "./database.server.ts";
import { isConflict, refusalOf } from "./faults.server.ts";
import { PrismaClient } from "./generated/postgresql/client.ts";
import type { PrismaClient as CommonClient } from "./generated/sqlite/client.ts";
import { migratePostgresql } from "./migrate-postgresql.server.ts";
import { type Limits, prismaLimits } from "./transaction.server.ts";
import { openWriter } from "./writer.server.ts";

/** Held by the one transaction that writes, among all instances. Any number that nothing else in this database uses. */
const WRITERS_LOCK = 7_241_113;
const READ_CONNECTIONS = 10;
/** One writes; another is there at once where the server has ended the first. */
const WRITE_CONNECTIONS = 2;

/**
 * Two pools: what floods one leaves the other free, and the readers' connections refuse to write.
 * @throws DatabaseRefusal
 */
export async function openPostgresql(url: string, limits: Limits): Promise<Database> {
  await migratePostgresql(url);
  const reading = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: READ_CONNECTIONS,
      connectionTimeoutMillis: limits.start,
      statement_timeout: limits.work,
      options: "-c default_transaction_read_only=on",
    }),
  });
  const writing = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: WRITE_CONNECTIONS,
      connectionTimeoutMillis: limits.start,
      lock_timeout: limits.start,
      statement_timeout: limits.start + limits.work,
      // An instance that stalls inside its turn must not hold up the others. While it does not stall, its own limit ends a work first.
      idle_in_transaction_session_timeout: 2 * limits.work,
    }),
  });
  // Each client has its own types; they differ only in what PostgreSQL can do beyond SQLite, which nothing here uses.
  const writer = openWriter(writing as unknown as CommonClient, limits, (tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITERS_LOCK}::bigint)`, {
    when: isConflict,
    attempts: 6,
    pause: (attempt) => 10 * 2 ** attempt,
  });
  const read = reading.$extends({
    query: { $allOperations: ({ args, query }) => query(args).catch((error: unknown) => Promise.reject(refusalOf(error))) },
  });

  return {
    provider: "postgresql",
    read: read as unknown as Reads,
    snapshot: (work) =>
      reading
        .$transaction((tx) => work(tx as unknown as Reads), { isolationLevel: "RepeatableRead", ...prismaLimits(limits) })
        .catch((error: unknown) => Promise.reject(refusalOf(error))),
    write: writer.write,
    async close() {
      await writer.close();
      await Promise.all([reading.$disconnect(), writing.$disconnect()]);
    },
  };
}
