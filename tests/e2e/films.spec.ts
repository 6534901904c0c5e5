import { createHash } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { clipSeconds } from "../../app/core/displays/clip-length/seconds.ts";
import { openFleet } from "./fleet.ts";
import { type Ground, onGround, pair, shows } from "./paired-display.ts";
import { film, item, openPlaying, type Playing } from "./playing.ts";
import { openSite } from "./site.ts";

const ALT = { vi: "Phim giới thiệu cửa khẩu", zh: "口岸介绍影片" };
/** What the device keeps a file in (ui/display/device/files.ts). */
const CHUNK = 1 << 20;
const MINUTE = 60_000;

test.describe.configure({ timeout: 5 * MINUTE });

interface Wall extends Ground {
  page: Page;
  playing: Playing;
  id: string;
  /** A film of more than two of the chunks that a device keeps it in. */
  bytes: Buffer;
  seconds: number;
}

/** An LED with a film that its own browser has recorded. */
const onWall = (work: (wall: Wall) => Promise<void>): Promise<void> =>
  onGround(async (ground) => {
    const playing = openPlaying(ground.site.dataDir);
    try {
      const page = await ground.machine.start(ground.address);
      const bytes = await film(page, { seconds: 4, noise: true });
      const seconds = clipSeconds("video/webm", bytes) ?? Number.NaN;
      const id = await pair(page, ground.fleet, "led", "Bảng LED 1");
      // A priority notice comes between whatever is played; these tests are about the rest.
      ground.fleet.setNotice("khong-mang-thuoc-la-dien-tu", { level: "routine", from: new Date(Date.now() - MINUTE), until: null });
      playing.setDisplay(id, { size: { width: 640, height: 360 } });
      await work({ ...ground, page, playing, id, bytes, seconds });
    } finally {
      playing.close();
    }
  });

/** From now on every beginning and every end of a film is noted, and how far it came. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { begun: [] as number[], furthest: 0 };
    Object.assign(window, { seen });
    const of = ({ target }: Event) => target as HTMLVideoElement;
    document.addEventListener("playing", (event) => seen.begun.push(of(event).currentTime), true);
    const note = () => {
      const video = document.querySelector<HTMLVideoElement>(".led-media video");
      if (video) seen.furthest = Math.max(seen.furthest, video.currentTime);
      requestAnimationFrame(note);
    };
    note();
  });
const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: { begun: number[]; furthest: number } }).seen);

/** How many different colours stand where the film is: of noise, many; of a black box, one. */
const colours = (page: Page) =>
  page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>(".led-media video");
    const context = Object.assign(document.createElement("canvas"), { width: 32, height: 18 }).getContext("2d");
    if (!video || !context) return 0;
    context.drawImage(video, 0, 0, 32, 18);
    const { data } = context.getImageData(0, 0, 32, 18);
    return new Set(Array.from({ length: 32 * 18 }, (_, at) => data.slice(at * 4, at * 4 + 3).join())).size;
  });

const isHeld = (page: Page, hash: string) =>
  page.evaluate(async (name) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("cau-noi-display");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const row = await new Promise<{ whole: boolean } | undefined>((resolve) => {
      const reading = opened.transaction("resources").objectStore("resources").get(name);
      reading.onsuccess = () => resolve(reading.result);
    });
    opened.close();
    return row?.whole ?? false;
  }, hash);

test("a film plays whole from the device's own store, turn after turn, with its server away and after a restart", async () => {
  await onWall(async ({ page: first, site, machine, address, playing, id, bytes, seconds }) => {
    expect(bytes.length).toBeGreaterThan(2 * CHUNK);
    const clip = playing.addClip(bytes, "video/webm", seconds);
    const shown = item({ kind: "video", clip, alt: ALT }, { seconds: 1 });
    playing.play("huu-nghi", [shown, item({ kind: "clock" }, { seconds: 2 })]);
    await expect.poll(() => isHeld(first, clip), { timeout: MINUTE }).toBe(true);
    await expect(first.locator(".led-media video")).toBeAttached({ timeout: MINUTE });
    await site.stop();
    await machine.kill();

    const page = await machine.start(address);
    await shows(page, "playing", MINUTE);
    await watch(page);
    const video = page.locator(".led-media video");
    await expect(video).toBeAttached({ timeout: MINUTE });
    await expect(video).toHaveJSProperty("videoWidth", 640);
    await expect.poll(() => colours(page), { timeout: MINUTE }).toBeGreaterThan(50);
    await expect(page.getByRole("img", { name: ALT.vi })).toBeVisible();
    // To its last pictures, which lie in other chunks than its first; and from its beginning again.
    await expect.poll(async () => (await seen(page)).furthest / seconds, { timeout: MINUTE }).toBeGreaterThan(0.9);
    await expect.poll(async () => (await seen(page)).begun.filter((at) => at / seconds < 0.25).length, { timeout: MINUTE }).toBeGreaterThanOrEqual(2);

    // By ranges, as players and people's tools ask.
    const ask = (range: string) =>
      page.evaluate(
        async ([path, asked]) => {
          const answer = await fetch(path as string, { headers: { range: asked as string } });
          const came = new Uint8Array(await answer.arrayBuffer());
          const digest = await crypto.subtle.digest("SHA-256", came);
          const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
          return [answer.status, answer.headers.get("content-range"), answer.headers.get("content-type"), hex];
        },
        [`/display/clips/${clip}`, range],
      );
    const hash = (from: number, to: number) => createHash("sha256").update(bytes.subarray(from, to)).digest("hex");
    const part = (from: number, to: number) => [206, `bytes ${from}-${to - 1}/${bytes.length}`, "video/webm", hash(from, to)];
    expect(await ask("bytes=0-9")).toEqual(part(0, 10));
    expect(await ask("bytes=0-"), "a chunk at a time").toEqual(part(0, CHUNK));
    expect(await ask(`bytes=${CHUNK - 6}-${CHUNK + 20}`)).toEqual(part(CHUNK - 6, CHUNK));
    expect(await ask(`bytes=${2 * CHUNK}-`)).toEqual(part(2 * CHUNK, Math.min(3 * CHUNK, bytes.length)));
    expect(await ask("bytes=-5")).toEqual(part(bytes.length - 5, bytes.length));
    expect(await ask(`bytes=${bytes.length}-`)).toEqual([416, `bytes */${bytes.length}`, "video/webm", hash(0, 0)]);
    expect(await ask("bytes=9-2"), "no range at all").toEqual([200, null, "video/webm", hash(0, bytes.length)]);

    await site.start();
    // As long as itself, not as its item says.
    const turns = () => playing.receipts(id).filter((one) => one.item === shown.id && one.seconds >= Math.floor(seconds));
    await expect.poll(() => turns().length, { timeout: 2 * MINUTE }).toBeGreaterThan(0);
    expect(playing.receipts(id).filter((one) => one.item === shown.id && one.seconds > Math.ceil(seconds))).toEqual([]);
  });
});

test("a film and a picture whose bytes were damaged are passed over and told of; with a link they are whole again", async () => {
  await onWall(async ({ page: first, site, machine, fleet, address, playing, id, bytes, seconds }) => {
    const clip = playing.addClip(bytes, "video/webm", seconds);
    const picture = await playing.addPicture("#a40");
    const [moving, still] = [item({ kind: "video", clip, alt: ALT }), item({ kind: "picture", picture, alt: ALT }, { seconds: 3 })];
    playing.play("huu-nghi", [moving, still]);
    for (const hash of [clip, picture]) await expect.poll(() => isHeld(first, hash), { timeout: MINUTE }).toBe(true);
    await site.stop();
    await first.evaluate(spoil, [clip, picture]);
    await machine.kill();

    const page = await machine.start(address);
    await shows(page, "playing", MINUTE);
    await expect(page.locator(".led-clock")).toBeVisible({ timeout: MINUTE });
    await expect(page.locator(".led-media img, .led-media video")).toHaveCount(0);
    // What is told is told once: every report that comes is looked at.
    const errors = new Set<string>();
    const look = () => {
      for (const { message } of fleet.report(id)?.errors ?? []) errors.add(message);
      return [...errors].join(" ");
    };
    await site.start();
    await expect.poll(look, { timeout: 2 * MINUTE, intervals: [50] }).toContain(clip);
    await expect.poll(look, { timeout: 2 * MINUTE, intervals: [50] }).toContain(picture);
    await expect(page.locator(".led-media video")).toBeAttached({ timeout: 2 * MINUTE });
    await expect.poll(() => colours(page), { timeout: MINUTE }).toBeGreaterThan(50);
    await expect(page.locator(".led-media img")).toBeAttached({ timeout: MINUTE });
  });
});

test("where the browser has no service worker, films come from the server; articles of other gates travel with the playlist", async ({ browser }) => {
  const site = await openSite("sqlite");
  const [fleet, playing] = [openFleet(site.dataDir), openPlaying(site.dataDir)];
  // These contexts block workers (playwright.config.ts), as a damaged profile does.
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  try {
    const page = await context.newPage();
    await page.goto(`${site.origin}/display`);
    fleet.setNotice("khong-mang-thuoc-la-dien-tu", { level: "routine", from: new Date(Date.now() - MINUTE), until: null });
    await pair(page, fleet, "led");
    const clip = playing.addClip(await film(page), "video/webm", 2);
    const slug = "binh-nghi-na-hinh-na-nua";
    const content = await (await page.request.get(`${site.origin}/kiosk/huu-nghi/content.json`)).json();
    expect(
      content.articles.map((article: { slug: string }) => article.slug),
      "none of this gate's own",
    ).not.toContain(slug);
    playing.play("huu-nghi", [item({ kind: "video", clip, alt: ALT }), item({ kind: "article", slug })]);
    const { title } = await (await page.request.get(`${site.origin}/api/v1/articles/${slug}`)).json();
    const words = (lang: "vi" | "zh") => title[lang].split(/[\s，,]/)[0];
    for (const lang of ["vi", "zh"] as const) await expect(page.locator(".led-words", { hasText: words(lang) }).first()).toBeAttached({ timeout: MINUTE });
    await expect(page.locator(".led-media video")).toBeAttached({ timeout: MINUTE });
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await watch(page);
    await expect.poll(async () => (await seen(page)).furthest, { timeout: MINUTE }).toBeGreaterThan(1);
  } finally {
    await context.close();
    playing.close();
    fleet.close();
    await site.remove();
  }
});

/** Writes other bytes over files of the device's store. In the browser. */
async function spoil(names: string[]): Promise<void> {
  const opened = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("cau-noi-display");
    opening.onsuccess = () => resolve(opening.result);
  });
  const change = opened.transaction("chunks", "readwrite", { durability: "strict" });
  for (const name of names) {
    const reading = change.objectStore("chunks").get(`${name}:000000`);
    reading.onsuccess = () => {
      const bytes = new Uint8Array(reading.result as ArrayBuffer);
      bytes.fill(7, 0, 2_000);
      change.objectStore("chunks").put(bytes.buffer, `${name}:000000`);
    };
  }
  await new Promise((resolve) => {
    change.oncomplete = resolve;
  });
  opened.close();
}
