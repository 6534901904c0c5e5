import type { Display, DisplaySettings } from "../core/displays/display.ts";
import { readSettings, readSize } from "../core/displays/settings.ts";
import { AppError } from "../core/errors.ts";
import { allow, allowAt } from "./allow.ts";
import { displayName } from "./display-name.ts";
import { ownDisplay } from "./own-display.ts";
import type { Actor, Ports } from "./ports.ts";

export interface ChangeDisplay {
  id: string;
  /** The revision that was on screen. */
  revision: number;
  name: string;
  /** Key of the site where it stands. */
  site: string;
  /** In the device's own pixels; null: it has no picture. */
  size: Display["size"];
  settings: DisplaySettings;
}

/**
 * Changes what a display is called, where it stands and how it behaves. What it is stays: another kind is another pairing.
 * @returns the revision from now on
 * @throws AppError `not_allowed` (also at the site it would go to), `not_found`, `display_revoked`, `clash`, `invalid` (`fields`)
 */
export async function changeDisplay(ports: Ports, actor: Actor, input: ChangeDisplay): Promise<{ revision: number }> {
  allow(actor, "displays.manage");
  return ports.write(async (tx) => {
    const before = await ownDisplay(tx, actor, input.id);
    allowAt(actor, "displays.manage", { sites: [input.site] });
    const { settings, wrong } = readSettings(input.settings, await tx.playlists.keys());
    const name = displayName(input.name);
    const size = readSize(input.size);
    const isSite = (await tx.sites.all()).some(({ key }) => key === input.site);
    const fields = [...wrong, ...(name ? [] : ["name"]), ...(size === undefined ? ["size"] : []), ...(isSite ? [] : ["site"])];
    if (fields.length || !name || size === undefined) throw new AppError("invalid", { fields });
    if (input.revision !== before.revision) throw new AppError("clash");

    const display: Display = { ...before, name, site: input.site, size, settings, revision: before.revision + 1 };
    if (!(await tx.displays.put(display))) throw new AppError("clash");
    const trace = ({ name: called, site, size: pixels, settings: set }: Display) => ({ name: called, site, size: pixels, settings: set });
    const note = { act: "display.change", object: `display:${display.id}`, by: actor.id, at: ports.now() } as const;
    await tx.audit.note({ ...note, before: trace(before), after: trace(display) });
    await tx.announce({ kind: "display", display: display.id });
    return { revision: display.revision };
  });
}
