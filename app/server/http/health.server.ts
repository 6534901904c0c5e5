import type { ServerResponse } from "node:http";
import type { Database } from "../db/database.server.ts";
import { log } from "../logging.server.ts";

/** A balancer asks every few seconds: who can't read in this time is not ready. */
const PATIENCE_MS = 2_000;

/** Whether the database answers a read. */
export async function isReady(db: Pick<Database, "read">): Promise<boolean> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("the database took too long")), PATIENCE_MS).unref());
  try {
    await Promise.race([db.read.$queryRaw`SELECT 1`, late]);
    return true;
  } catch (error) {
    log.error("not ready", error);
    return false;
  }
}

/** For machines: one word, never kept. */
export function sendHealth(response: ServerResponse, well: boolean): void {
  response.writeHead(well ? 200 : 503, { "content-type": "text/plain", "cache-control": "no-store", "x-content-type-options": "nosniff" });
  response.end(well ? "ok\n" : "unavailable\n");
}
