import { silentSince } from "../core/displays/uptime.ts";
import { mayAt } from "../core/people/roles.ts";
import type { Ports } from "./ports.ts";

/**
 * Tells technicians of a site that one of its displays has fallen silent: each silence once, whichever process notices it first. Where a
 * site has no technician, those who may do a technician's work anywhere are told.
 * @param ids of displays that seemed silent when somebody looked
 * @returns how many silences were told
 */
export async function tellSilences(ports: Ports, ids: readonly string[]): Promise<number> {
  let told = 0;
  for (const id of ids) {
    const isTold = await ports.write(async (tx) => {
      const display = await tx.displays.byId(id);
      if (!display || display.revokedAt) return false;
      const { pairedAt, settings, site } = display;
      const now = ports.now();
      const since = silentSince({ heard: await tx.displayReports.heardAt(id), pairedAt, quiet: settings.quiet }, now);
      if (!since || (await tx.displayReports.silenceTold(id, since))) return false;
      const able = (await tx.displayReports.keepers()).filter(({ grants }) => mayAt(grants, "displays.manage", { sites: [site] }));
      const technicians = able.filter(({ roles }) => roles.includes("technician"));
      const item = { kind: "display-silent", owner: `display:${id}`, unit: null, note: "", by: null, at: now } as const;
      await tx.inbox.add((technicians.length > 0 ? technicians : able).map((member) => ({ ...item, memberId: member.id })));
      return able.length > 0;
    });
    if (isTold) told += 1;
  }
  return told;
}
