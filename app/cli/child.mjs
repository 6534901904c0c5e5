/** Child processes: started, watched, and ended together with us. Nothing is ever ended that was not started here. */
import { spawn } from "node:child_process";
import { ROOT } from "./project.mjs";

/** Between asking a child to end and ending it. */
const PATIENCE_MS = 10_000;
const SAME_REQUEST_MS = 1_000;
const PARENT_EVERY_MS = 500;
/** The signals by which we are asked to end, each with the exit code that shells know for it. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * @typedef {object} Ended
 * @property {number} code exit code; 128 and more: ended by a signal
 * @property {string} output what it wrote, when it was kept
 * @property {boolean} timedOut
 */

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, limitMs?: number, shell?: boolean }} [options] quiet: its output is kept, not shown
 * @returns {Promise<Ended>}
 */
export function run(program, args, { env = process.env, quiet = false, limitMs, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    // Its own process group, so that what it starts ends with it, and the keyboard's Ctrl-C comes to us alone.
    const child = spawn(program, args, {
      cwd: ROOT,
      env,
      shell,
      detached: process.platform !== "win32",
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    running.add(child);
    let output = "";
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    const limit = limitMs
      ? setTimeout(() => {
          timedOut = true;
          end(child, "SIGTERM");
        }, limitMs)
      : undefined;
    const settle = () => {
      clearTimeout(limit);
      running.delete(child);
    };
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    child.once("close", (code, signal) => {
      settle();
      resolve({ code: code ?? (signal ? 128 : 1), output, timedOut });
    });
  });
}

/** @param {import("node:child_process").ChildProcess} child @param {NodeJS.Signals} signal */
function end(child, signal) {
  const send = (/** @type {NodeJS.Signals} */ which) => {
    try {
      if (child.pid && process.platform !== "win32") process.kill(-child.pid, which);
      else child.kill(which);
    } catch {
      // already gone
    }
  };
  send(signal);
  setTimeout(() => running.has(child) && send("SIGKILL"), PATIENCE_MS).unref();
}

/**
 * From now on a signal to us first ends every running child, then calls `cleanUp`, then ends us.
 * @param {() => Promise<void>} [cleanUp]
 * @returns {() => void} takes that back
 */
export function endChildrenWithUs(cleanUp = async () => {}) {
  let ending = false;
  return whenAskedToEnd(async (signal) => {
    if (ending) return;
    ending = true;
    const gone = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
    for (const child of running) end(child, signal);
    await Promise.all(gone);
    await cleanUp();
    process.exit(EXIT_CODES[signal]);
  });
}

/**
 * Runs the server in the foreground: it has our terminal, gets our signals, and its exit code is returned.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
export function serve(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: "inherit" });
    let asked = false;
    whenAskedToEnd((signal) => {
      // In a terminal Ctrl-C has reached the child already, and npm hands us a second one: a server that is told twice
      // takes it for impatience and drops the requests in flight. So what comes within a second is passed on once.
      if (asked || (signal === "SIGINT" && process.stdin.isTTY)) return;
      asked = true;
      setTimeout(() => {
        asked = false;
      }, SAME_REQUEST_MS).unref();
      child.kill(signal);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? EXIT_CODES[/** @type {keyof typeof EXIT_CODES} */ (signal)] ?? 1));
  });
}

/**
 * Calls `ask` when somebody wants us to end. npm hands a signal to its shell alone, and a shell may die of it without a
 * word to us: then the change of our parent is the message.
 * @param {(signal: keyof typeof EXIT_CODES) => void} ask
 * @returns {() => void} stops listening
 */
function whenAskedToEnd(ask) {
  const parent = process.ppid;
  const watch = setInterval(() => process.env.npm_lifecycle_event && process.ppid !== parent && heard("SIGTERM"), PARENT_EVERY_MS).unref();
  const heard = (/** @type {keyof typeof EXIT_CODES} */ signal) => {
    clearInterval(watch);
    ask(signal);
  };
  const signals = /** @type {(keyof typeof EXIT_CODES)[]} */ (Object.keys(EXIT_CODES));
  for (const signal of signals) process.on(signal, heard);
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, heard);
  };
}
