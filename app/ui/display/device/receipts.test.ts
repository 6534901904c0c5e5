import { expect, test } from "vitest";
import type { Receipt } from "../../../core/displays/protocol.ts";
import { type Deliver, openReceipts } from "./receipts.ts";
import { memoryShelf } from "./shelf.ts";

const shown = (item: string) => ({ item, lang: null, at: "2026-11-23T00:00:00.000Z", seconds: 10 });

/** Takes each number once, as the server does. */
function taker() {
  const taken = new Map<number, Receipt>();
  const says = { away: false, losesAnswer: false };
  const deliver: Deliver = async (batch) => {
    if (says.away) throw new TypeError("Failed to fetch");
    for (const receipt of batch) if (!taken.has(receipt.number)) taken.set(receipt.number, receipt);
    if (says.losesAnswer) throw new TypeError("Failed to fetch");
    return { upTo: batch.at(-1)?.number ?? Math.max(0, ...taken.keys()) };
  };
  return { taken, says, deliver, items: () => [...taken.values()].map(({ item }) => item) };
}

test("receipts wait without a link and arrive once, in order and without gaps, even where an answer was lost", async () => {
  const { taken, says, deliver, items } = taker();
  const shelf = memoryShelf();
  const receipts = openReceipts(shelf, deliver);
  says.away = true;
  for (let item = 1; item <= 1_200; item += 1) await receipts.add(shown(`i${item}`));
  expect(await receipts.deliver()).toBe(false);
  says.away = false;
  says.losesAnswer = true;
  expect(await receipts.deliver()).toBe(false);
  says.losesAnswer = false;
  expect(await openReceipts(shelf, deliver).deliver()).toBe(true);
  expect([...taken.keys()]).toEqual(Array.from({ length: 1_200 }, (_, index) => index + 1));
  expect(items()).toEqual(Array.from({ length: 1_200 }, (_, index) => `i${index + 1}`));
  expect(await shelf.keys("receipts")).toEqual([]);
});

test("a device whose store was lost goes on where the server stands", async () => {
  const { taken, deliver, items } = taker();
  const before = openReceipts(memoryShelf(), deliver);
  for (const item of ["a", "b", "c"]) await before.add(shown(item));
  await before.deliver();
  const after = openReceipts(memoryShelf(), deliver);
  for (const item of ["d", "e"]) await after.add(shown(item));
  await after.deliver();
  await after.add(shown("f"));
  await after.deliver();
  expect(items()).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect([...taken.keys()]).toEqual([1, 2, 3, 4, 5, 6]);
});

test("nothing that the server would refuse is kept: it would keep the others waiting", async () => {
  const { taken, deliver } = taker();
  const receipts = openReceipts(memoryShelf(), deliver);
  await receipts.add({ item: "x".repeat(500), lang: null, at: "2026-11-23T00:00:00.000Z", seconds: 300_000 });
  await receipts.add({ ...shown("y"), seconds: Number.NaN });
  await receipts.deliver();
  expect([...taken.values()].map(({ item, seconds }) => [item.length, seconds])).toEqual([
    [100, 86_400],
    [1, 0],
  ]);
});
