import type { Ports } from "../../use-cases/ports.ts";
import { runDueSchedules } from "../../use-cases/run-due-schedules.ts";
import type { Database } from "../db/database.server.ts";
import type { Outbox } from "../events/outbox.server.ts";
import { log } from "../logging.server.ts";

/** Publishes what is due, and tells this process's readers at once. Where nothing is due, nothing is written and no lock is taken. */
export async function publishDue(db: Database, ports: Ports, outbox: Pick<Outbox, "catchUp">): Promise<void> {
  const due = await db.read.schedule.count({ where: { publishAt: { lte: ports.now() }, failure: null } });
  if (due === 0) return;
  log.info("scheduled publications", await runDueSchedules(ports));
  await outbox.catchUp();
}
