import type { ServerResponse } from "node:http";
import type { Header } from "./security-headers.server.ts";

/** Bytes that may wait for a slow receiver before it is dropped: it comes back and is told what it missed. */
const MOST_WAITING = 1024 * 1024;
export const HEARTBEAT_MS = 15_000;
export const HEARTBEAT = ":\n\n";

/** One event, as it travels. */
export const frameOf = (event: string, data: object, id: number): string => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** When to come back after a break, in milliseconds: around 2 s, spread so that a thousand displays do not return at once. */
export const retryHint = (): string => `retry: ${1000 + Math.floor(Math.random() ** 2 * 4000)}\n\n`;

/** Begins an event stream. */
export function beginStream(response: ServerResponse, headers: readonly Header[]): void {
  response.req.socket.setNoDelay(true);
  response.writeHead(200, [...headers.flat(), "content-type", "text/event-stream", "cache-control", "no-store", "x-accel-buffering", "no"]);
}

/** Writes to a stream; who reads too slowly is cut off. */
export function writeFrame(response: ServerResponse, frame: string): void {
  response.write(frame);
  if (response.writableLength > MOST_WAITING) response.destroy();
}
