/** The server's time, as well as a device can know it. */
export interface DeviceClock {
  now(): Date;
  /** The server's clock minus this machine's, ms; null: never heard of. */
  offset(): number | null;
  /** The server has just said what time it is. */
  heard(server: Date): void;
  /** For keeping over a restart. */
  state(): { offset: number; seen: number };
}

/**
 * Never runs behind the last instant that is known to have passed: after a power cut a machine without a battery may wake in another year,
 * and nothing that has expired may come back by it.
 * @param kept what `state` said before the restart
 */
export function createClock(kept: { offset: number; seen: number } | null, machine: () => number = Date.now): DeviceClock {
  let offset = kept?.offset ?? null;
  let least = kept?.seen ?? 0;
  if (kept && machine() + kept.offset < least) offset = least - machine();
  const read = () => machine() + (offset ?? 0);
  return {
    now: () => new Date(read()),
    offset: () => offset,
    heard(server) {
      offset = server.getTime() - machine();
      least = server.getTime();
    },
    state: () => ({ offset: offset ?? 0, seen: Math.max(least, read()) }),
  };
}
