import type { StringOverride } from "../../core/strings/catalogue.ts";
import type { Database } from "../db/database.server.ts";

/** All published overrides of interface strings. */
export async function publishedStrings(db: Database): Promise<StringOverride[]> {
  const rows = await db.read.publishedString.findMany({ select: { namespace: true, key: true, texts: true, baseHash: true } });
  return rows as unknown as StringOverride[];
}
