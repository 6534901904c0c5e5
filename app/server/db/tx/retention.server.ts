import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";

/** Rows that go in one transaction. */
const AT_ONCE = 100;

const counted = async (removal: Promise<{ count: number }>): Promise<number> => (await removal).count;

export const retention = (client: WriteClient): Tx["retention"] => ({
  removeInvitations: (endedBefore) =>
    counted(
      client.invitation.deleteMany({
        where: {
          OR: [{ usedAt: null, expiresAt: { lt: endedBefore } }, { usedAt: { not: null, lt: endedBefore } }],
        },
        limit: AT_ONCE,
      }),
    ),
  removeReadInbox: (readBefore) => counted(client.inboxItem.deleteMany({ where: { readAt: { not: null, lt: readBefore } }, limit: AT_ONCE })),
  removePresence: (notedBefore) => counted(client.presence.deleteMany({ where: { at: { lt: notedBefore } }, limit: AT_ONCE })),
  removeProgress: (dayBefore) => counted(client.progressDay.deleteMany({ where: { day: { lt: dayBefore } }, limit: AT_ONCE })),
  removePairings: (endedBefore) => counted(client.pairing.deleteMany({ where: { expiresAt: { lt: endedBefore } }, limit: AT_ONCE })),
  removeReceipts: (receivedBefore) => counted(client.receipt.deleteMany({ where: { receivedAt: { lt: receivedBefore } }, limit: AT_ONCE })),
  removeDisplayHours: (hourBefore) => counted(client.displayHour.deleteMany({ where: { hour: { lt: hourBefore } }, limit: AT_ONCE })),
  removeDisplayOrders: (askedBefore) => counted(client.displayOrder.deleteMany({ where: { at: { lt: askedBefore } }, limit: AT_ONCE })),
  async removeAnnouncements(announcedBefore, newestKept) {
    const { revision } = await client.content.findUniqueOrThrow({ where: { id: 1 } });
    const oldest = await client.announcement.findMany({
      where: { id: { lte: revision - newestKept } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true, at: true },
    });
    // From the oldest on and never a younger one before it: what is left has no gap, by which who catches up knows that nothing is missing.
    const young = oldest.findIndex(({ at }) => at >= announcedBefore);
    const last = (young === -1 ? oldest : oldest.slice(0, young)).at(-1);
    return last ? counted(client.announcement.deleteMany({ where: { id: { lte: last.id } } })) : 0;
  },
});
