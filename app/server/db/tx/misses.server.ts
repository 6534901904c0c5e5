import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";

export const misses = (client: WriteClient): Tx["misses"] => ({
  async count(miss, oldest) {
    await client.searchMiss.deleteMany({ where: { day: { lt: oldest } } });
    await client.searchMiss.upsert({
      where: { query_lang_day: miss },
      create: { ...miss, count: 1 },
      update: { count: { increment: 1 } },
      select: { count: true },
    });
  },
});
