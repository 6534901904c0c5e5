import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./fixtures.ts";
import { type Fleet, openFleet } from "./fleet.ts";
import { codeOn, holdsManifest, pair, shows } from "./paired-display.ts";
import { item, openPlaying, type Playing, tone } from "./playing.ts";
import { openSite, type Site } from "./site.ts";

const NOTICE = "thu-he-thong-thong-bao-khan-cap";
const MINUTE = 60_000;

test.use({ serviceWorkers: "allow" });

interface Ground {
  site: Site;
  fleet: Fleet;
  playing: Playing;
  page: Page;
}

/** A portal, and a device of some size that waits for its code. */
async function onGround(
  browser: Browser,
  viewport: { width: number; height: number },
  work: (ground: Ground) => Promise<void>,
  before: () => void = () => {},
): Promise<void> {
  const site = await openSite("sqlite");
  const [fleet, playing] = [openFleet(site.dataDir), openPlaying(site.dataDir)];
  const context = await browser.newContext({ viewport });
  try {
    await context.addInitScript(before);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${site.origin}/display`);
    await work({ site, fleet, playing, page });
    expect(errors).toEqual([]);
  } finally {
    await context.close();
    playing.close();
    fleet.close();
    await site.remove();
  }
}

/** From now on every picture that is drawn is noted: when, how urgent, and its words. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: { at: number; level: string | null }[] = [];
    Object.assign(window, { seen });
    const note = () => {
      seen.push({ at: Date.now(), level: document.querySelector(".led-light")?.getAttribute("data-level") ?? null });
      requestAnimationFrame(note);
    };
    note();
  });
const seenFrames = (page: Page) => page.evaluate(() => (window as unknown as { seen: { at: number; level: string | null }[] }).seen);

test("an emergency takes the whole LED: not one normal frame until it ends, on time and without a link", async ({ browser }) => {
  await onGround(browser, { width: 384, height: 192 }, async ({ site, fleet, playing, page }) => {
    const id = await pair(page, fleet, "led");
    playing.setDisplay(id, { size: { width: 384, height: 192 } });
    await expect(page.locator(".led")).toHaveAttribute("data-form", "wall");
    await expect(page.locator(".led .led-board, .led .led-words").first()).toBeVisible();
    await watch(page);
    const emergency = page.locator('.led-light[data-level="emergency"]');
    let until = new Date();
    // Soon; on a machine on which it is over before it is shown, later.
    for (const seconds of [15, 45, 120]) {
      until = new Date(Date.now() + seconds * 1_000);
      fleet.setNotice(NOTICE, { level: "emergency", from: new Date(Date.now() - MINUTE), until });
      await emergency.waitFor({ timeout: seconds * 1_000 }).catch(() => {});
      if (await emergency.isVisible()) break;
    }
    await expect(emergency).toBeVisible();
    const raised = Date.now();
    await site.stop();
    await expect(emergency).toHaveCount(0, { timeout: 180_000 });
    // On the clock that the device keeps: the server's, as late as it heard of it.
    const ends = until.getTime() - (fleet.report(id)?.clockOffset ?? 0);
    const frames = await seenFrames(page);
    const first = frames.find(({ level }) => level === "emergency")?.at ?? Number.NaN;
    expect(first).toBeLessThanOrEqual(raised);
    const inside = frames.filter(({ at }) => at > first && at < ends - 250);
    expect(inside.length).toBeGreaterThan(20);
    expect(inside.filter(({ level }) => level !== "emergency")).toEqual([]);
    // A machine that stood still for a while draws once before it looks at the clock.
    expect(frames.filter(({ at, level }) => at > ends + 1_000 && level === "emergency").length).toBeLessThan(4);
    await site.start();
    await expect.poll(() => playing.receipts(id).filter(({ lang }) => lang !== null).length, { timeout: 60_000 }).toBeGreaterThan(0);
  });
});

test("no mark of any letter is cut, on a strip, a wall and a totem", async ({ browser }) => {
  await onGround(browser, { width: 1080, height: 1920 }, async ({ fleet, playing, page }) => {
    const id = await pair(page, fleet, "led");
    // Capitals with two marks above and one below: what reaches furthest.
    fleet.nameGate("dong-dang", "Ệ Ẫ Ỗ Ề Ặ gjpqy");
    playing.play("huu-nghi", [item({ kind: "gates" }, { seconds: 20 })]);
    for (const size of [
      { width: 192, height: 64 },
      { width: 384, height: 192 },
      { width: 512, height: 128 },
      { width: 1080, height: 1920 },
    ]) {
      playing.setDisplay(id, { size });
      await expect.poll(() => page.locator(".led").boundingBox()).toMatchObject(size);
      await expect(page.locator(".led-board").first()).toBeVisible({ timeout: 90_000 });
      const cut = await page.evaluate(inkOutside);
      expect(cut, JSON.stringify(size)).toEqual([]);
    }
  });
});

/** Lines whose ink, measured letter by letter, reaches out of the box that is theirs, or out of the display. In the browser. */
function inkOutside(): string[] {
  const context = document.createElement("canvas").getContext("2d");
  const led = document.querySelector(".led")?.getBoundingClientRect();
  if (!context || !led) return ["no display"];
  const found: string[] = [];
  const texts = document.createTreeWalker(document.querySelector(".led") as Element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (!parent || text === "") continue;
    const style = getComputedStyle(parent);
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = context.measureText(text);
    // The box of a text is its font's own height; the line is as high as `line-height`, centred on it.
    const middle = (box.top + box.bottom) / 2;
    const baseline = middle + (ink.fontBoundingBoxAscent - ink.fontBoundingBoxDescent) / 2;
    const line = Number.parseFloat(style.lineHeight);
    const [top, bottom] = [baseline - ink.actualBoundingBoxAscent, baseline + ink.actualBoundingBoxDescent];
    if (top < middle - line / 2 - 0.5 || bottom > middle + line / 2 + 0.5) found.push(`${text}: out of its line`);
    if (top < led.top - 0.5 || bottom > led.bottom + 0.5 || box.right > led.right + 0.5) found.push(`${text}: out of the display`);
  }
  return found;
}

/** Texts that stand in another language than their element says: Chinese outside of Chinese, Vietnamese letters inside of it. In the browser. */
function wronglyTagged(): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.querySelector(".led, .speaker") as Element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const tag = node.parentElement?.closest("[lang]")?.getAttribute("lang");
    const text = node.textContent ?? "";
    if (/\p{Script=Han}/u.test(text) !== (tag === "zh-Hans") && /\p{L}/u.test(text)) found.push(`${tag}: ${text}`);
  }
  return found;
}

test("an LED is accessible whatever it shows, and every word is marked with its language", async ({ browser }) => {
  await onGround(browser, { width: 1280, height: 720 }, async ({ fleet, playing, page }) => {
    const id = await pair(page, fleet, "led");
    playing.setDisplay(id, { size: { width: 1280, height: 720 } });
    const picture = await playing.addPicture("#224433");
    for (const [content, shown] of [
      [{ kind: "gates" }, ".led-part.is-edged"],
      [{ kind: "article", slug: "mang-tien-mat" }, ".led-over"],
      [{ kind: "clock" }, ".led-clock"],
      [{ kind: "picture", picture, alt: { vi: "Sơ đồ", zh: "示意图" } }, ".led-media"],
    ] as const) {
      // Notices of the starter content that take part are looked at as well.
      playing.play("huu-nghi", [item(content, { weight: 10, seconds: 600 })]);
      await expect(page.locator(shown).first()).toBeVisible({ timeout: 90_000 });
      await expectAccessible(page, `LED, ${content.kind}`);
      expect(await page.evaluate(wronglyTagged), content.kind).toEqual([]);
    }
    fleet.setNotice(NOTICE, { level: "emergency", from: new Date(Date.now() - 1_000), until: new Date(Date.now() + 5 * MINUTE) });
    await expect(page.locator('.led-light[data-level="emergency"] .led-tag.is-emergency').first()).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page, "LED, emergency");
    expect(await page.evaluate(wronglyTagged), "emergency").toEqual([]);
    expect(await page.evaluate(inkOutside), "emergency").toEqual([]);
  });
});

test("without a playlist an LED and a loudspeaker show how it stands at their own gate, with both clocks", async ({ browser }) => {
  await onGround(browser, { width: 540, height: 1920 }, async ({ fleet, playing, page }) => {
    const id = await pair(page, fleet, "led");
    playing.setDisplay(id, { size: { width: 540, height: 1920 } });
    // A totem has room for every flow at once.
    await expect(page.locator(".led-part.is-edged")).toHaveCount(2, { timeout: 90_000 });
    await expect(page.locator(".led-part.is-edged .sign")).toHaveCount(2);
    await expect(page.locator(".led-times b")).toHaveText([/^\d\d:\d\d$/, /^\d\d:\d\d$/]);
    expect(await page.evaluate(inkOutside)).toEqual([]);
  });
  await onGround(browser, { width: 800, height: 480 }, async ({ fleet, page }) => {
    fleet.confirm(await codeOn(page), { name: "Loa 1", site: "huu-nghi", kind: "speaker" });
    await shows(page, "playing", 60_000);
    for (const [lang, passengers, notice] of [
      ["vi", "Hành khách", "thuốc lá điện tử"],
      ["zh-Hans", "旅客", "电子烟"],
    ] as const) {
      const side = page.locator(`.speaker-main section[lang="${lang}"]`);
      await expect(side).toContainText(passengers);
      await expect(side).toContainText(notice);
    }
    await expect(page.locator(".speaker-clocks dd")).toHaveCount(2);
    expect(await page.evaluate(wronglyTagged)).toEqual([]);
    // Nobody scrolls it, however small it is.
    expect(await page.locator(".speaker-main").evaluate((main) => main.scrollHeight - main.clientHeight)).toBeLessThanOrEqual(1);
    await expectAccessible(page, "speaker, nothing to say");
  });
});

test("an LED goes on when an item is broken, and says which", async ({ browser }) => {
  await onGround(browser, { width: 768, height: 384 }, async ({ fleet, playing, page }) => {
    const id = await pair(page, fleet, "led");
    const torn = playing.addClip(Buffer.from("no film at all".repeat(100)), "video/webm", 4);
    const broken = item({ kind: "video", clip: torn, alt: { vi: "Phim", zh: "影片" } }, { seconds: 4 });
    playing.play("huu-nghi", [broken, item({ kind: "clock" }, { seconds: 4 })]);
    await expect.poll(() => fleet.report(id)?.errors.some(({ message }) => message.includes(torn)) ?? false, { timeout: 90_000 }).toBe(true);
    // In its place, and in its own; a notice of the starter content may come between.
    await expect(page.locator(".led-clock")).toBeVisible({ timeout: 90_000 });
    expect(playing.receipts(id).filter(({ item, seconds }) => item === broken.id && seconds > 4)).toEqual([]);
  });
});

/** A browser that lets nothing be heard before a touch. Playwright's own hand counts as one, so it is said again here. In the browser. */
function wantsTouch(): void {
  const own = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "state");
  Object.defineProperty(BaseAudioContext.prototype, "state", { configurable: true, get: () => "suspended" });
  const resume = AudioContext.prototype.resume;
  AudioContext.prototype.resume = function () {
    if (own) Object.defineProperty(BaseAudioContext.prototype, "state", own);
    this.dispatchEvent(new Event("statechange"));
    return resume.call(this);
  };
}

test("a loudspeaker says an emergency in both languages, shows it word for word, and tells what it said", async ({ browser }) => {
  await onGround(
    browser,
    { width: 1280, height: 800 },
    async ({ fleet, playing, page }) => {
      playing.addRecording(NOTICE, { vi: playing.addClip(tone(330, 2), "audio/wav", 2), zh: playing.addClip(tone(440, 3), "audio/wav", 3) });
      const id = fleet.confirm(await codeOn(page), { name: "Loa 1", site: "huu-nghi", kind: "speaker" });
      await shows(page, "playing", 60_000);
      await holdsManifest(fleet, id);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `speaker ${colorScheme}`);
      }
      // The browser wants a touch, and the page says so.
      await page.getByRole("button", { name: /Bật âm thanh/ }).click();
      await expect(page.locator(".speaker-touch")).toHaveCount(0);
      fleet.setNotice(NOTICE, { level: "emergency", from: new Date(Date.now() - 1_000), until: new Date(Date.now() + 5 * MINUTE) });
      await expect(page.locator(".speaker-main[data-urgent]")).toBeVisible({ timeout: 60_000 });
      await expectAccessible(page, "speaker, emergency");
      await expect.poll(() => playing.receipts(id).map(({ lang }) => lang), { timeout: 60_000 }).toEqual(["vi", "zh"]);
      expect(fleet.report(id)?.errors.filter(({ message }) => /^recording: (?!none)/.test(message))).toEqual([]);
    },
    wantsTouch,
  );
});
