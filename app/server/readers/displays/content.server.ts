import { AppError } from "../../../core/errors.ts";
import { readKiosk } from "../kiosk/content.server.ts";
import type { Reading } from "../reading.server.ts";
import type { LastChange } from "./changed.server.ts";

/**
 * What the displays at a site show, as every process makes it: its revision and its time are those of the newest change that concerns the
 * site (`last`), so that the same content is the same bytes. Null: nothing is known of the site.
 */
export async function readContentFor(reading: Reading, origin: string, site: string, last: LastChange) {
  try {
    return { ...(await readKiosk(reading, origin, site)), revision: last.id, generatedAt: last.at.toISOString() };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
