import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { publish } from "../integration/displays/publish.ts";
import { drawn } from "./drawn.ts";
import { type Fleet, openFleet, pairMany } from "./fleet.ts";
import { buildForFaults, LONG, seedOf } from "./processes.ts";

const DISPLAYS = LONG ? 1_000 : 200;
/** So many things each display shows while the server comes and goes. */
const RECEIPTS = 5;
const PATIENCE_MS = 120_000;

const NOTICE = { kind: "notice" as const, gates: [], notice: { level: "emergency" as const, from: "2026-11-20T00:00:00.000Z", until: null } };

let built: Awaited<ReturnType<typeof buildForFaults>>;
let dataDir: string;
let port: number;
let server: ChildProcess;
let db: Database;
let fleet: Fleet;

/** Resolves when it has said where it is. */
function start(): Promise<ChildProcess> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NODE_OPTIONS: "",
    VITEST: "",
    DATABASE_URL: "",
    PORT: String(port),
    DATA_DIR: dataDir,
  };
  const child = spawn(process.execPath, [join(built.folder, "display-server.js")], { env, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (text: string) => {
      said = (said + text).slice(-20_000);
      if (/^Cầu Nối: /m.test(said)) resolve(child);
    };
    child.stdout?.setEncoding("utf8").on("data", hear);
    child.stderr?.setEncoding("utf8").on("data", hear);
    child.once("close", (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}

const kill = () =>
  new Promise<void>((resolve) => {
    server.once("close", () => resolve());
    server.kill("SIGKILL");
  });

async function figure(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(new RegExp(`^cau_noi_${name} (\\S+)$`, "m").exec(text)?.[1]);
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "cau-noi-fleet-"));
  built = await buildForFaults({ "display-server": "tests/faults/display-server.tsx" });
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  port = (probe.address() as AddressInfo).port;
  await new Promise((resolve) => probe.close(resolve));
  server = await start();
  db = await openDatabase({ dataDir });
}, 300_000);
afterAll(async () => {
  fleet?.close();
  server?.kill("SIGKILL");
  await db?.close();
  built?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

it(
  `${DISPLAYS} displays: a change reaches every one; the server killed in the middle of telling them, all come back, and nothing is lost or done twice`,
  async () => {
    const seed = seedOf();
    const random = drawn(seed);
    const ours = ["n1:1", "n2:1", "n3:1"];
    const paired = await pairMany(db, DISPLAYS, "t1");
    const groups = new Set((await db.read.display.findMany()).map(({ siteKey, kind }) => `${siteKey} ${kind}`)).size;
    const heard = new Map<string, () => void>();
    fleet = openFleet(port, paired, ({ notices }) => {
      for (const notice of notices) heard.get(notice)?.();
    });
    await fleet.until((display) => display.connected && display.manifest !== null, PATIENCE_MS);

    // One change, told to all, made once for those that are alike.
    const made = await figure("display_manifests_made_total");
    const begun = Date.now();
    await publish(db, "n1", NOTICE);
    await fleet.until(({ notices }) => notices.has("n1:1"), PATIENCE_MS);
    const reached = Date.now() - begun;
    expect((await figure("display_manifests_made_total")) - made).toBeLessThanOrEqual(groups * 2);

    // Killed when some have heard and some have not, while all of them have something to deliver.
    const orders = paired.map(({ id }) => ({ id: newId(), displayId: id, kind: "reload" as const, at: new Date().toISOString(), by: "t1" }));
    await db.write(async (tx) => {
      for (const order of orders) await tx.displayReports.order(order);
    });
    const shown = fleet.show(RECEIPTS);
    const some = 1 + Math.floor(random() * DISPLAYS * 0.8);
    let count = 0;
    const midway = new Promise<void>((resolve) => {
      heard.set("n2:1", () => {
        count += 1;
        if (count === some) resolve();
      });
    });
    await publish(db, "n2", NOTICE);
    await midway;
    await kill();
    await fleet.until(({ connected }) => !connected, PATIENCE_MS);
    await publish(db, "n3", NOTICE);
    const down = Date.now();
    server = await start();
    await fleet.until((display) => display.connected && ours.every((one) => display.notices.has(one)), PATIENCE_MS);
    const back = Date.now() - down;
    await fleet.until(({ done }) => done.size > 0, PATIENCE_MS);
    await shown;
    await fleet.show(RECEIPTS);

    for (const { begun: notices, done } of fleet.displays) {
      expect([...notices].filter(([one]) => ours.includes(one)).sort()).toEqual(ours.map((one) => [one, 1]));
      expect([...done.values()]).toEqual([1]);
    }
    expect(new Set(fleet.displays.map(({ manifest }) => manifest)).size).toBe(groups);
    const receipts = await db.read.receipt.groupBy({ by: ["displayId"], _count: true, _max: { number: true } });
    expect(receipts.map(({ _count, _max }) => [_count, _max.number])).toEqual(paired.map(() => [2 * RECEIPTS, 2 * RECEIPTS]));
    expect(await db.read.displayOrder.count({ where: { doneAt: null } })).toBe(0);
    console.log(
      `faults, displays: ${DISPLAYS} in ${groups} groups, seed ${seed}; told in ${reached} ms, killed after ${some} had heard, all back in ${back} ms with all of it, once`,
    );
  },
  LONG ? 900_000 : 400_000,
);
