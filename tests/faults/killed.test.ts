import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyChain } from "../../app/server/audit/verify-chain.server.ts";
import { openDatabase } from "../../app/server/db/database.server.ts";
import { drawn } from "./drawn.ts";
import { buildPublisher, LONG, seedOf, startPublisher } from "./processes.ts";
import { Kept } from "./what-is-kept.ts";

const KILLS = LONG ? 200 : 6;
/** One kill in so many comes while the portal opens: while it recovers the file, migrates, makes its index. */
const WHILE_OPENING = 6;
/** The moment is drawn by writes, not by time: a machine that is slow is not broken earlier. Three pairs take some thirty. */
const MOST_WRITES = 60;
/** And then a little later, somewhere in the next write. */
const A_WRITE_MS = 25;

let built: Awaited<ReturnType<typeof buildPublisher>>;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "cau-noi-faults-"));
  built = await buildPublisher();
});
afterAll(() => {
  built.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

it(
  `killed ${KILLS} times while pairs are published on SQLite, nothing that was acknowledged is lost and no pair is half`,
  async () => {
    const seed = seedOf();
    const random = drawn(seed);
    const kept = new Kept();
    const plan = { dataDir, url: null, articles: 3 };
    const begun = Date.now();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const publisher = startPublisher(built.file, plan);
      if (kill % WHILE_OPENING === 0) await pause(random() * 1_000);
      else {
        const { found } = await publisher.hear("ready");
        expect(Object.entries(found).filter(([, is]) => !is)).toEqual([]);
        await kept.onSqlite(dataDir);
        publisher.tell("go");
        await publisher.acknowledged(Math.floor(random() * MOST_WRITES));
        await pause(random() * A_WRITE_MS);
      }
      await publisher.kill();
      kept.heard(publisher.said);
      const failed = publisher.said.find((one) => one.say === "failed");
      expect(failed, `kill ${kill}, seed ${seed}`).toBeUndefined();
    }

    const last = startPublisher(built.file, plan);
    const { found, revision } = await last.hear("ready");
    expect(Object.entries(found).filter(([, is]) => !is)).toEqual([]);
    await kept.onSqlite(dataDir, true);
    last.tell("end");
    expect(await last.ended).toBe(0);

    const db = await openDatabase({ dataDir });
    const chain = await verifyChain(db.read);
    await db.close();
    expect(chain).toMatchObject({ broken: null, unsealed: 0 });
    const { saves, publications } = kept.acknowledged;
    expect(publications).toBeGreaterThan(KILLS / 4);
    console.log(
      `faults, SQLite: ${KILLS} kills, seed ${seed}, ${Math.round((Date.now() - begun) / 1000)} s; acknowledged ${saves} saves and ${publications} publications, ${kept.editions} editions, revision ${revision}, ${chain.seals} seals over ${chain.entries} entries: none lost, none half`,
    );
  },
  LONG ? 60 * 60_000 : 180_000,
);
