import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { AppError } from "../../core/errors.ts";

/** Draws SVG as PNG in a thread of its own. */
export interface Drawing {
  /** @throws AppError `busy` when too many wait, `stopping` after `close` */
  draw(svg: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** A picture takes about 150 ms: who asks behind so many others may come again. */
const MOST_WAITING = 24;
/** Pictures are asked for in bursts, after something was published; in between the thread and its font need no memory. */
const REST_MS = 30_000;

/** The worker's code: its source in development and tests; its own file in a build, beside this one or above it. */
function workerFile(): URL {
  const here = import.meta.url;
  const places = here.endsWith(".ts") ? ["./worker.server.ts"] : ["./image-worker.js", "../image-worker.js"];
  const found = places.map((place) => new URL(place, here)).find((place) => existsSync(fileURLToPath(place)));
  if (!found) throw new Error(`no image worker at ${places.join(" or ")} of ${here}`);
  return found;
}

interface Waiting {
  resolve(png: Buffer): void;
  reject(reason: Error): void;
}

type Drawn = { id: number; png: Uint8Array } | { id: number; message: string };

/** The thread starts with the first picture. */
export function openDrawing(): Drawing {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let rest: NodeJS.Timeout | undefined;
  let next = 1;
  let closed = false;

  function dismiss(idle: Worker): void {
    worker = null;
    void idle.terminate();
  }

  function start(): Worker {
    const started = new Worker(workerFile());
    let reason = new Error("the image worker ended");
    started.on("error", (error) => {
      reason = error instanceof Error ? error : new Error(String(error));
    });
    started.on("exit", () => {
      if (worker !== started) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(closed ? new AppError("stopping") : reason);
      waiting.clear();
    });
    started.on("message", (drawn: Drawn) => {
      const one = waiting.get(drawn.id);
      waiting.delete(drawn.id);
      if ("png" in drawn) one?.resolve(Buffer.from(drawn.png));
      else one?.reject(new Error(drawn.message));
      if (waiting.size > 0) return;
      // At rest it keeps nothing running.
      started.unref();
      rest = setTimeout(() => dismiss(started), REST_MS).unref();
    });
    return started;
  }

  return {
    draw(svg) {
      if (closed) return Promise.reject(new AppError("stopping"));
      if (waiting.size >= MOST_WAITING) return Promise.reject(new AppError("busy"));
      clearTimeout(rest);
      worker ??= start();
      const thread = worker;
      thread.ref();
      return new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, svg });
      });
    },
    async close() {
      closed = true;
      clearTimeout(rest);
      await worker?.terminate();
    },
  };
}
