import { log } from "../logging.server.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * Between two looks at what was scheduled: who says eight o'clock means eight o'clock. Looking is one read of an indexed row.
 */
const MOMENT_MS = 2_000;

/** Two processes that were started together shall not look together for ever: so much of the pause is drawn anew each time. */
const DRAWN = 0.25;

/**
 * Does something now and again and again, one run after another: each pause begins when a run has ended. A failure is logged, and the
 * next run tries again.
 * @returns what ends it: resolves when the run that is under way has ended
 */
function every(pause: () => number, what: string, work: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const run = async (): Promise<void> => {
    await work().catch((error) => log.error(`${what} failed`, error));
    if (ended) return;
    timer = setTimeout(() => {
      running = run();
    }, pause());
    timer.unref();
  };
  let running = run();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await running;
  };
}

export const everyMinute = (what: string, work: () => Promise<void>): (() => Promise<void>) => every(() => MINUTE_MS, what, work);
export const everyHour = (what: string, work: () => Promise<void>): (() => Promise<void>) => every(() => HOUR_MS, what, work);

/** For what is due at an instant. */
export const everyMoment = (what: string, work: () => Promise<void>): (() => Promise<void>) =>
  every(() => MOMENT_MS * (1 - DRAWN / 2 + DRAWN * Math.random()), what, work);
