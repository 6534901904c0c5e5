import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";

export const rateLimits = (client: WriteClient): Tx["rateLimits"] => ({
  async count(key, now, until) {
    await client.rateLimit.deleteMany({ where: { expiresAt: { lte: now } } });
    const select = { points: true, expiresAt: true };
    return client.rateLimit.upsert({ where: { key }, create: { key, points: 1, expiresAt: until }, update: { points: { increment: 1 } }, select });
  },
  async forget(key) {
    await client.rateLimit.deleteMany({ where: { key } });
  },
  async removeExpired(now) {
    await client.rateLimit.deleteMany({ where: { expiresAt: { lte: now } } });
  },
});
