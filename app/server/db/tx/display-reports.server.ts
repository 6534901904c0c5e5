import { may } from "../../../core/people/roles.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import { memberOf } from "./members.server.ts";

export const displayReports = (client: WriteClient): Tx["displayReports"] => ({
  async heardAt(displayId) {
    const row = await client.displayState.findUnique({ where: { displayId }, select: { lastContactAt: true } });
    return row?.lastContactAt ?? null;
  },
  async keep(displayId, report, at) {
    const data = { lastContactAt: at, report: json(report) };
    await client.displayState.upsert({ where: { displayId }, create: { displayId, ...data }, update: data, select: { displayId: true } });
  },
  async count(displayId, hour, { minutes = 0, shown = 0 }) {
    const where = { displayId_hour: { displayId, hour } };
    const update = { minutes: { increment: minutes }, shown: { increment: shown } };
    await client.displayHour.upsert({ where, create: { displayId, hour, minutes, shown }, update, select: { displayId: true } });
  },
  async keepReceipts(displayId, receipts, at) {
    const known = await client.receipt.findMany({
      where: { displayId, number: { in: receipts.map(({ number }) => number) } },
      select: { number: true },
    });
    const fresh = receipts.filter(({ number }) => !known.some((row) => row.number === number));
    if (fresh.length) await client.receipt.createMany({ data: fresh.map((one) => ({ ...one, at: new Date(one.at), displayId, receivedAt: at })) });
    return fresh;
  },
  async lastReceipt(displayId) {
    const { _max } = await client.receipt.aggregate({ where: { displayId }, _max: { number: true } });
    return _max.number ?? 0;
  },
  async order({ id, kind, at, displayId, by }) {
    await client.displayOrder.create({ data: { id, kind, at: new Date(at), displayId, byId: by }, select: { id: true } });
  },
  async ordersDone(displayId, ids, at) {
    if (ids.length) await client.displayOrder.updateMany({ where: { displayId, id: { in: [...ids] }, doneAt: null }, data: { doneAt: at } });
  },
  async silenceTold(displayId, since) {
    // Whoever looks at the same moment waits here, and then sees what was told.
    await client.display.updateMany({ where: { id: displayId }, data: { id: displayId } });
    const told = await client.inboxItem.findFirst({
      where: { kind: "display-silent", owner: `display:${displayId}`, at: { gte: since } },
      select: { id: true },
    });
    return told !== null;
  },
  async keepers() {
    const rows = await client.member.findMany({ where: { disabledAt: null } });
    return rows.map(memberOf).filter(({ roles }) => may(roles, "displays.manage"));
  },
});
