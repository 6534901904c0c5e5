import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

const SERVER = new URL("../../build/server/index.js", import.meta.url).pathname;

/** A portal of one's own: the built server, an empty database, a free port. */
export interface Site {
  origin: string;
  /** Where it keeps everything, its SQLite database included. */
  dataDir: string;
  /** The one-time link that the first start prints. */
  firstLink: string;
  /** Ends the server; its data stay. */
  stop(): Promise<void>;
  /** Starts it again over the same data, on the same port. */
  start(): Promise<void>;
}

/**
 * @param database "sqlite", or "postgresql": a database made for this site at TEST_POSTGRES_URL
 * @param entry the server's, of another build
 */
export async function openSite(database: string, entry = SERVER): Promise<Site & { remove(): Promise<void> }> {
  if (!existsSync(entry)) throw new Error("There is no build: run `npm run build` first, or `npm test -- e2e`.");
  const dataDir = mkdtempSync(join(tmpdir(), "cau-noi-e2e-"));
  const port = await freePort();
  const postgres = database === "postgresql" ? await makeDatabase() : null;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    ...(postgres && { DATABASE_URL: postgres.url }),
  };
  let server: ChildProcess | null = null;
  const site = {
    origin: `http://localhost:${port}`,
    dataDir,
    firstLink: "",
    async start() {
      const { child, said } = await launch(entry, environment);
      server = child;
      site.firstLink ||= /\S+\/workbench\/join\/\S+/.exec(said)?.[0] ?? "";
    },
    async stop() {
      const child = server;
      server = null;
      if (!child || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await ended;
    },
    async remove() {
      await site.stop();
      await postgres?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await site.start();
  return site;
}

/** Resolves when the server has said where it is. */
function launch(entry: string, environment: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [entry], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (text: string) => {
      said += text;
      // The link, where there is one, comes in the line after the address.
      if (/^Cầu Nối: \S+$/m.test(said)) setTimeout(() => resolve({ child, said }), 200);
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.once("close", (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}

async function makeDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error("TEST_POSTGRES_URL is not set: `npm test -- e2e` brings a PostgreSQL.");
  const name = `cau_noi_e2e_${randomBytes(6).toString("hex")}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE "${name}" WITH (FORCE)`) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
