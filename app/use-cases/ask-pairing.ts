import { codeFrom, pairingEnd } from "../core/displays/pairing.ts";
import type { PairingOffer, PairingWish } from "../core/displays/protocol.ts";
import { readSize } from "../core/displays/settings.ts";
import { AppError } from "../core/errors.ts";
import type { Ports } from "./ports.ts";

/** The SPKI of a key on P-256 has 91 bytes. */
const KEY = /^[\w-]{120,128}$/;

/**
 * Gives a device the code that a technician types, and the secret that proves it is the same device.
 * @param address the network address it asks from: askings are counted by it, and it is not kept
 * @throws AppError `invalid` (`fields`), `too_many_attempts`
 */
export async function askPairing(ports: Ports, { wish, address }: { wish: PairingWish; address: string }): Promise<PairingOffer & { secret: string }> {
  const wrong = [...(readSize(wish) === undefined ? ["size"] : []), ...(wish.key !== undefined && !KEY.test(wish.key) ? ["key"] : [])];
  if (wrong.length) throw new AppError("invalid", { fields: wrong });
  await ports.limits.consume("pairing-address", address);
  const { secret, hash } = ports.secrets.make();
  const code = codeFrom(ports.secrets.make().hash);
  const expiresAt = pairingEnd(ports.now());
  const { width, height, key } = wish;
  const pairing = { codeHash: ports.secrets.hash(code), secretHash: hash, wish: { width, height, key }, expiresAt, displayId: null, takenAt: null };
  await ports.write((tx) => tx.pairings.insert(pairing));
  return { code, expiresAt: expiresAt.toISOString(), secret };
}
