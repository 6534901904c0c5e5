import { hanoiDay } from "../core/facts/gate-status.ts";
import { ANNOUNCEMENTS_KEPT, daysBefore, RETENTION_DAYS } from "../core/retention.ts";
import type { Ports, Tx } from "./ports.ts";

/** Removes what is over, by the table of retentions: in short transactions, so that nobody's save waits for it. */
export async function purgeExpired(ports: Ports): Promise<void> {
  const now = ports.now();
  const ago = (what: keyof typeof RETENTION_DAYS) => daysBefore(now, RETENTION_DAYS[what]);
  const untilNone = async (some: (tx: Tx) => Promise<number>) => {
    while ((await ports.write(some)) > 0);
  };
  await ports.write(async (tx) => {
    await tx.rateLimits.removeExpired(now);
    await tx.sessions.removeExpired(now);
  });
  await untilNone((tx) => tx.messages.removeExpired(now));
  await untilNone((tx) => tx.retention.removeInvitations(ago("invitations")));
  await untilNone((tx) => tx.retention.removeReadInbox(ago("inbox")));
  await untilNone((tx) => tx.retention.removePresence(ago("presence")));
  await untilNone((tx) => tx.retention.removeProgress(hanoiDay(ago("progress"))));
  await untilNone((tx) => tx.retention.removePairings(ago("pairings")));
  await untilNone((tx) => tx.retention.removeReceipts(ago("receipts")));
  await untilNone((tx) => tx.retention.removeDisplayHours(ago("displayHours")));
  await untilNone((tx) => tx.retention.removeDisplayOrders(ago("displayOrders")));
  await untilNone((tx) => tx.retention.removeAnnouncements(ago("announcements"), ANNOUNCEMENTS_KEPT));
}
