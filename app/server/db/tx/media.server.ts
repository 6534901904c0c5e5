import type { Tx } from "../../../use-cases/ports.ts";
import type { WriteClient } from "../client.server.ts";

export const clips = (client: WriteClient): Tx["clips"] => ({
  async add({ hash, mime, size, seconds, rights, by, at, bytes }) {
    if (await client.clip.findUnique({ where: { hash }, select: { hash: true } })) {
      await client.clip.updateMany({ where: { hash, seconds: null }, data: { seconds } });
      return false;
    }
    await client.clip.create({ data: { hash, mime, size, seconds, rights, byId: by, at } });
    if (bytes) await client.mediaBytes.create({ data: { hash, bytes: Uint8Array.from(bytes) } });
    return true;
  },
});

export const media = (client: WriteClient): Tx["media"] => ({
  async original(hash) {
    const row = await client.media.findFirst({ where: { hash, madeOf: null } });
    return row && { hash, width: row.width, height: row.height, rights: row.rights };
  },
  async madeOf(original) {
    return client.media.findMany({ where: { madeOf: original }, select: { hash: true, mime: true, width: true, height: true } });
  },
  async add(pictures, { madeOf, rights, by, at }) {
    const known = await client.media.findMany({ where: { hash: { in: pictures.map(({ hash }) => hash) } }, select: { hash: true } });
    const fresh = pictures.filter(({ hash }) => !known.some((one) => one.hash === hash));
    if (fresh.length === 0) return false;
    const rows = fresh.map(({ hash, mime, width, height, size }) => ({ hash, mime, width, height, size, madeOf, rights, byId: by, at }));
    await client.media.createMany({ data: rows });
    const bytes = fresh.flatMap((one) => (one.bytes ? [{ hash: one.hash, bytes: Uint8Array.from(one.bytes) }] : []));
    if (bytes.length) await client.mediaBytes.createMany({ data: bytes });
    return true;
  },
});
