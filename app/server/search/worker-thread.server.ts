import { Worker } from "node:worker_threads";
import { AppError } from "../../core/errors.ts";
import { workerFile } from "../thread.server.ts";
import type { Answer, AskName, Asks } from "./messages.server.ts";

/** Beyond this many waiting questions a query is refused: who waits longer than that has gone. */
const MOST_WAITING = 256;

/** One run of the worker, and the questions that wait for its answers. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (give: never) => void; reject: (reason: Error) => void }>();
  #next = 1;
  #ended = false;

  /** @param onEnd called once, when the thread is gone for whatever reason */
  constructor(onEnd: (reason: Error | null) => void) {
    this.#worker = new Worker(workerFile(import.meta.url, "worker.server.ts", "search-worker.js"));
    let reason: Error | null = null;
    this.#worker.on("error", (error) => {
      reason = error instanceof Error ? error : new Error(String(error));
    });
    this.#worker.on("exit", () => {
      this.#ended = true;
      for (const { reject } of this.#waiting.values()) reject(new AppError("busy"));
      this.#waiting.clear();
      onEnd(reason);
    });
    this.#worker.on("message", (answer: Answer) => this.#settle(answer));
  }

  /** Answers keep the order of the questions. @throws AppError `busy` when the thread ends before it answered, or too many wait */
  ask<Name extends AskName>(name: Name, take: Asks[Name]["take"]): Promise<Asks[Name]["give"]> {
    if (this.#ended || (name === "query" && this.#waiting.size >= MOST_WAITING)) return Promise.reject(new AppError("busy"));
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, take });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (!waiting) return;
    if ("give" in answer) waiting.resolve(answer.give as never);
    else waiting.reject("code" in answer ? new AppError(answer.code) : new Error(answer.message));
  }
}
