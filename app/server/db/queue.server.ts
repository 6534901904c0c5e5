import { setImmediate as nextTurn } from "node:timers/promises";
import { AppError } from "../../core/errors.ts";

export interface Queue {
  /**
   * Runs the work when everything that came before has ended, whether well or badly.
   * @throws AppError `busy` when it waited too long or too many wait, `stopping` after `close`
   */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Takes nothing more; resolves when what was taken has ended. */
  close(): Promise<void>;
}

/**
 * One at a time, first in, first out. Between two works the process turns to whatever else has come: SQLite answers without ever
 * leaving the event loop's turn, so that a hundred writes in a row would otherwise be one long stop.
 * `longestWait` in milliseconds; `mostWaiting`: works taken and not ended.
 */
export function openQueue({ longestWait, mostWaiting }: { longestWait: number; mostWaiting: number }): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;
  return {
    run(work) {
      if (closed) return Promise.reject(new AppError("stopping"));
      if (waiting >= mostWaiting) return Promise.reject(new AppError("busy"));
      const arrived = performance.now();
      waiting += 1;
      const mine = last.then(async () => {
        await nextTurn();
        if (performance.now() - arrived > longestWait) throw new AppError("busy");
        return work();
      });
      last = mine.then(leave, leave);
      return mine;
    },
    async close() {
      closed = true;
      await last;
    },
  };

  function leave() {
    waiting -= 1;
  }
}
