import { DISPLAY_KINDS, type Display, type DisplayKind, type DisplaySettings } from "../core/displays/display.ts";
import { readPairingCode } from "../core/displays/pairing.ts";
import { FIRST_SETTINGS, readSettings, readSize } from "../core/displays/settings.ts";
import { AppError } from "../core/errors.ts";
import { allow, allowAt } from "./allow.ts";
import { displayName } from "./display-name.ts";
import type { Actor, Ports } from "./ports.ts";

export interface ConfirmPairing {
  /** As the technician typed it. */
  code: string;
  name: string;
  /** Key of the site where it stands. */
  site: string;
  kind: DisplayKind;
  /** Null: what the device says of itself. */
  size: { width: number; height: number } | null;
  /** Null: what every display begins with. */
  settings: DisplaySettings | null;
}

/**
 * Makes a display of the device that shows the code. Its token is drawn when the device takes it: nobody else ever sees it.
 * @returns the display's id
 * @throws AppError `not_allowed`, `pairing_code` (unknown, used, or its time is over), `invalid` (`fields`), `too_many_attempts`
 */
export async function confirmPairing(ports: Ports, actor: Actor, input: ConfirmPairing): Promise<{ id: string }> {
  allow(actor, "displays.manage");
  await ports.limits.consume("pairing-member", actor.id);
  const code = readPairingCode(input.code);
  if (code === null) throw new AppError("pairing_code");
  const codeHash = ports.secrets.hash(code);
  const id = ports.newId();
  await ports.write(async (tx) => {
    allowAt(actor, "displays.manage", { sites: [input.site] });
    const pairing = await tx.pairings.byCode(codeHash);
    const now = ports.now();
    if (!pairing || pairing.displayId !== null || pairing.expiresAt <= now) throw new AppError("pairing_code");

    const size = readSize(input.size ?? pairing.wish);
    const name = displayName(input.name);
    const { settings, wrong } = readSettings(input.settings ?? FIRST_SETTINGS, await tx.playlists.keys());
    const isSite = (await tx.sites.all()).some(({ key }) => key === input.site);
    const fields = [...wrong, ...(name ? [] : ["name"]), ...(size === undefined ? ["size"] : []), ...(isSite ? [] : ["site"])];
    if (!DISPLAY_KINDS.includes(input.kind)) fields.push("kind");
    if (fields.length || !name || size === undefined) throw new AppError("invalid", { fields });

    const { site, kind } = input;
    const display: Display = { id, name, site, kind, size, settings, revision: 1, pairedAt: now, pairedBy: actor.id, revokedAt: null };
    await tx.displays.insert(display, { tokenHash: ports.secrets.make().hash, key: pairing.wish.key ?? null, pin: null });
    if (!(await tx.pairings.confirm(codeHash, id))) throw new AppError("pairing_code");
    await tx.audit.note({ act: "display.pair", object: `display:${id}`, by: actor.id, at: now, after: { name, site, kind, size, settings } });
    await tx.announce({ kind: "display", display: id });
  });
  await ports.limits.reset("pairing-member", actor.id);
  return { id };
}
