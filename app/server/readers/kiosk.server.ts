import { readKiosk } from "./kiosk/content.server.ts";
import type { Reading } from "./reading.server.ts";

/** What the kiosks ask for. */
export const kioskReaders = (reading: Reading) => ({
  /** All that the kiosk of a gate shows. */
  content: (gate: string) => readKiosk(reading, gate),
});
