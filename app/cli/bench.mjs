/**
 * `npm run bench`: page weights, and the page cache against a bare node:http server that sends the same bytes. Other parts by name.
 * Both sides of a ratio are measured in the same run, in turns; limits are ratios and bytes, never seconds.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "../../tests/bench/load.mjs";
import { crawl, weigh } from "../../tests/bench/pages.mjs";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { at, childEnvironment, command, PlainError, projectNode, say } from "./project.mjs";

/** One initial TCP window: what arrives before the sender has to wait. */
const ARTICLE_LIMIT = 14 * 1024;
/** What the pages are nicer with and complete without. */
const SCRIPT_LIMIT = 3 * 1024;
const CACHE_LIMIT = 0.8;
const ROUNDS = 5;
const LANGS = ["vi", "zh"];

/** @param {string[]} args @param {Record<string, string>} env @param {RegExp} ready its first group is the port */
function startServer(args, env, ready) {
  const child = spawn(projectNode(), args, { env: childEnvironment({ NODE_ENV: "production", ...env }), stdio: ["ignore", "pipe", "inherit"] });
  const port = new Promise((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const found = ready.exec(said);
      if (found) resolve(Number(found[1]));
    });
    child.once("close", (code) => reject(new Error(`a server ended with ${code}:\n${said}`)));
  });
  const stop = () => new Promise((resolve) => (child.exitCode === null ? child.once("close", resolve).kill("SIGTERM") : resolve(null)));
  return { child, port: /** @type {Promise<number>} */ (port), stop };
}

/** Processor time of a process so far, in clock ticks; null where there is no /proc. @param {number | undefined} pid */
function ticks(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return null;
  }
}

/** @param {number[]} values */
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** @param {string} origin */
async function weights(origin) {
  const pages = [];
  for (const path of await crawl(origin, LANGS)) pages.push(await weigh(origin, path));
  const kinds = Map.groupBy(pages, ({ path }) => path.split("/").slice(1, 3).join("/") + (path.endsWith("/side-by-side") ? " side by side" : ""));
  say(`\nPage weight: the heaviest of each kind, brotli bytes over the wire (${pages.length} pages)`);
  for (const [kind, list] of kinds) {
    const worst = list.reduce((a, b) => (b.total > a.total ? b : a));
    say(`  ${kind.padEnd(26)} ${String(worst.total).padStart(6)}  (HTML ${worst.html}, CSS ${worst.css}, JavaScript ${worst.js})  ${worst.path}`);
  }
  const articles = pages.filter(({ path }) => /\/articles\/[^/]+$/.test(path)).sort((a, b) => b.total - a.total);
  return articles;
}

/** @param {number} port @param {number | undefined} pid @param {string} path */
async function cachedAgainstBare(port, pid, path) {
  const folder = mkdtempSync(join(tmpdir(), "cau-noi-bench-"));
  const file = join(folder, "answer.json");
  const answer = await raw(port, path);
  writeFileSync(file, JSON.stringify(answer));
  const bare = startServer([at("tests/bench/bare-server.mjs"), file], {}, /listening (\d+)/);
  try {
    const barePort = await bare.port;
    const speed = [];
    const effort = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const seconds = round === 0 ? 1 : 3; // the first round warms both up and is not counted
      const ours = await measured(port, pid, path, seconds);
      const theirs = await measured(barePort, bare.child.pid, path, seconds);
      if (round === 0) continue;
      speed.push(ours.perSecond / theirs.perSecond);
      if (ours.ticksEach && theirs.ticksEach) effort.push(theirs.ticksEach / ours.ticksEach);
      say(`  round ${round}: ${Math.round(ours.perSecond)} requests/s of ours, ${Math.round(theirs.perSecond)} bare`);
    }
    return { speed: median(speed), effort: median(effort) };
  } finally {
    await bare.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number} port @param {number | undefined} pid @param {string} path @param {number} seconds */
async function measured(port, pid, path, seconds) {
  const before = ticks(pid);
  const { requests, perSecond } = await load({ port, path, connections: 32, seconds });
  const after = ticks(pid);
  return { perSecond, ticksEach: before !== null && after !== null ? (after - before) / requests : null };
}

/** The cached answer as it travels: headers and bytes. @param {number} port @param {string} path */
async function raw(port, path) {
  const { get } = await import("node:http");
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, headers: { "accept-encoding": "br" } }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.once("end", () => {
        const { date: _, connection: __, "keep-alive": ___, ...headers } = response.headers;
        resolve({ headers, body: Buffer.concat(chunks).toString("base64") });
      });
    }).once("error", reject);
  });
}

/** @typedef {{ name: string, held: boolean }} Result */

/** @param {string} origin @param {number} port @param {number | undefined} pid @returns {Promise<Result[]>} */
async function measurePages(origin, port, pid) {
  const articles = await weights(origin);
  const worst = articles[0];
  if (!worst) throw new Error("there are no articles to measure");
  say(`\nThe page cache against bare node:http, the same bytes (${worst.path})`);
  const { speed, effort } = await cachedAgainstBare(port, pid, worst.path);
  if (Number.isFinite(effort)) say(`  processor time of one request, bare / ours: ${effort.toFixed(2)}`);
  return [
    { name: `heaviest article page: ${worst.total} of ${ARTICLE_LIMIT} bytes`, held: worst.total <= ARTICLE_LIMIT },
    {
      name: `article pages' scripts, which they can do without: ${Math.max(...articles.map(({ js }) => js))} of ${SCRIPT_LIMIT} bytes`,
      held: articles.every(({ js }) => js <= SCRIPT_LIMIT),
    },
    { name: `cached page, requests/s: ${speed.toFixed(2)} × bare (at least ${CACHE_LIMIT})`, held: speed >= CACHE_LIMIT },
  ];
}

/** @param {string} origin @returns {Promise<Result[]>} */
async function measureLighthouse(origin) {
  const { audit, isPerfect } = await import("../../tests/bench/lighthouse.mjs");
  say("\nLighthouse, a phone on a slow link");
  const audited = await audit(origin, { langs: LANGS, say });
  return audited.map((one) => ({ name: `Lighthouse ${one.path}: 100 in all four`, held: isPerfect(one) }));
}

/** Runs a measurement against a portal of its own with the starter content. @param {(origin: string, port: number, pid: number | undefined) => Promise<Result[]>} measure */
async function withPortal(measure) {
  const server = await build();
  const data = mkdtempSync(join(tmpdir(), "cau-noi-bench-data-"));
  const port = 20_000 + (process.pid % 20_000);
  const ours = startServer([server], { PORT: String(port), DATA_DIR: data, HOST: "127.0.0.1" }, /http:\/\/[^:\s]+:(\d+)/);
  try {
    await ours.port;
    return await measure(`http://localhost:${port}`, port, ours.child.pid);
  } finally {
    await ours.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** In a process of its own, which reads the sources as they are. A number after the name asks for as many pairs. @param {string} name @returns {Promise<Result[]>} */
async function measureApart(name) {
  const args = ["--disable-warning=ExperimentalWarning", at(`tests/bench/${name}.mjs`), ...process.argv.slice(3)];
  const child = spawn(projectNode(), args, { env: childEnvironment(), stdio: "inherit" });
  const code = await new Promise((resolve) => child.once("close", resolve));
  return [{ name, held: code === 0 }];
}

/** What `npm run bench -- <part>` measures; the first when none is named. @type {Record<string, () => Promise<Result[]>>} */
const PARTS = {
  pages: () => withPortal(measurePages),
  lighthouse: () => withPortal(measureLighthouse),
  search: () => measureApart("search"),
  growth: () => measureApart("growth"),
  displays: async () => {
    await build();
    return measureApart("displays");
  },
};

await command(async () => {
  await install();
  const part = PARTS[process.argv[2] ?? "pages"];
  if (!part) throw new PlainError(`npm run bench -- ${Object.keys(PARTS).join(" | ")}`);
  const results = await part();
  say("");
  for (const { name, held } of results) say(`${held ? "✓" : "✗"} ${name}`);
  return results.every(({ held }) => held) ? 0 : 1;
});
