import { PRESENT_MS } from "../../../core/translation/presence.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";

export const presence = (client: WriteClient): Tx["presence"] => ({
  async note(memberId, owner, unit, at) {
    await client.presence.deleteMany({ where: { owner, at: { lt: new Date(at.getTime() - PRESENT_MS) }, NOT: { memberId } } });
    const key = { memberId, owner };
    await client.presence.upsert({ where: { memberId_owner: key }, create: { ...key, unit, at }, update: { unit, at }, select: { at: true } });
  },
  async leave(memberId, owner) {
    await client.presence.deleteMany({ where: { memberId, owner } });
  },
});
