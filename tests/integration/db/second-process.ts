import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { ofArticle } from "../../../app/core/translation/wording.ts";
import { type Database, type DatabaseAddress, openDatabase } from "../../../app/server/db/database.server.ts";

/** Reads the counter that a wording holds and writes it back, one more: loses an update wherever two may read the same. */
export async function countUp(database: Database, by: string): Promise<void> {
  await database.write(async (tx) => {
    const [row] = await tx.wordings.ofUnit(ofArticle("a1"), "counter");
    const revision = (row?.revision ?? 0) + 1;
    const text = String(Number(row?.text ?? 0) + 1);
    const put = await tx.wordings.put({
      owner: ofArticle("a1"),
      unit: "counter",
      lang: "vi",
      text,
      sourceHash: null,
      revision,
      editedBy: by,
      editedAt: new Date(),
    });
    if (!put) throw new Error(`revision ${revision} was already there`);
    await tx.announce({ kind: "gate", gate: `${by}-${randomUUID()}` });
  });
}

/** Both processes wait for each other this often: that they meet is so by construction, not by the machine's mood. */
export const MEETINGS = 10;

/**
 * What a second process does: opens, counts up so many times, closes. Every now and then it goes on only when somebody else has counted
 * since its own last count.
 * @returns how many times it failed
 */
export default async function work({ address, times, meets }: { address: DatabaseAddress; times: number; meets: boolean }): Promise<{ failures: string[] }> {
  const database = await openDatabase(address);
  const failures: string[] = [];
  for (let i = 0; i < times; i += 1) {
    await countUp(database, "second").catch((error) => failures.push(String(error)));
    if (meets && i % Math.ceil(times / MEETINGS) === 0) await somebodyElseCounts(database);
  }
  await database.close();
  return { failures };
}

async function somebodyElseCounts(database: Database): Promise<void> {
  const own = await count(database);
  while ((await count(database)) === own) await pause(1);
}

const count = async ({ read }: Database): Promise<number> => (await read.wording.findFirst({ where: { unit: "counter" } }))?.revision ?? 0;
