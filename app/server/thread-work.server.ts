import { parentPort } from "node:worker_threads";
import { AppError } from "../core/errors.ts";
import type { Done } from "./thread.server.ts";

/** The other end of a `Thread`: does one piece of work after another. What the work throws is told, and the thread goes on. */
export function doWork<Take, Give>(work: (take: Take) => Promise<Give> | Give): void {
  const port = parentPort;
  if (!port) throw new Error("this runs in a worker thread only");
  let before: Promise<void> = Promise.resolve();
  port.on("message", ({ id, take }: { id: number; take: Take }) => {
    before = before.then(async () => port.postMessage({ id, ...(await outcome(work, take)) }));
  });
}

async function outcome<Take, Give>(work: (take: Take) => Promise<Give> | Give, take: Take): Promise<Done<Give>> {
  try {
    return { give: await work(take) };
  } catch (error) {
    return error instanceof AppError ? { refused: error.code, details: { ...error.details } } : { failed: String(error) };
  }
}
