import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
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

/** Where a run keeps what a first start leaves behind (site.setup.ts): to make the schema and the starter content takes longer than to copy them. */
export const FIRST_DATA = "E2E_FIRST_DATA";
const ADDRESS = /^Cầu Nối: \S+\n/m;
const FIRST_LINK = /(\S+\/workbench\/join\/\S+)\n/;

/**
 * @param database "sqlite", or "postgresql": a database made for this site at TEST_POSTGRES_URL
 * @param entry the server's, of another build
 * @param from what it begins with: nothing at all, or a copy of what a first start of this build left behind (SQLite alone)
 */
export async function openSite(
  database: string,
  entry = SERVER,
  from: "nothing" | "copy" = entry === SERVER ? "copy" : "nothing",
): Promise<Site & { remove(): Promise<void> }> {
  if (!existsSync(entry)) throw new Error("There is no build: run `npm run build` first, or `npm test -- e2e`.");
  const dataDir = mkdtempSync(join(tmpdir(), "cau-noi-e2e-"));
  const first = process.env[FIRST_DATA];
  if (first && from === "copy" && database === "sqlite") cpSync(first, dataDir, { recursive: true });
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
      // While nobody has joined, the link comes in a line after the address: the first start has said all when it is there.
      const [child, said] = await launch(entry, environment, site.firstLink ? ADDRESS : FIRST_LINK);
      server = child;
      site.firstLink ||= said[1] ?? "";
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

/** Resolves when the server has said what is waited for. */
function launch(entry: string, environment: NodeJS.ProcessEnv, awaited: RegExp): Promise<[ChildProcess, RegExpExecArray]> {
  const child = spawn(process.execPath, [entry], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (text: string) => {
      said += text;
      const found = awaited.exec(said);
      if (found) resolve([child, found]);
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
