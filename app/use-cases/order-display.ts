import type { Order } from "../core/displays/protocol.ts";
import { AppError } from "../core/errors.ts";
import { allow } from "./allow.ts";
import { ownDisplay } from "./own-display.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Asks something of the device: told at once where it listens, else when it is back.
 * @returns the order's id
 * @throws AppError `not_allowed`, `not_found`, `display_revoked`
 */
export async function orderDisplay(ports: Ports, actor: Actor, { id, kind }: { id: string; kind: Order["kind"] }): Promise<{ id: string }> {
  allow(actor, "displays.manage");
  if (kind !== "reload" && kind !== "identify") throw new AppError("invalid", { fields: ["kind"] });
  const order = { id: ports.newId(), kind, at: ports.now().toISOString() };
  await ports.write(async (tx) => {
    await ownDisplay(tx, actor, id);
    await tx.displayReports.order({ ...order, displayId: id, by: actor.id });
    await tx.audit.note({ act: "display.order", object: `display:${id}`, by: actor.id, at: ports.now(), after: { kind } });
    await tx.announce({ kind: "display", display: id });
  });
  return { id: order.id };
}
