import type { Display } from "./display.ts";
import type { Report } from "./protocol.ts";
import { SILENT_MINUTES, silentSince } from "./uptime.ts";

/** How a display stands, the worst first: what a technician has to look at comes before what goes by itself. */
export const STANDINGS = ["silent", "troubled", "behind", "waiting", "resting", "well", "revoked"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface DisplayKnown {
  display: Pick<Display, "pairedAt" | "revokedAt" | "settings">;
  /** When its own last message came; null: none yet. */
  heard: Date | null;
  report: Pick<Report, "manifest" | "errors"> | null;
  /** SHA-256 of the manifest that it should hold; null: not known at this moment. */
  wanted: string | null;
}

/**
 * silent: it should speak and does not. troubled: it told of errors. behind: it does not hold yet what it should. waiting: paired, not heard yet.
 * resting: in its quiet hours. Told from the device's own messages alone: nothing that the server sends makes it count as alive.
 */
export function standingOf({ display, heard, report, wanted }: DisplayKnown, now: Date): Standing {
  if (display.revokedAt) return "revoked";
  if (silentSince({ heard, pairedAt: display.pairedAt, quiet: display.settings.quiet }, now)) return "silent";
  if (!heard || !report) return "waiting";
  if (now.getTime() - heard.getTime() >= SILENT_MINUTES * 60_000) return "resting";
  if (report.errors.length > 0) return "troubled";
  return wanted === null || report.manifest === wanted ? "well" : "behind";
}
