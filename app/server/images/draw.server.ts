import { openThread, workerFile } from "../thread.server.ts";

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

/** The thread starts with the first picture. */
export function openDrawing(): Drawing {
  const file = workerFile(import.meta.url, "worker.server.ts", "image-worker.js");
  const thread = openThread<string, Uint8Array>({ file, mostWaiting: MOST_WAITING, restMs: REST_MS });
  return { draw: async (svg) => Buffer.from(await thread.ask(svg)), close: () => thread.close() };
}
