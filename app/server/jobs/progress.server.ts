import { hanoiDay, nextHanoiDay } from "../../core/facts/gate-status.ts";
import { daysBefore } from "../../core/retention.ts";
import { figuresByTeam } from "../../core/workflow/figures.ts";
import { countProgress } from "../../use-cases/count-progress.ts";
import type { Ports } from "../../use-cases/ports.ts";
import type { Database } from "../db/database.server.ts";
import { log } from "../logging.server.ts";
import type { ProgressMemory } from "../readers/workbench/home-progress.server.ts";
import { everyMoment } from "./every.server.ts";

type Counted = Pick<Database, "read" | "snapshot">;

/**
 * Counts each day when it is over. Who asks often costs nothing: only the first look on a day does anything.
 * @returns one look; resolves with the day that was counted by it, null: none was
 */
export function dayCounter(db: Counted, ports: Pick<Ports, "write" | "now">, memory: ProgressMemory): () => Promise<string | null> {
  let seen: string | null = null;
  return async () => {
    const now = ports.now();
    const today = hanoiDay(now);
    if (seen === today) return null;
    const over = hanoiDay(daysBefore(now, 1));
    // Who saw the day end counts what stands then. Who has just begun may do so only where nothing has happened since.
    const may = seen !== null || (await stoodStill(db, daysBefore(nextHanoiDay(now), 1)));
    const counted = may && (await db.read.progressDay.count({ where: { day: over } })) === 0;
    const kept = counted && (await countProgress(ports, over, figuresByTeam(await db.snapshot((tx) => memory.read(tx, null)))));
    seen = today;
    return kept ? over : null;
  };
}

/** Whether there was anything by that instant, and nobody has touched it since. */
async function stoodStill({ read }: Counted, instant: Date): Promise<boolean> {
  const since = { where: { at: { gte: instant } } };
  if ((await read.article.count({ where: { createdAt: { lt: instant } } })) === 0) return false;
  if ((await read.articleEdit.count(since)) + (await read.wordingEdit.count(since)) > 0) return false;
  if ((await read.approval.count(since)) + (await read.return.count(since)) > 0) return false;
  const published = { where: { publishedAt: { gte: instant } } };
  return (await read.edition.count(published)) + (await read.stringEdition.count(published)) === 0;
}

/**
 * Reads everything once, so that the first member to come waits for nothing; then counts the days.
 * @returns what ends it
 */
export function openCounting(db: Counted, ports: Pick<Ports, "write" | "now">, memory: ProgressMemory): () => Promise<void> {
  const look = dayCounter(db, ports, memory);
  let ending = false;
  const end = everyMoment("counting progress", async () => {
    await memory.prepare(db, () => ending);
    if (ending) return;
    const day = await look();
    if (day) log.info("progress counted", { day });
  });
  return () => {
    ending = true;
    return end();
  };
}
