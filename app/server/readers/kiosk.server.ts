import { readKiosk } from "./kiosk/content.server.ts";
import type { Reading } from "./reading.server.ts";

/**
 * What the kiosks ask for.
 * @param origin the address that people use
 */
export const kioskReaders = (reading: Reading, origin: string) => ({
  /** All that the kiosk of a site shows: of a gate, or of a commune cluster. */
  content: (site: string) => readKiosk(reading, origin, site),
});
