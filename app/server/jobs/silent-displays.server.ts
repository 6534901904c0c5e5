import { silentSince } from "../../core/displays/uptime.ts";
import type { Ports } from "../../use-cases/ports.ts";
import { tellSilences } from "../../use-cases/tell-silences.ts";
import type { Database } from "../db/database.server.ts";
import { displayOf } from "../db/tx/displays.server.ts";
import { log } from "../logging.server.ts";

/** Looks for displays that should speak and do not. Where each is heard, nothing is written and no lock is taken. */
export async function lookForSilence({ read }: Pick<Database, "read">, ports: Ports): Promise<void> {
  const displays = (await read.display.findMany({ where: { revokedAt: null } })).map(displayOf);
  if (displays.length === 0) return;
  const heard = new Map(
    (await read.displayState.findMany({ select: { displayId: true, lastContactAt: true } })).map((row) => [row.displayId, row.lastContactAt]),
  );
  const now = ports.now();
  const silent = displays.flatMap(({ id, pairedAt, settings }) => {
    const since = silentSince({ heard: heard.get(id) ?? null, pairedAt, quiet: settings.quiet }, now);
    return since ? [{ owner: `display:${id}`, id, since }] : [];
  });
  if (silent.length === 0) return;
  const told = await read.inboxItem.findMany({
    where: { kind: "display-silent", owner: { in: silent.map(({ owner }) => owner) } },
    select: { owner: true, at: true },
  });
  const fresh = silent.filter(({ owner, since }) => !told.some((item) => item.owner === owner && item.at >= since));
  if (fresh.length === 0) return;
  log.info("displays fell silent", {
    told: await tellSilences(
      ports,
      fresh.map(({ id }) => id),
    ),
  });
}
