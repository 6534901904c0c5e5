import { allow } from "./allow.ts";
import { ownDisplay } from "./own-display.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Takes a display's rights away: its token opens nothing from now on, its open streams are cut.
 * @throws AppError `not_allowed`, `not_found`, `display_revoked` (it was already)
 */
export async function revokeDisplay(ports: Ports, actor: Actor, { id }: { id: string }): Promise<void> {
  allow(actor, "displays.manage");
  await ports.write(async (tx) => {
    const { name, site } = await ownDisplay(tx, actor, id);
    const now = ports.now();
    await tx.displays.revoke(id, now);
    await tx.audit.note({ act: "display.revoke", object: `display:${id}`, by: actor.id, at: now, before: { name, site } });
    await tx.announce({ kind: "display", display: id });
  });
}
