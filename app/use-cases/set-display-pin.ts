import { hashPin, isWellFormedPin } from "../core/displays/pin.ts";
import { AppError } from "../core/errors.ts";
import { allow } from "./allow.ts";
import { ownDisplay } from "./own-display.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Sets the PIN that opens the technician's card on the device.
 * @param input `pin` null: none, and the card stays shut
 * @throws AppError `not_allowed`, `not_found`, `display_revoked`, `invalid` (`fields`: "pin")
 */
export async function setDisplayPin(ports: Ports, actor: Actor, { id, pin }: { id: string; pin: string | null }): Promise<void> {
  allow(actor, "displays.manage");
  if (pin !== null && !isWellFormedPin(pin)) throw new AppError("invalid", { fields: ["pin"] });
  const kept = pin === null ? null : hashPin(pin, ports.secrets.make().hash.slice(0, 32));
  await ports.write(async (tx) => {
    await ownDisplay(tx, actor, id);
    await tx.displays.setPin(id, kept);
    await tx.audit.note({ act: "display.change", object: `display:${id}`, by: actor.id, at: ports.now(), after: { pin: kept !== null } });
    await tx.announce({ kind: "display", display: id });
  });
}
