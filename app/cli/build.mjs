/** Builds the server and the pages' assets. `npm run build` always builds; `npm start` and `npm test` when a source changed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { run } from "./child.mjs";
import { at, childEnvironment, command, isStarted, PlainError, projectNode, say } from "./project.mjs";

const FOLDERS = ["app", "locales", "prisma", "public"];
const FILES = ["package.json", "package-lock.json", "remix.config.js", "tsconfig.json"];
const NOT_BUILT = /\.test(-data)?\.tsx?$|^app\/server\/db\/generated(\/|$)|^app\/decisions(\/|$)/;
const STAMP = "build/.sources";
const SERVER = "build/server/index.js";

/**
 * The database clients, generated when the schema changed.
 * @throws PlainError with what Prisma said
 */
export const generate = () => step(projectNode(), ["prisma/generate.mjs"], "The database clients could not be generated");

/**
 * Generates the database clients and builds, each only if needed.
 * @param {{ always?: boolean }} [options]
 * @returns {Promise<string>} path of the server's entry
 * @throws PlainError with the output of the step that failed
 */
export async function build({ always = false } = {}) {
  await generate();
  const node = projectNode();
  const sources = hashOfSources();
  if (!always && existsSync(at(SERVER)) && existsSync(at(STAMP)) && readFileSync(at(STAMP), "utf8") === sources) return at(SERVER);
  say("Building (half a minute) …");
  const begun = Date.now();
  rmSync(at(STAMP), { force: true });
  await step(node, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "-c", "app/vite.config.ts"], "The build failed");
  await step(node, ["app/cli/portal-scripts.mjs"], "The visitors' scripts could not be made small");
  await step(node, ["app/cli/precompress.mjs"], "The assets could not be compressed");
  mkdirSync(at("build"), { recursive: true });
  writeFileSync(at(STAMP), sources);
  say(`  built in ${Math.round((Date.now() - begun) / 1000)} s`);
  return at(SERVER);
}

/** @param {string} node @param {string[]} args @param {string} failure */
async function step(node, args, failure) {
  const { code, output } = await run(node, args, { env: childEnvironment({ NODE_ENV: "production" }), quiet: true });
  if (code !== 0) throw new PlainError(`${failure}:\n${output.trim()}`);
}

/** One hash over the names and bytes of everything that the build reads. */
function hashOfSources() {
  const hash = createHash("sha256");
  const add = (/** @type {string} */ path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(at(path)))
      .update("\0");
  const walk = (/** @type {string} */ folder) => {
    const entries = readdirSync(at(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (NOT_BUILT.test(path)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) add(path);
    }
  };
  for (const folder of FOLDERS) if (existsSync(at(folder))) walk(folder);
  for (const file of FILES) add(file);
  return hash.digest("hex");
}

if (isStarted(import.meta.url)) {
  await command(async () => {
    await build({ always: true });
  });
}
