import type { Display, DisplayKind } from "../../../core/displays/display.ts";
import type { PairingWish } from "../../../core/displays/protocol.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { Display as Row } from "../generated/sqlite/client.ts";

/** What a row's body holds; `key` is the public half of the device's own. */
type Body = Pick<Display, "size" | "settings"> & { key?: string | null };

export const displayOf = (row: Row): Display => {
  const { size, settings } = row.body as unknown as Body;
  const { id, name, siteKey, kind, revision, pairedAt, pairedById, revokedAt } = row;
  return { id, name, site: siteKey, kind: kind as DisplayKind, size, settings, revision, pairedAt, pairedBy: pairedById, revokedAt };
};

export const deviceKeyOf = (row: Pick<Row, "body">): string | null => (row.body as unknown as Body).key ?? null;

const columnsOf = ({ site, kind, name, revision, size, settings }: Display, key: string | null) => ({
  siteKey: site,
  kind,
  name,
  revision,
  body: json({ size, settings, key } satisfies Body),
});

export const pairings = (client: WriteClient): Tx["pairings"] => {
  const pairingOf = (row: Awaited<ReturnType<WriteClient["pairing"]["findUnique"]>>) => row && { ...row, wish: row.wish as unknown as PairingWish };
  return {
    async insert({ wish, ...pairing }) {
      await client.pairing.create({ data: { ...pairing, wish: json(wish) }, select: { codeHash: true } });
    },
    byCode: async (codeHash) => pairingOf(await client.pairing.findUnique({ where: { codeHash } })),
    bySecret: async (secretHash) => pairingOf(await client.pairing.findUnique({ where: { secretHash } })),
    async confirm(codeHash, displayId) {
      const { count } = await client.pairing.updateMany({ where: { codeHash, displayId: null }, data: { displayId } });
      return count === 1;
    },
    async taken(codeHash, at) {
      await client.pairing.updateMany({ where: { codeHash }, data: { takenAt: at } });
    },
  };
};

export const displays = (client: WriteClient): Tx["displays"] => ({
  async byId(id) {
    const row = await client.display.findUnique({ where: { id } });
    return row && displayOf(row);
  },
  async insert(display, { tokenHash, key, pin }) {
    const { id, pairedAt, pairedBy, revokedAt } = display;
    const data = { ...columnsOf(display, key), id, tokenHash, pinHash: pin, pairedAt, pairedById: pairedBy, revokedAt };
    await client.display.create({ data, select: { id: true } });
  },
  async put(display) {
    const before = await client.display.findFirst({ where: { id: display.id, revision: display.revision - 1 } });
    if (!before) return false;
    const { count } = await client.display.updateMany({
      where: { id: display.id, revision: display.revision - 1 },
      data: columnsOf(display, deviceKeyOf(before)),
    });
    return count === 1;
  },
  async setToken(id, tokenHash) {
    await client.display.updateMany({ where: { id }, data: { tokenHash } });
  },
  async setPin(id, pin) {
    await client.display.updateMany({ where: { id }, data: { pinHash: pin } });
  },
  async revoke(id, at) {
    const { count } = await client.display.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
    return count === 1;
  },
  async deviceKey(id) {
    const row = await client.display.findUnique({ where: { id }, select: { body: true } });
    return row && deviceKeyOf(row);
  },
});
