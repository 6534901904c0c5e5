import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import { stringUses } from "../../app/i18n/string-uses.ts";
import type { Plan, Said } from "./publisher.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

/** Programs as files that start at once, many times: built as the server is. @param programs their sources in the project, by name */
export async function buildForFaults(programs: Record<string, string>): Promise<{ folder: string; remove(): void }> {
  // Inside the project, so that its packages are found.
  mkdirSync(join(ROOT, "test-results"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, "test-results", "faults-"));
  const sources = {
    ...programs,
    "search-worker": "app/server/search/worker.server.ts",
    "image-worker": "app/server/images/worker.server.ts",
    "media-worker": "app/server/media/worker.server.ts",
  };
  const input = Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, join(ROOT, source)]));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [stringUses()],
    esbuild: { jsx: "automatic" },
    build: { ssr: true, outDir: folder, target: "node22", minify: false, rollupOptions: { input, output: { entryFileNames: "[name].js" } } },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export async function buildPublisher(): Promise<{ file: string; remove(): void }> {
  const { folder, remove } = await buildForFaults({ publisher: "tests/faults/publisher.ts" });
  return { file: join(folder, "publisher.js"), remove };
}

export interface Publisher {
  /** Everything that it said so far. */
  said: Said[];
  tell(order: "go" | "rest" | "end"): void;
  /** Resolves with the first thing of a kind that it says from now on; or said already, for "ready". */
  hear<Kind extends Said["say"]>(kind: Kind, withinMs?: number): Promise<Extract<Said, { say: Kind }>>;
  /** Resolves when it has had so many writes acknowledged since it was started. */
  acknowledged(count: number): Promise<void>;
  /** Ends it without a word: resolves when it is gone and everything it had said has been heard. */
  kill(): Promise<void>;
  /** Resolves when it has ended by itself, with its exit code. */
  ended: Promise<number | null>;
  /** What it wrote as errors. */
  errors(): string;
}

export function startPublisher(file: string, plan: Plan): Publisher {
  const child: ChildProcess = spawn(process.execPath, [file, JSON.stringify(plan)], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "", VITEST: "" },
  });
  const said: Said[] = [];
  const waiting = new Set<(one: Said) => void>();
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    errors = (errors + text).slice(-20_000);
  });
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
    // Its log shares the way out; and a line may be cut by the end.
    if (!line.startsWith(`{"say":`) || !line.endsWith("}")) return;
    const one = JSON.parse(line) as Said;
    said.push(one);
    for (const listener of waiting) listener(one);
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return {
    said,
    ended,
    errors: () => errors,
    tell: (order) => void child.stdin?.write(`${order}\n`),
    hear<Kind extends Said["say"]>(kind: Kind, withinMs = 60_000) {
      return new Promise<Extract<Said, { say: Kind }>>((resolve, reject) => {
        const settle = (what: () => void) => {
          clearTimeout(limit);
          waiting.delete(listener);
          what();
        };
        const listener = (one: Said) => {
          if (one.say === kind) settle(() => resolve(one as Extract<Said, { say: Kind }>));
          else if (one.say === "failed") settle(() => reject(new Error(one.what)));
        };
        const limit = setTimeout(() => settle(() => reject(new Error(`nothing was heard of ${kind}\n${errors}`))), withinMs);
        waiting.add(listener);
        void ended.then((code) => settle(() => reject(new Error(`it ended with ${code} before ${kind}\n${errors}`))));
        const before = kind === "ready" ? said.find((one) => one.say === "ready") : undefined;
        if (before) listener(before);
      });
    },
    acknowledged(count) {
      const acknowledged = () => said.filter(({ say }) => say === "saved" || say === "published").length;
      return new Promise((resolve, reject) => {
        const listener = () => {
          const failed = said.find((one) => one.say === "failed");
          if (failed) reject(new Error(failed.what));
          else if (acknowledged() >= count) resolve();
          else return;
          waiting.delete(listener);
        };
        waiting.add(listener);
        void ended.then((code) => reject(new Error(`it ended with ${code}\n${errors}`)));
        listener();
      });
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** How much: the short half belongs to every run of the tests, the long one to `npm run faults`. */
export const LONG = process.env.FAULTS === "long";

/** FAULTS_SEED repeats the moments of an earlier run. */
export const seedOf = (): number => Number(process.env.FAULTS_SEED) || Math.floor(Math.random() * 2 ** 31);
