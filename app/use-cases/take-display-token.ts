import { type TokenWish, tokenText } from "../core/displays/protocol.ts";
import { AppError } from "../core/errors.ts";
import type { Ports } from "./ports.ts";

/** What a pairing has come to, for the device that asked for it. */
export type PairingOutcome = { state: "waiting"; expiresAt: Date } | { state: "expired" } | { state: "paired"; displayId: string; token: string };

/**
 * Hands a paired device its token. Once: from the device's first message on nothing more is handed over. Until then each asking draws
 * another one, so that an answer that was lost on its way unpairs nobody, and only the newest opens anything.
 * @param secret of the cookie that came with the code
 */
export async function takeDisplayToken(ports: Ports, secret: string): Promise<PairingOutcome> {
  const { secret: token, hash } = ports.secrets.make();
  return ports.write(async (tx): Promise<PairingOutcome> => {
    const pairing = await tx.pairings.bySecret(ports.secrets.hash(secret));
    const now = ports.now();
    if (!pairing || pairing.expiresAt <= now) return { state: "expired" };
    const { displayId, codeHash, expiresAt } = pairing;
    if (displayId === null) return { state: "waiting", expiresAt };
    const display = await tx.displays.byId(displayId);
    if (!display || display.revokedAt || (await tx.displayReports.heardAt(displayId))) return { state: "expired" };
    await tx.displays.setToken(displayId, hash);
    await tx.pairings.taken(codeHash, now);
    return { state: "paired", displayId, token };
  });
}

/** How far the device's idea of the server's clock may be off, in milliseconds: its signature serves for no longer. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

/**
 * Draws another token for a device that lost its own and proves with its key that it is the one that was paired.
 * @param verify whether the key's owner signed the text
 * @throws AppError `display_unpaired`, `display_revoked`
 */
export async function renewDisplayToken(
  ports: Ports,
  { display: id, at, signature }: TokenWish,
  verify: (key: string, text: string, signature: string) => boolean,
): Promise<string> {
  const { secret: token, hash } = ports.secrets.make();
  await ports.write(async (tx) => {
    const display = await tx.displays.byId(id);
    const key = display && (await tx.displays.deviceKey(id));
    const off = Math.abs(Date.parse(at) - ports.now().getTime());
    if (!key || !(off <= CLOCK_TOLERANCE_MS) || !verify(key, tokenText(id, at), signature)) throw new AppError("display_unpaired");
    if (display.revokedAt) throw new AppError("display_revoked");
    await tx.displays.setToken(id, hash);
  });
  return token;
}
