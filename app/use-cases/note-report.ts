import type { Report } from "../core/displays/protocol.ts";
import { heardMinutes } from "../core/displays/uptime.ts";
import type { Ports } from "./ports.ts";

/** Keeps what a device says of itself in place of what it said before, and counts the minutes in which it was heard. */
export async function noteReport(ports: Ports, displayId: string, report: Report): Promise<void> {
  await ports.write(async (tx) => {
    const now = ports.now();
    const before = await tx.displayReports.heardAt(displayId);
    await tx.displayReports.keep(displayId, report, now);
    for (const { hour, minutes } of heardMinutes(before, now)) await tx.displayReports.count(displayId, hour, { minutes });
    await tx.displayReports.ordersDone(displayId, report.ordersDone, now);
  });
}
