import type { Receipt, ReceiptsTaken } from "../core/displays/protocol.ts";
import { hourOf } from "../core/displays/uptime.ts";
import type { Ports } from "./ports.ts";

/**
 * Keeps what a device says it showed, each number once however often it is sent, and counts it for its hour.
 * Asked with none, it answers with the highest number there is: a device whose store was lost goes on from there.
 * @returns up to where the device may forget: acknowledged after the commit
 * @throws AppError `clash` when the same came in twice at one moment: it may be sent again
 */
export async function takeReceipts(ports: Ports, displayId: string, receipts: readonly Receipt[]): Promise<ReceiptsTaken> {
  const upTo = receipts.at(-1)?.number ?? 0;
  if (receipts.length === 0) return { upTo: await ports.write((tx) => tx.displayReports.lastReceipt(displayId)) };
  await ports.write(async (tx) => {
    const fresh = await tx.displayReports.keepReceipts(displayId, receipts, ports.now());
    for (const [time, all] of Map.groupBy(fresh, ({ at }) => hourOf(new Date(at)).getTime()))
      await tx.displayReports.count(displayId, new Date(time), { shown: all.length });
  });
  return { upTo };
}
