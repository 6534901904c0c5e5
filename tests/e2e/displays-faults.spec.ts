import { expect, type Page, test } from "@playwright/test";
import { drawn } from "../faults/drawn.ts";
import { damage, STORES, type StoreName } from "./damage.ts";
import { bootTime, codeOn, factOf, LONG, onGround, pair, seesContent, shows, waitingReceipts } from "./paired-display.ts";

const NOTICE = "thu-he-thong-thong-bao-khan-cap";
const MINUTE = 60_000;
/** Three kills a round: after the pairing, after the notice, after a receipt. */
const ROUNDS = LONG ? 17 : 1;
const TIMES = { restarts: LONG ? 20 : 3, kills: 3 * ROUNDS, damages: LONG ? 20 : 2 };
const seed = Number(process.env.FAULTS_SEED) || Math.floor(Math.random() * 2 ** 31);

test.describe.configure({ timeout: LONG ? 60 * MINUTE : 5 * MINUTE });

/** Held against a quiet machine when it is long; everywhere else it has to come. */
const SHOWN_WITHIN_MS = LONG ? 5_000 : MINUTE;

test(`switched on ${TIMES.restarts} times while its server is away, a display shows its content at once each time`, async () => {
  await onGround(async ({ site, fleet, machine, address }) => {
    await pair(await machine.start(address), fleet);
    await machine.kill();
    await site.stop();
    const times: number[] = [];
    for (let restart = 1; restart <= TIMES.restarts; restart += 1) {
      const page = await machine.start(address);
      await seesContent(page);
      times.push(await bootTime(page));
      // Half of them by the switch, half as one should.
      await (restart % 2 ? machine.kill() : machine.stop());
    }
    console.log(`displays, server away: content after ${times.map(Math.round).join(" ")} ms`);
    expect(times.filter((time) => time <= SHOWN_WITHIN_MS)).toHaveLength(TIMES.restarts);
  });
});

test(`killed ${TIMES.kills} times right after a write, a display keeps its pairing, its receipts and the notice that holds`, async () => {
  await onGround(async ({ fleet, machine, wire, address }) => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      let page = await machine.start(address);
      const id = fleet.confirm(await codeOn(page), { name: `LED ${round}`, site: "huu-nghi", kind: "led" });

      // The pairing: seconds old, when browsers have not written their cookies yet.
      await expect.poll(() => factOf(page, "identity"), { intervals: [20] }).toMatchObject({ id });
      await machine.kill();
      page = await machine.start(address);
      await shows(page, "playing", MINUTE);

      fleet.setNotice(NOTICE, { level: "emergency", from: new Date(Date.now() - MINUTE), until: new Date(Date.now() + 60 * MINUTE) });
      await expect.poll(async () => JSON.stringify(await factOf(page, "notices")), { intervals: [20], timeout: MINUTE }).toContain(NOTICE);
      wire.cut();
      await machine.kill();
      page = await machine.start(address);
      await expect(page.locator(".led [data-level=emergency]"), `notice, round ${round}`).toBeVisible({ timeout: MINUTE });

      const before = (await waitingReceipts(page)).length;
      await expect.poll(async () => (await waitingReceipts(page)).length, { intervals: [50], timeout: 2 * MINUTE }).toBeGreaterThan(before);
      const kept = await waitingReceipts(page);
      await machine.kill();
      page = await machine.start(address);
      await seesContent(page);
      expect((await waitingReceipts(page)).slice(0, kept.length), `receipts, round ${round}`).toEqual(kept);
      expect(await factOf(page, "identity")).toMatchObject({ id });

      wire.mend();
      await expect.poll(() => fleet.receipts(id).length, { timeout: 2 * MINUTE }).toBeGreaterThanOrEqual(kept.length);
      const numbers = fleet.receipts(id).map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      fleet.setNotice(NOTICE, { level: "emergency", from: new Date(0), until: new Date(1) });
      fleet.revoke(id);
      await shows(page, "pairing");
      await machine.kill();
    }
  });
});

for (const store of Object.keys(STORES) as StoreName[]) {
  test(`with ${store} damaged on the disk ${TIMES.damages} times, a display shows its content or the emergency numbers, and is whole again after a link`, async () => {
    const random = drawn(seed);
    await onGround(async ({ fleet, machine, wire, address }) => {
      const id = await pair(await machine.start(address), fleet);
      const seen = { content: 0, numbers: 0, restarts: 0 };
      for (let time = 1; time <= TIMES.damages; time += 1) {
        // Switched off as one should: cookies of the last half minute are on the disk then.
        await machine.stop();
        expect(damage(machine.profile, store, random)).toBeGreaterThan(0);
        wire.cut();
        let page = await machine.start(address);
        const what = `${store}, damage ${time}, seed ${seed}`;
        seen[await contentOrNumbers(page, what)] += 1;
        const from = Date.now();
        wire.mend();
        await expect.poll(() => isWhole(page), { timeout: 2 * MINUTE, message: what }).toBe(true);
        const saysSo = () => {
          const report = fleet.report(id);
          return report !== null && report.at >= from && report.manifest !== null;
        };
        await expect.poll(saysSo, { timeout: 2 * MINUTE, message: what }).toBe(true);
        // Chromium may shut its service workers down until it is started again; the display plays on without.
        if (!(await hasWorker(page, MINUTE / 2))) {
          seen.restarts += 1;
          await machine.stop();
          page = await machine.start(address);
          expect(await hasWorker(page, MINUTE), what).toBe(true);
        }
      }
      const { content, numbers, restarts } = seen;
      console.log(
        `displays, ${store} damaged ${TIMES.damages} times, seed ${seed}: content ${content}, emergency numbers ${numbers}; worker back after a restart ${restarts}`,
      );
    });
  });
}

async function contentOrNumbers(page: Page, what: string): Promise<"content" | "numbers"> {
  const numbers = page.getByText("115", { exact: true });
  await expect(numbers.first(), what).toBeVisible({ timeout: MINUTE / 2 });
  // Content may still come: the numbers stand on the screen that waits for it too.
  await page
    .locator("html[data-device=playing]")
    .waitFor({ state: "attached", timeout: 5_000 })
    .catch(() => {});
  return (await page.locator("html[data-device=playing]").count()) > 0 ? "content" : "numbers";
}

const hasWorker = (page: Page, timeout: number): Promise<boolean> =>
  page
    .waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout })
    .then(
      () => true,
      () => false,
    );

/** It plays, and every file that the held manifest names is there. */
async function isWhole(page: Page): Promise<boolean> {
  try {
    return await page.evaluate(async () => {
      if (document.documentElement.dataset.device !== "playing") return false;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open("cau-noi-display");
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const read = (shelf: string, key?: string) =>
        new Promise<unknown>((resolve, reject) => {
          const store = database.transaction(shelf).objectStore(shelf);
          const reading = key === undefined ? store.getAllKeys() : store.get(key);
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        });
      const hex = async (bytes: BufferSource) =>
        [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      try {
        const held = (await read("facts", "held")) as { text: string } | undefined;
        const paths = (await read("facts", "paths")) as { text: string } | undefined;
        if (!held || !paths || !(await read("facts", "identity"))) return false;
        const files = new Set(Object.values(JSON.parse(paths.text) as Record<string, { sha256: string; bytes: number }>).map(({ sha256 }) => sha256));
        for (const name of files) {
          const row = (await read("resources", name)) as { chunks: string[]; whole: boolean } | undefined;
          if (!row?.whole) return false;
          const bytes = (await read("chunks", `${name}:000000`)) as ArrayBuffer | undefined;
          if (!bytes || (await hex(bytes)) !== row.chunks[0]) return false;
        }
        return files.size > 5;
      } finally {
        database.close();
      }
    });
  } catch {
    return false;
  }
}
