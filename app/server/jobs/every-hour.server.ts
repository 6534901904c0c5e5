import { log } from "../logging.server.ts";

const HOUR_MS = 3_600_000;

/**
 * Does something now and every hour from now on. A failure is logged, and the next hour tries again; a run that takes longer than
 * an hour has no second one beside it.
 * @returns what ends it: resolves when the run that is under way has ended
 */
export function everyHour(what: string, work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  const run = () => {
    running ??= work()
      .catch((error) => log.error(`${what} failed`, error))
      .finally(() => {
        running = null;
      });
  };
  run();
  const timer = setInterval(run, HOUR_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
