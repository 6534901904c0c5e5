import type { WriteClient } from "./client.server.ts";
import { refusalOf } from "./faults.server.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";
import { openQueue } from "./queue.server.ts";
import { type Again, again, type Limits, MOST_WAITING, prismaLimits, within } from "./transaction.server.ts";
import type { StoredTx } from "./tx/tx.server.ts";
import { openTx } from "./tx/tx.server.ts";

export interface Writer {
  write<T>(work: (tx: StoredTx) => Promise<T>): Promise<T>;
  /** Takes no more writes; resolves when those taken have ended. */
  close(): Promise<void>;
}

/**
 * The one way to write: transactions one after another, in order of arrival. `takeLock` is each one's first statement and keeps
 * other processes out until its commit, so that what a work reads stays true until it has written: on both databases alike.
 * PostgreSQL could run writers side by side, but then each use case would have to be right under its weaker promises too, and
 * every announcement meets at one row anyhow.
 */
export function openWriter(client: PrismaClient, limits: Limits, takeLock: (client: WriteClient) => Promise<unknown>, rule: Again): Writer {
  const queue = openQueue({ longestWait: limits.queue, mostWaiting: MOST_WAITING });

  const once = <T>(work: (tx: StoredTx) => Promise<T>): Promise<T> =>
    client.$transaction(async (open) => {
      await takeLock(open);
      const { tx, assertWhole } = openTx(open);
      const result = await within(limits.work, work(tx));
      assertWhole();
      return result;
    }, prismaLimits(limits));

  return {
    write: (work) => queue.run(() => again(() => once(work), rule).catch((error) => Promise.reject(refusalOf(error)))),
    close: () => queue.close(),
  };
}
