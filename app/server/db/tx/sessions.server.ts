import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";

/** Half a sign-in lies beside the sessions under an id that no cookie's hash can be: it never passes for one. */
const STEP = "step:";

/** What is a whole session, for readers. */
export const WHOLE = { NOT: { id: { startsWith: STEP } } };

export const sessions = (client: WriteClient): Tx["sessions"] => ({
  async insert({ hash, ...session }) {
    await client.session.create({ data: { ...session, id: hash }, select: { id: true } });
  },
  async remove(hash) {
    await client.session.deleteMany({ where: { id: hash } });
  },
  async removeOwn(memberId, hash) {
    return (await client.session.deleteMany({ where: { id: hash, memberId } })).count > 0;
  },
  async removeAll(memberId, keep) {
    return (await client.session.deleteMany({ where: { memberId, ...(keep !== null && { id: { not: keep } }) } })).count;
  },
  async seen(hash, at, unlessSince) {
    await client.session.updateMany({ where: { id: hash, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: unlessSince } }] }, data: { lastSeenAt: at } });
  },
  async insertStep({ hash, ...step }) {
    await client.session.create({ data: { ...step, id: STEP + hash }, select: { id: true } });
  },
  async stepOf(hash, now) {
    const row = await client.session.findUnique({ where: { id: STEP + hash }, select: { memberId: true, expiresAt: true } });
    return row && row.expiresAt > now ? row.memberId : null;
  },
  async removeStep(hash) {
    await client.session.deleteMany({ where: { id: STEP + hash } });
  },
  async removeExpired(now) {
    await client.session.deleteMany({ where: { expiresAt: { lte: now } } });
  },
});
