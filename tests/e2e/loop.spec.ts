import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { openFleet } from "./fleet.ts";
import { holdsManifest, LONG, pair, shows, waitingReceipts } from "./paired-display.ts";
import { film, item, openPlaying } from "./playing.ts";
import { openSite } from "./site.ts";

/** How long the loop goes on, on a clock of its own: a day in `npm run faults -- loop`, an hour in every run of the tests. */
const HOURS = LONG ? 24 : 1;
const STEPS = LONG ? 48 : 8;
/** Until everything has been shown once: fonts, films and words are loaded then. */
const WARM_UP_MINUTES = 20;
/** Over a short time, what is kept once weighs as if it grew: the bar itself is held against the day. */
const BYTES_A_THOUSAND_ITEMS = (LONG ? 1 : 3) * 1024 * 1024;

interface Sample {
  items: number;
  heap: number;
  nodes: number;
  listeners: number;
}

async function sample(page: Page, cdp: CDPSession): Promise<Sample> {
  for (let times = 0; times < 3; times += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { items: (await waitingReceipts(page)).length, heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
}

/** By how much `of` grows with each item, by least squares. */
function slope(samples: readonly Sample[], of: (one: Sample) => number): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ items }) => items)), mean(samples.map(of))];
  const covariance = samples.reduce((sum, one) => sum + (one.items - x) * (of(one) - y), 0);
  return covariance / samples.reduce((sum, { items }) => sum + (items - x) ** 2, 0);
}

// A trace keeps every node it has seen.
test.use({ trace: "off", screenshot: "off", serviceWorkers: "allow" });

test(`${HOURS} hours of the loop leave no trace: memory, nodes and listeners stay as they are`, async ({ browser }) => {
  test.setTimeout(LONG ? 3_600_000 : 600_000);
  const site = await openSite("sqlite");
  const [fleet, playing] = [openFleet(site.dataDir), openPlaying(site.dataDir)];
  const context = await browser.newContext({ viewport: { width: 768, height: 384 } });
  try {
    const page = await context.newPage();
    await page.goto(`${site.origin}/display`);
    const id = await pair(page, fleet, "led");
    const clip = playing.addClip(await film(page), "video/webm", 2);
    const pictures = [await playing.addPicture("#246"), await playing.addPicture("#642"), await playing.addPicture("#264")];
    const alt = { vi: "Một màu", zh: "一种颜色" };
    playing.play("huu-nghi", [
      item({ kind: "gates" }, { seconds: 6 }),
      item({ kind: "article", slug: "mang-tien-mat" }),
      item({ kind: "notices" }),
      ...pictures.map((picture) => item({ kind: "picture", picture, alt }, { weight: 4, seconds: 3 })),
      item({ kind: "video", clip, alt }, { weight: 4, seconds: 3 }),
      item({ kind: "clock" }, { weight: 4, seconds: 3 }),
    ]);
    await holdsManifest(fleet, id);
    await expect(page.locator(".led-media img, .led-media video").first()).toBeAttached({ timeout: 120_000 });
    // Days without a link are the hardest: nothing is taken off the device's hands.
    await site.stop();
    await page.clock.install({ time: new Date() });
    await page.reload();
    await shows(page, "playing");
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable");
    await cdp.send("HeapProfiler.enable");
    await page.clock.runFor(WARM_UP_MINUTES * 60_000);
    const samples = [await sample(page, cdp)];
    for (let step = 0; step < STEPS; step += 1) {
      await page.clock.runFor(Math.round((HOURS * 3_600_000) / STEPS));
      samples.push(await sample(page, cdp));
    }
    const [first, last] = [samples[0], samples.at(-1)] as [Sample, Sample];
    const grown = slope(samples, ({ heap }) => heap) * 1000;
    console.log(
      `${last.items - first.items} items in ${HOURS} h: heap ${(grown / 1024).toFixed(0)} KB per 1,000 items (${(first.heap / 1e6).toFixed(2)} → ${(last.heap / 1e6).toFixed(2)} MB), ` +
        `nodes ${samples.map(({ nodes }) => nodes).join(" ")}, listeners ${samples.map(({ listeners }) => listeners).join(" ")}`,
    );
    expect(last.items - first.items).toBeGreaterThan(HOURS * 300);
    expect(grown).toBeLessThanOrEqual(BYTES_A_THOUSAND_ITEMS);
    // What is on the page differs from item to item; what grows, grows by a node or a listener for every item and more.
    expect(slope(samples, ({ nodes }) => nodes)).toBeLessThan(0.2);
    expect(slope(samples, ({ listeners }) => listeners)).toBeLessThan(0.05);
  } finally {
    await context.close();
    playing.close();
    fleet.close();
    await site.remove();
  }
});
