import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";

export const sessions = (client: WriteClient): Tx["sessions"] => ({
  async insert({ hash, ...session }) {
    await client.session.create({ data: { ...session, id: hash }, select: { id: true } });
  },
  async remove(hash) {
    await client.session.deleteMany({ where: { id: hash } });
  },
  async removeExpired(now) {
    await client.session.deleteMany({ where: { expiresAt: { lte: now } } });
  },
});
