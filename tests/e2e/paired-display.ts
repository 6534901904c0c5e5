import { expect, type Page } from "@playwright/test";
import type { DisplayKind } from "../../app/core/displays/display.ts";
import { openWire, type Wire } from "./cut-link.ts";
import { type Machine, openMachine } from "./device-browser.ts";
import { type Fleet, openFleet } from "./fleet.ts";
import { openSite, type Site } from "./site.ts";

/** So much of each trouble: a few in every run of the tests, many in `npm run faults -- displays`. */
export const LONG = process.env.FAULTS === "long";

/** A site, a machine, and the wire between them. */
export interface Ground {
  site: Site;
  fleet: Fleet;
  wire: Wire;
  machine: Machine;
  /** Where the machine boots. */
  address: string;
}

export async function onGround(work: (ground: Ground) => Promise<void>): Promise<void> {
  const site = await openSite("sqlite");
  const fleet = openFleet(site.dataDir);
  const wire = await openWire(site.origin);
  const machine = openMachine();
  try {
    await work({ site, fleet, wire, machine, address: `${wire.origin}/display` });
  } finally {
    await machine.remove();
    await wire.close();
    fleet.close();
    await site.remove();
  }
}

/** What the device shows, as its page says. */
export const shows = (page: Page, screen: string, timeout = 60_000): Promise<void> =>
  expect(page.locator("html")).toHaveAttribute("data-device", screen, { timeout });

export const codeOn = async (page: Page): Promise<string> => (await page.locator(".device-code").textContent({ timeout: 60_000 })) ?? "";

/** Pairs the device on a page, and waits until it holds and shows what it should. @returns the display's id */
export async function pair(page: Page, fleet: Fleet, kind: DisplayKind = "kiosk", name = "Sảnh 1"): Promise<string> {
  const id = fleet.confirm(await codeOn(page), { name, site: "huu-nghi", kind });
  await shows(page, "playing", 60_000);
  await holdsManifest(fleet, id);
  return id;
}

/** Waits until the device has said that it holds a whole manifest. */
export const holdsManifest = (fleet: Fleet, id: string): Promise<void> =>
  expect.poll(() => fleet.report(id)?.manifest ?? null, { timeout: 60_000 }).not.toBeNull();

/** Something of the content is on the screen: not merely its frame. */
export async function seesContent(page: Page): Promise<void> {
  await shows(page, "playing");
  await expect(page.locator(".kiosk, .led, .speaker").first()).toContainText(/\p{L}/u);
}

/** Milliseconds from the beginning of the page to the first picture of what the device holds. */
export const bootTime = (page: Page): Promise<number> => page.evaluate(() => performance.getEntriesByName("device:playing")[0]?.startTime ?? Number.NaN);

/** What lies in the device's store. */
export const factOf = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(
    (key) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("cau-noi-display");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("facts").objectStore("facts").get(key);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result?.text ? JSON.parse(reading.result.text) : (reading.result ?? null));
          };
        };
      }),
    name,
  );

/** Numbers that the shelf gave to receipts that wait. */
export const waitingReceipts = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("cau-noi-display");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("receipts").objectStore("receipts").getAllKeys();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as number[]);
          };
        };
      }),
  );
