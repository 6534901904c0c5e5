/**
 * Where the project lies and which Node runs it. Plain JavaScript for Node 18 and newer, because the commands start
 * before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** The oldest Node that serves, where the one brought along does not run (a Mac, a system without glibc). */
const OLDEST = { major: 22, minor: 22 };

/** A refusal that a person can act on: it is printed as one line, without a stack. */
export class PlainError extends Error {}

/** @param {string} path relative to the project's folder */
export const at = (path) => join(ROOT, path);

/** @param {string} text */
export const say = (text) => console.log(text);

/**
 * The Node that builds, serves and tests: the one among the packages, else the system's own.
 * @returns {string} path of the program
 * @throws PlainError where neither is new enough
 */
export function projectNode() {
  const system = process.platform === "win32" ? "win" : process.platform;
  const brought = at(`node_modules/node-${system}-${process.arch}/bin/node${system === "win" ? ".exe" : ""}`);
  if (existsSync(brought) && spawnSync(brought, ["--version"]).status === 0) return brought;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new PlainError(
    `Node ${OLDEST.major}.${OLDEST.minor} or newer is needed, this is ${process.versions.node}. Install it from https://nodejs.org and try again.`,
  );
}

/** @param {string} version "24.21.0" */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/** The environment of a child: the project's own programs come first. @param {Record<string, string | undefined>} [more] */
export const childEnvironment = (more = {}) => ({ ...process.env, PATH: [at("node_modules/.bin"), process.env.PATH].join(delimiter), ...more });

/** The environment without the project's own programs: for npm, which replaces them while it runs. */
export function environmentOfSystem() {
  const own = resolve(at("node_modules/.bin"));
  const PATH = (process.env.PATH ?? "").split(delimiter).filter((folder) => resolve(folder) !== own);
  return { ...process.env, PATH: PATH.join(delimiter) };
}

/** Whether a module was started as a command, not imported. @param {string} url its import.meta.url */
export const isStarted = (url) => realpathSync(process.argv[1] ?? ROOT) === realpathSync(fileURLToPath(url));

/**
 * Runs a command's main function; a PlainError becomes one line and exit code 1.
 * @param {() => Promise<number | void>} main its number is the exit code
 */
export async function command(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const refusal = plain(error);
    if (!refusal) throw error;
    console.error(refusal);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function plain(error) {
  if (error instanceof PlainError) return error.message;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === "EACCES" || code === "EROFS" || code === "EPERM") return `This folder cannot be written to: ${path ?? ROOT}`;
  if (code === "ENOSPC") return "The disk is full.";
  return null;
}
