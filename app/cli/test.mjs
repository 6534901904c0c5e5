/**
 * `npm test`: on a fresh clone installs, finds a browser, starts a PostgreSQL, builds and runs every suite.
 * `npm test -- unit|integration|check|e2e [more for its runner]` runs a part. The last line counts all tests;
 * each check counts as one.
 */
import { mkdirSync, rmSync } from "node:fs";
import { add, lastLine, ofChecks, ofPlaywright, ofVitest, oneFailure } from "../../tests/summary.mjs";
import { build, generate } from "./build.mjs";
import { check } from "./check.mjs";
import { endChildrenWithUs, run } from "./child.mjs";
import { install } from "./install.mjs";
import { at, childEnvironment, command, PlainError, projectNode, say } from "./project.mjs";

const PARTS = ["check", "unit", "integration", "e2e"];
/** A part that hangs ends the run with a name, not with a killed job. */
const LIMIT_MS = 60 * 60_000;
/** Settings of a developer's own server say nothing to tests, and a whole run leaves no database out. */
const NOT_FOR_TESTS = [
  "DATABASE_URL",
  "DATA_DIR",
  "PORT",
  "HOST",
  "APP_ORIGIN",
  "TRUST_PROXY",
  "TLS_CERT",
  "TLS_KEY",
  "METRICS_TOKEN",
  "SECRET_KEY",
  "NODE_ENV",
  "SKIP_POSTGRES",
];

const [part, ...more] = process.argv.slice(2);

/** @type {Promise<{ url: string, stop: () => Promise<void> }> | undefined} */
let postgres;
const stopPostgres = async () => (await postgres?.catch(() => undefined))?.stop();

/** @param {string} name */
const wanted = (name) => part === undefined || part === name;

/** @param {string[]} args @param {Record<string, string | undefined>} [env] */
function node(args, env = {}) {
  const without = Object.fromEntries(NOT_FOR_TESTS.map((name) => [name, undefined]));
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined };
  return run(projectNode(), args, { env: childEnvironment({ ...without, ...plain, ...env }), limitMs: LIMIT_MS });
}

/** @param {string} title */
const heading = (title) => say(`\n── ${title}`);

async function databaseForTests() {
  if (process.env.TEST_POSTGRES_URL) return process.env.TEST_POSTGRES_URL;
  // Loaded only now: it belongs to the packages that install() brings.
  const { startPostgres } = await import("../../tests/postgres.mjs");
  postgres ??= startPostgres();
  return (await postgres).url;
}

/** @param {"unit" | "integration"} project */
async function vitest(project) {
  const report = at(`test-results/${project}.json`);
  const args = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`, "--allowOnly=false", ...more];
  const env = project === "integration" ? { TEST_POSTGRES_URL: await databaseForTests() } : {};
  const ended = await node(["node_modules/vitest/vitest.mjs", "run", "-c", "tests/vitest.config.ts", `--project=${project}`, ...args], env);
  return ofVitest(project, report, ended);
}

async function endToEnd() {
  const browser = await node(["tests/browser.mjs"]);
  if (browser.code !== 0) return oneFailure("e2e › no browser");
  const env = { TEST_POSTGRES_URL: await databaseForTests() };
  const ended = await node(["node_modules/@playwright/test/cli.js", "test", "-c", "tests/playwright.config.ts", "--forbid-only", ...more], env);
  return ofPlaywright("e2e", at("test-results/playwright.json"), ended);
}

async function buildForTests() {
  try {
    await build();
    return true;
  } catch (error) {
    say(error instanceof PlainError ? error.message : String(error));
    return false;
  }
}

async function everything() {
  const summaries = [];
  if (wanted("check")) {
    heading("check");
    summaries.push(ofChecks(await check()));
  }
  const built = wanted("integration") || wanted("e2e");
  if (built) heading("build");
  const builds = !built || (await buildForTests());
  if (!builds) summaries.push(oneFailure("build"));
  for (const project of /** @type {const} */ (["unit", "integration"])) {
    if (!wanted(project)) continue;
    heading(project);
    summaries.push(await vitest(project));
  }
  if (wanted("e2e") && builds) {
    heading("end to end");
    summaries.push(await endToEnd());
  }
  return add(summaries);
}

await command(async () => {
  if (part !== undefined && !PARTS.includes(part)) throw new PlainError(`There is no part ${part}; there are ${PARTS.join(", ")}.`);
  endChildrenWithUs(stopPostgres);
  await install();
  await generate();
  rmSync(at("test-results"), { recursive: true, force: true });
  mkdirSync(at("test-results"), { recursive: true });
  try {
    const total = await everything();
    if (total.failures.length > 0) say(`\nFailed:\n${total.failures.map((failure) => `  ✗ ${failure}`).join("\n")}`);
    if (total.again.length > 0) say(`\nPassed only when tried again:\n${total.again.map((test) => `  ↻ ${test}`).join("\n")}`);
    say(`\n${lastLine(total)}`);
    return total.failed > 0 ? 1 : 0;
  } finally {
    await stopPostgres();
  }
});
