import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";

export const progress = (client: WriteClient): Tx["progress"] => ({
  async isCounted(day) {
    return (await client.progressDay.count({ where: { day } })) > 0;
  },
  async keep(day, figures) {
    await client.progressDay.createMany({ data: figures.map(({ team, ...counts }) => ({ ...counts, day, teamKey: team })) });
  },
});
