export interface Timers {
  /** One timer of each kind: a newer one takes the older one's place. */
  later(kind: string, ms: number, work: () => void): void;
  runs(kind: string): boolean;
  /** Ends all of them; none is begun any more. */
  stop(): void;
}

export function openTimers(): Timers {
  const running = new Map<string, ReturnType<typeof setTimeout>>();
  let stopped = false;
  return {
    later(kind, ms, work) {
      clearTimeout(running.get(kind));
      if (stopped) return;
      const timer = setTimeout(() => {
        running.delete(kind);
        work();
      }, ms);
      running.set(kind, timer);
    },
    runs: (kind) => running.has(kind),
    stop() {
      stopped = true;
      for (const timer of running.values()) clearTimeout(timer);
      running.clear();
    },
  };
}

/** A wait drawn from a range, so that a thousand displays do not do the same in the same instant. */
export const between = (least: number, most: number): number => least + Math.random() * (most - least);
