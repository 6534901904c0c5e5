import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../core/errors.ts";

/** Limits of one transaction, in milliseconds. */
export interface Limits {
  /** In the queue, before its turn. */
  queue: number;
  /** For a connection, and for the lock that lets one writer in at a time. */
  start: number;
  /** For the work itself. A write should need less than 50. */
  work: number;
}

/** Prisma's own limits (2 s to start, 5 s in all) failed half of 200 simultaneous saves. */
export const LIMITS: Limits = { queue: 10_000, start: 8_000, work: 5_000 };

/** The limits in Prisma's words: its time-out runs from the start to the commit. */
export const prismaLimits = (limits: Limits) => ({ maxWait: limits.start, timeout: limits.start + limits.work });

/** Works that may wait for their turn: beyond that the server is drowning, and says so at once. */
export const MOST_WAITING = 1_000;

/**
 * Ends a work that takes too long, so that those behind it are not held up by it. What it still does afterwards finds its
 * transaction closed.
 * @param limit in milliseconds
 * @throws AppError `busy`
 */
export async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("busy")), limit);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

export interface Again {
  /** Whether the error means that the same may succeed in a moment. */
  when: (error: unknown) => boolean;
  attempts: number;
  /** The longest pause before the next attempt, in milliseconds: each is drawn anew, so that two rivals do not meet again. */
  pause: (attempt: number) => number;
}

/** Runs an attempt until it succeeds, fails for good, or was made often enough: then with the last one's error. */
export async function again<T>(attempt: () => Promise<T>, rule: Again): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (made >= rule.attempts || !rule.when(error)) throw error;
    }
    await pause(rule.pause(made) * (0.25 + 0.75 * Math.random()));
  }
}
