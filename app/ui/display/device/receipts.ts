import { MOST_RECEIPTS, type Receipt, type ReceiptsTaken } from "../../../core/displays/protocol.ts";
import { factStep, readFact } from "./facts.ts";
import type { Shelf } from "./shelf.ts";

/** A device that stays without a link for months keeps this many, and no more: the oldest tell what was asked. */
const MOST = 200_000;

/** One that the server would refuse would keep all others waiting behind it. */
const LONGEST_ITEM = 100;
const LONGEST_SHOWING = 86_400;

/** Tells the server what was shown; rejects when it didn't take it. */
export type Deliver = (receipts: Receipt[]) => Promise<ReceiptsTaken>;

export interface Receipts {
  /** Keeps one; resolves when it is on the disk. */
  add(receipt: Omit<Receipt, "number">): Promise<void>;
  /** Delivers all that are kept, oldest first, and forgets what was taken. False: some are left. */
  deliver(): Promise<boolean>;
}

/**
 * Receipts as they wait for the server. The shelf numbers them; what it adds to its own numbers is settled with the server once, before the
 * first delivery: a device whose store was lost goes on where the server stands, and neither repeats a number nor leaves one out.
 */
export function openReceipts(shelf: Shelf, send: Deliver): Receipts {
  let underWay: Promise<boolean> | null = null;
  let kept: number | null = null;

  async function numbersFrom(first: number): Promise<number> {
    const known = await readFact(shelf, "receiptsFrom");
    if (known !== null) return known;
    const { upTo } = await send([]);
    await shelf.change([factStep("receiptsFrom", upTo + 1 - first)]);
    return upTo + 1 - first;
  }

  async function deliverAll(): Promise<boolean> {
    for (;;) {
      const waiting = (await shelf.entries("receipts", MOST_RECEIPTS)) as [number, Omit<Receipt, "number">][];
      const [first] = waiting[0] ?? [];
      if (first === undefined) return true;
      const from = await numbersFrom(first);
      const { upTo } = await send(waiting.map(([key, receipt]) => ({ number: key + from, ...receipt })));
      const taken = waiting.filter(([key]) => key + from <= upTo).length;
      if (taken === 0) return false;
      await shelf.change([{ shelf: "receipts", from: first, to: upTo - from }]);
      kept = kept === null ? null : Math.max(0, kept - taken);
    }
  }

  return {
    async add({ item, lang, at, seconds }) {
      const receipt = { item: item.slice(0, LONGEST_ITEM), lang, at, seconds: Math.min(LONGEST_SHOWING, Math.max(0, Math.round(seconds) || 0)) };
      kept ??= (await shelf.keys("receipts")).length;
      if (kept >= MOST) throw new Error("receipts: too many are waiting");
      await shelf.append("receipts", receipt);
      kept += 1;
    },
    deliver() {
      underWay ??= deliverAll()
        .catch(() => false)
        .finally(() => {
          underWay = null;
        });
      return underWay;
    },
  };
}
