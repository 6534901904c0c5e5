import type { Display } from "../core/displays/display.ts";
import { AppError } from "../core/errors.ts";
import { allowAt } from "./allow.ts";
import type { Actor, Tx } from "./ports.ts";

/** A paired display, as it is. @throws AppError `not_found`, `not_allowed`, `display_revoked` */
export async function ownDisplay(tx: Tx, actor: Actor, id: string): Promise<Display> {
  const display = await tx.displays.byId(id);
  if (!display) throw new AppError("not_found");
  allowAt(actor, "displays.manage", { sites: [display.site] });
  if (display.revokedAt) throw new AppError("display_revoked");
  return display;
}
