/**
 * Which browser the end-to-end tests drive. Started by itself it finds one or installs one:
 * the system's, Playwright's own, else the distribution's.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const INSTALL_LIMIT_MS = 600_000;
const DEBIAN_PACKAGES = ["chromium", "fonts-noto-cjk", "fonts-noto-core"];

/**
 * @returns {string | undefined} path of the named or the system's browser; undefined: Playwright's own
 * @throws Error when CHROMIUM_PATH leads nowhere
 */
export function systemBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH: there is no ${named}`);
  return named || PLACES.find((path) => existsSync(path));
}

export const isRoot = () => process.getuid?.() === 0;

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return [chromium.executablePath(), headlessShell(chromium.executablePath())].find((path) => existsSync(path));
}

/** Playwright installs the small headless build beside the full one, under a name of its own. @param {string} full */
const headlessShell = (full) =>
  full.replace(/chromium-(\d+)/, "chromium_headless_shell-$1").replace(/chrome-(linux64|linux)\/chrome$/, "chrome-headless-shell-$1/chrome-headless-shell");

/** @param {string} program @param {string[]} args @param {Record<string, string>} [env] */
const run = (program, args, env = {}) =>
  spawnSync(program, args, { stdio: "inherit", timeout: INSTALL_LIMIT_MS, env: { ...process.env, ...env } }).status === 0;

function installPlaywrights() {
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  const installed = run(process.execPath, [cli, "install", "--only-shell", "chromium"], { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" });
  // The libraries it needs are the system's, and only root may install them.
  if (installed && process.platform === "linux" && isRoot()) run(process.execPath, [cli, "install-deps", "chromium"]);
  return installed;
}

function installDebians() {
  if (!existsSync("/usr/bin/apt-get")) return false;
  const apt = [...(isRoot() ? [] : ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
  const [program = "env", ...args] = apt;
  return run(program, [...args, "update"]) && run(program, [...args, "install", "-y", "--no-install-recommends", ...DEBIAN_PACKAGES]);
}

async function findOrInstall() {
  const found = async () => systemBrowser() ?? (await playwrightsOwn());
  if (await found()) return found();
  console.log("No browser for the end-to-end tests yet; installing one (a few minutes) …");
  if (!(installPlaywrights() && (await found()))) installDebians();
  return found();
}

if (import.meta.url === pathToFileURL(join(process.argv[1] ?? "")).href) {
  const browser = await findOrInstall().catch((error) => console.error(error.message));
  if (browser) console.log(`Browser: ${browser}`);
  else {
    console.error("No browser found. Install Chromium or set CHROMIUM_PATH, then try again.");
    process.exitCode = 1;
  }
}
