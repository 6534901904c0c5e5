import type { Order } from "../../../core/displays/protocol.ts";
import { between, openTimers } from "./timers.ts";

/** How long the name stays on the screen (ms). */
const IDENTIFY = 20_000;

/** What a technician asks of the device: each thing once. */
export interface Orders {
  obey(orders: readonly Order[]): Promise<void>;
  /** All orders that the server knows of: what was done and is no longer among them needs not be remembered. */
  all(orders: readonly Order[]): Promise<void>;
  /** Ids of what was done, to be told. */
  done(): string[];
  /** Whether the device is to show its name. */
  identifying(): boolean;
  forget(): void;
  stop(): void;
}

/**
 * @param kept what was done before the page was opened
 * @param keep keeps what was done; resolves when it is on the disk
 * @param changed told when the name is to be shown, and when no longer
 */
export function openOrders(
  kept: string[],
  page: { healthy(): Promise<boolean>; reload(): void },
  keep: (done: string[]) => Promise<void>,
  changed: () => void,
): Orders {
  const { later, runs, stop } = openTimers();
  let done = kept;

  /** Never during an outage: what is on the screen is better than what may not come. */
  async function reload(): Promise<void> {
    if (await page.healthy()) page.reload();
    else later("reload", between(5_000, 10_000), () => void reload());
  }

  async function obey(orders: readonly Order[]): Promise<void> {
    for (const { id, kind } of orders) {
      if (done.includes(id)) continue;
      done = [...done, id];
      // Kept before it is done: at most once, even where the page ends by it.
      await keep(done);
      if (kind === "identify") later("identify", IDENTIFY, changed);
      else void reload();
      changed();
    }
  }

  return {
    obey,
    all(orders) {
      done = done.filter((id) => orders.some((order) => order.id === id));
      return obey(orders);
    },
    done: () => done,
    identifying: () => runs("identify"),
    forget() {
      done = [];
    },
    stop,
  };
}
