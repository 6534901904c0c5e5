/**
 * `npm run bench -- displays [displays]`: the built server and so many simulated displays, 1,000 when none are named. A change, committed by
 * another process, reaches them; the server is killed while it tells them, and all come back with what they missed.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createProbe } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";

const DISPLAYS = Number(process.argv[2] ?? 1_000);
const ROUNDS = 5;
/** The bars of the design, part 10. */
const [REACHED_MS, BACK_MS] = [1_000, 30_000];
const PATIENCE_MS = 120_000;
const NOTICE = { kind: "notice", gates: [], notice: { level: "emergency", from: "2026-11-20T00:00:00.000Z", until: null } };

const root = new URL("../..", import.meta.url).pathname;
const vite = await createServer({
  root,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, ws: false, hmr: false, watch: null },
});
const { openFleet, pairMany } = await vite.ssrLoadModule("/tests/faults/fleet.ts");
const { publish } = await vite.ssrLoadModule("/tests/integration/displays/publish.ts");
const { openDatabase } = await vite.ssrLoadModule("/app/server/db/database.server.ts");
const dataDir = mkdtempSync(join(tmpdir(), "cau-noi-bench-displays-"));
const port = await freePort();
/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createProbe().listen(0, "127.0.0.1", () => {
      const { port: free } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(free));
    });
  });
}

/** @returns {Promise<import("node:child_process").ChildProcess>} */
function start() {
  const env = { ...process.env, NODE_ENV: "production", PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: "" };
  const child = spawn(process.execPath, [join(root, "build/server/index.js")], { env, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text) => /^Cầu Nối: /m.test(text) && resolve(child));
    child.once("close", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/** Milliseconds until a notice was heard, of every display, in order. @param {import("../faults/fleet.ts").Fleet} fleet @param {string} notice @param {() => Promise<void>} change */
async function reach(fleet, notice, change) {
  const begun = performance.now();
  /** @type {number[]} */
  const after = [];
  listeners.set(notice, () => after.push(performance.now() - begun));
  await change();
  await fleet.until(({ notices }) => notices.has(notice), PATIENCE_MS);
  listeners.delete(notice);
  return after.sort((a, b) => a - b);
}

/** Called when a display is told of a notice for the first time. @type {Map<string, () => void>} */
const listeners = new Map();
let server = await start();
const db = await openDatabase({ dataDir });
const told = new Map();
const fleet = openFleet(port, await pairMany(db, DISPLAYS, "bench"), (/** @type {any} */ display) => {
  for (const [notice, hear] of listeners) {
    if (!display.notices.has(notice) || told.get(display) === notice) continue;
    told.set(display, notice);
    hear();
  }
});
let well = true;
try {
  await fleet.until((/** @type {any} */ { connected, manifest }) => connected && manifest, PATIENCE_MS);
  say(`\n${DISPLAYS} displays listen. A change by another process (the server looks for those twice a second):`);
  /** @type {number[]} */
  const worst = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const after = await reach(fleet, `bench${round}:1`, () => publish(db, `bench${round}`, NOTICE));
    const at = (/** @type {number} */ share) => Math.round(after[Math.ceil(after.length * share) - 1] ?? Number.NaN);
    worst.push(at(0.99));
    say(`  round ${round}: ${after.length} of ${DISPLAYS} told; half after ${at(0.5)} ms, 99 % after ${at(0.99)} ms, all after ${at(1)} ms`);
  }
  const typical = worst.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  well &&= typical <= REACHED_MS;
  say(`  99 % after ${typical} ms in the median round (at most ${REACHED_MS})`);

  let heard = 0;
  const some = 1;
  const midway = new Promise((resolve) => listeners.set("killed:1", () => ++heard === some && resolve(null)));
  await publish(db, "killed", NOTICE);
  await midway;
  const gone = new Promise((resolve) => server.once("close", resolve));
  server.kill("SIGKILL");
  await gone;
  await publish(db, "missed", NOTICE);
  const begun = performance.now();
  server = await start();
  await fleet.until((/** @type {any} */ { connected, notices }) => connected && ["killed:1", "missed:1"].every((one) => notices.has(one)), PATIENCE_MS);
  const back = Math.round(performance.now() - begun);
  const once = fleet.displays.every((/** @type {any} */ { begun: notices }) => [...notices.values()].every((times) => times === 1));
  well &&= back <= BACK_MS && once;
  say(
    `\nKilled when the first had heard: all ${DISPLAYS} back ${back} ms after its new start (at most ${BACK_MS}), each with all it missed, ${once ? "once" : "NOT once"}`,
  );
} finally {
  fleet.close();
  server.kill("SIGKILL");
  await db.close();
  await vite.close();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(well ? 0 : 1);
