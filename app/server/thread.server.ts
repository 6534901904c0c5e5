import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode } from "../core/errors.ts";

/** Work that is done in a thread of its own, which starts with the first of it and goes when there was none for a while. */
export interface Thread<Take, Give> {
  /** @throws AppError `busy` when too many wait, `stopping` after `close`, and what the work itself refuses */
  ask(take: Take): Promise<Give>;
  close(): Promise<void>;
}

/** What a thread says of a piece of work. */
export type Done<Give> = { give: Give } | { refused: ErrorCode; details: Record<string, unknown> } | { failed: string };

/**
 * Where a worker's code is: its source in development and tests; its own file in a build, beside the asker's or above it.
 * @param here the asker's `import.meta.url`
 */
export function workerFile(here: string, source: string, built: string): URL {
  const places = here.endsWith(".ts") ? [`./${source}`] : [`./${built}`, `../${built}`];
  const found = places.map((place) => new URL(place, here)).find((place) => existsSync(fileURLToPath(place)));
  if (!found) throw new Error(`no worker at ${places.join(" or ")} of ${here}`);
  return found;
}

interface ThreadOptions {
  file: URL;
  /** Who asks behind so many others may come again. */
  mostWaiting: number;
  /** At rest for so long, its memory is given back. */
  restMs: number;
}

/** A thread that ends by itself takes with it only what it had been asked: the next question starts another. */
export function openThread<Take, Give>({ file, mostWaiting, restMs }: ThreadOptions): Thread<Take, Give> {
  const waiting = new Map<number, { resolve(give: Give): void; reject(reason: Error): void }>();
  let worker: Worker | null = null;
  let rest: NodeJS.Timeout | undefined;
  let next = 1;
  let closed = false;

  function dismiss(idle: Worker): void {
    worker = null;
    void idle.terminate();
  }

  function start(): Worker {
    const started = new Worker(file);
    let reason = new Error("the thread ended");
    started.on("error", (error) => {
      reason = error instanceof Error ? error : new Error(String(error));
    });
    started.on("exit", () => {
      if (worker !== started) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(closed ? new AppError("stopping") : reason);
      waiting.clear();
    });
    started.on("message", ({ id, ...done }: { id: number } & Done<Give>) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if ("give" in done) one?.resolve(done.give);
      else one?.reject("refused" in done ? new AppError(done.refused, done.details) : new Error(done.failed));
      if (waiting.size > 0) return;
      // At rest it keeps nothing running.
      started.unref();
      rest = setTimeout(() => dismiss(started), restMs).unref();
    });
    return started;
  }

  return {
    ask(take) {
      if (closed) return Promise.reject(new AppError("stopping"));
      if (waiting.size >= mostWaiting) return Promise.reject(new AppError("busy"));
      clearTimeout(rest);
      worker ??= start();
      const thread = worker;
      thread.ref();
      return new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, take });
      });
    },
    async close() {
      closed = true;
      clearTimeout(rest);
      await worker?.terminate();
    },
  };
}
