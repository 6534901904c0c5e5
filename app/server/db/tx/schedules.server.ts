import type { Scheduled, ScheduleFailure } from "../../../core/workflow/schedule.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";
import type { Schedule as Row } from "../generated/sqlite/client.ts";

export const scheduleOf = ({ byId, failure, ...row }: Row): Scheduled => ({ ...row, by: byId, failure: failure as ScheduleFailure | null });

export const schedules = (client: WriteClient): Tx["schedules"] => ({
  async of(articleId) {
    const row = await client.schedule.findUnique({ where: { articleId } });
    return row && scheduleOf(row);
  },
  async put({ articleId, by, ...rest }) {
    const data = { ...rest, byId: by };
    await client.schedule.upsert({ where: { articleId }, create: { articleId, ...data }, update: data, select: { articleId: true } });
  },
  async remove(articleId) {
    return (await client.schedule.deleteMany({ where: { articleId } })).count === 1;
  },
  async due(now, limit) {
    const rows = await client.schedule.findMany({ where: { publishAt: { lte: now }, failure: null }, orderBy: { publishAt: "asc" }, take: limit });
    return rows.map(scheduleOf);
  },
});
