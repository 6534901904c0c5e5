/** Installs the packages when they are missing, incomplete or those of another lock file or machine. */
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "./child.mjs";
import { at, environmentOfSystem, PlainError, ROOT, say } from "./project.mjs";

const RECORD = "node_modules/.package-lock.json";
const MACHINE_FILE = "node_modules/.machine";
const MACHINE = `${process.platform}-${process.arch}`;
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network/i;
const NEWS_EVERY_MS = 30_000;

/** @throws PlainError when npm is missing, the registry unreachable or the folder read-only */
export async function install() {
  if (isInstalled()) return;
  accessSync(ROOT, constants.W_OK);
  say("Installing packages (about a minute; longer on a slow link) …");
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const news = setInterval(() => say(`  still installing, ${seconds()} s`), NEWS_EVERY_MS);
  try {
    await npmCi();
  } finally {
    clearInterval(news);
  }
  writeFileSync(at(MACHINE_FILE), MACHINE);
  say(`  installed in ${seconds()} s`);
}

/**
 * Whether npm's own record of what lies in node_modules agrees with the lock file, development packages included.
 * Comparing the two, rather than a note of ours, also sees an `npm install` done by hand or one that was cut short.
 */
function isInstalled() {
  if (!existsSync(at(RECORD))) return false;
  if (existsSync(at(MACHINE_FILE)) && readFileSync(at(MACHINE_FILE), "utf8") !== MACHINE) return false;
  const wanted = JSON.parse(readFileSync(at("package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(at(RECORD), "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    const here = present[path];
    if (path === "" || (entry.optional && !here)) return true;
    return here?.version === entry.version && here?.integrity === entry.integrity;
  });
}

async function npmCi() {
  const npm = ["ci", "--include=dev", "--prefer-offline", "--loglevel=error", "--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=10000"];
  const windows = process.platform === "win32";
  const { code, output } = await run("npm", npm, { env: environmentOfSystem(), quiet: true, shell: windows }).catch((error) => {
    if (error.code === "ENOENT") throw new PlainError("npm was not found. Install Node with npm from https://nodejs.org and try again.");
    throw error;
  });
  if (code === 0) return;
  if (/EACCES|EROFS|EPERM/.test(output)) throw new PlainError(`This folder cannot be written to: ${ROOT}`);
  if (/ENOSPC/.test(output)) throw new PlainError("The disk is full.");
  if (/EUSAGE/.test(output)) throw new PlainError("package.json and package-lock.json do not agree: run npm install and keep the lock file that it writes.");
  if (UNREACHABLE.test(output))
    throw new PlainError("The packages could not be fetched: the npm registry cannot be reached. Check the network or the proxy and try again.");
  throw new PlainError(`npm ci failed:\n${output.trim()}`);
}
