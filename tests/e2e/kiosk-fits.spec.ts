import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { type Fleet, openFleet } from "./fleet.ts";
import { listens, person } from "./people.ts";
import { openSite, type Site } from "./site.ts";

const GLASSES = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 768, height: 1366 },
];

/** Longer than any title should be, and as long as one may be. */
const LONG = {
  vi: "Tạm dừng làm thủ tục xuất cảnh, nhập cảnh đối với hành khách đi theo đoàn tại lối thông quan số 2 trong thời gian sửa chữa mái che, đề nghị hành khách chuyển sang lối số 1 và chuẩn bị sẵn giấy tờ trước khi vào cổng",
  zh: "因雨棚维修，2号通道暂停办理团队旅客出入境手续，请旅客改由1号通道通行，并在进入大门之前备好有关证件，给您带来不便，敬请谅解；恢复时间将另行通知，请留意本屏幕和现场工作人员的引导",
};
const FIRST = "khong-mang-thuoc-la-dien-tu";
const SECOND = "co-quan-doi-ten-nam-2025";
const EMERGENCY = "thu-he-thong-thong-bao-khan-cap";

/** What stands where it can't be seen whole, or over something else. */
const faults = (page: Page, parts: string) =>
  page.locator(parts).evaluateAll((all) => {
    const shown = all
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => ({ name: `${one.tagName}.${one.className} ${one.textContent?.slice(0, 30)}`, one, box: one.getBoundingClientRect() }));
    const found: string[] = [];
    for (const { name, one, box } of shown) {
      const { width, height } = document.documentElement.getBoundingClientRect();
      if (box.top < -1 || box.left < -1 || box.right > width + 1 || box.bottom > height + 1) found.push(`${name} leaves the glass`);
      if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0) found.push(`${name} is wider than its place`);
      for (let around = one.parentElement; around; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        if (overflowX === "visible" && overflowY === "visible") continue;
        const place = around.getBoundingClientRect();
        if (box.bottom > place.bottom + 1 || box.top < place.top - 1 || box.right > place.right + 1)
          found.push(`${name} is cut by ${around.tagName}.${around.className}`);
      }
    }
    for (const [at, first] of shown.entries())
      for (const second of shown.slice(at + 1)) {
        if (first.one.contains(second.one) || second.one.contains(first.one)) continue;
        const across = Math.min(first.box.right, second.box.right) - Math.max(first.box.left, second.box.left);
        const down = Math.min(first.box.bottom, second.box.bottom) - Math.max(first.box.top, second.box.top);
        if (across > 1 && down > 1) found.push(`${first.name} lies over ${second.name}`);
      }
    return found;
  });

const ATTRACT =
  ".attract .head .mark, .attract h1, .attract .clocks > div, .attract .status > li, .attract .banner > li, .attract .board > li, .attract .elsewhere h2, .attract .choose h2, .attract button, .attract .base";

/** With the clock's next second the screen has been measured anew. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(1_200);
}

async function expectAllInSight(page: Page, what: string): Promise<void> {
  await settled(page);
  await expect(page.locator(".attract .languages button")).toHaveCount(2);
  await expect.poll(() => faults(page, ATTRACT), what).toEqual([]);
  const small = () => page.locator(".attract button").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 64).length);
  await expect.poll(small, `${what}: targets`).toBe(0);
  // Letters give way before words do, and never to what nobody reads from a step away: a sixtieth of the shorter side, 12 px at the least.
  const least = () => page.locator(ATTRACT).evaluateAll((all) => Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))));
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await expect.poll(least, `${what}: letters`).toBeGreaterThanOrEqual(Math.max(12, Math.min(width, height) / 70));
}

const terms = (level: "priority" | "emergency") => ({ level, from: new Date(Date.now() - 60_000), until: new Date(Date.now() + 3_600_000) });
const larger = (page: Page, size: string) =>
  page.evaluate((to) => {
    if (to) document.documentElement.dataset.size = to;
    else delete document.documentElement.dataset.size;
  }, size);

test.describe("whatever there is to say, and however large the letters are", () => {
  let site: Site & { remove(): Promise<void> };
  let fleet: Fleet;
  test.beforeAll(async () => {
    site = await openSite("sqlite");
    fleet = openFleet(site.dataDir);
  });
  test.afterAll(async () => {
    fleet.close();
    await site.remove();
  });

  test("nothing on the first screen is cut, and nothing lies over anything else", async ({ browser }) => {
    test.setTimeout(300_000);
    const { page, context } = await person(browser, site.origin);
    await page.setViewportSize({ width: 1080, height: 1920 });
    await page.goto("/kiosk/huu-nghi");
    await listens(page);
    for (const told of ["as it is", "a long notice", "two long notices"]) {
      if (told === "a long notice") fleet.titleNotice(FIRST, LONG);
      if (told === "two long notices") {
        fleet.titleNotice(SECOND, LONG);
        fleet.setNotice(SECOND, terms("priority"));
      }
      await expect(page.locator(".banner li")).toHaveCount(told === "two long notices" ? 2 : 1, { timeout: 20_000 });
      if (told !== "as it is") await expect(page.locator(".banner")).toContainText(LONG.vi, { timeout: 20_000 });
      for (const glass of GLASSES) {
        await page.setViewportSize(glass);
        for (const size of ["", "2"]) {
          await larger(page, size);
          const what = `${told}, ${glass.width}×${glass.height}, letters ${size || "usual"}`;
          await expectAllInSight(page, what);
          await page.locator(".low[aria-pressed]").click();
          await larger(page, size);
          await settled(page);
          await expect.poll(() => faults(page, ATTRACT), `${what}, lower half`).toEqual([]);
          await page.locator(".low[aria-pressed]").click();
        }
      }
      await larger(page, "");
    }
    await context.close();
  });

  test("a usual notice costs neither the other gates nor the size of the letters", async ({ browser }) => {
    const { page, context } = await person(browser, site.origin);
    fleet.titleNotice(FIRST, { vi: "Xin không mang thuốc lá điện tử và thuốc lá nung nóng", zh: "请勿携带电子烟和加热烟草制品" });
    fleet.setNotice(SECOND, { level: "routine", from: new Date(Date.now() - 60_000), until: null });
    for (const glass of GLASSES) {
      await page.setViewportSize(glass);
      await page.goto("/kiosk/huu-nghi");
      await listens(page);
      await settled(page);
      await expect(page.locator(".board li").first()).toBeVisible();
      const fit = () => page.evaluate(() => Number(document.documentElement.style.getPropertyValue("--fit") || 1));
      await expect.poll(fit, `${glass.width}×${glass.height}`).toBeGreaterThanOrEqual(0.9);
    }
    await context.close();
  });

  test("an emergency keeps its words, its arrows and the numbers in sight", async ({ browser }) => {
    const { page, context } = await person(browser, site.origin);
    // Without motion an arrow's step is made at once.
    await page.emulateMedia({ reducedMotion: "reduce" });
    fleet.titleNotice(EMERGENCY, LONG);
    fleet.setNotice(EMERGENCY, terms("emergency"));
    await page.goto("/kiosk/huu-nghi");
    await expect(page.locator(".emergency")).toBeVisible({ timeout: 20_000 });
    for (const glass of GLASSES) {
      await page.setViewportSize(glass);
      for (const size of ["", "2"]) {
        await larger(page, size);
        await settled(page);
        const what = `${glass.width}×${glass.height}, letters ${size || "usual"}`;
        const parts = ".emergency > header, .emergency > main, .emergency > .bar, .emergency > .bar button, .emergency > .base";
        await expect.poll(() => faults(page, parts), what).toEqual([]);
        const room = () => page.locator(".emergency > main").evaluate((main) => main.clientHeight / innerHeight);
        await expect.poll(room, `${what}: room for its words`).toBeGreaterThanOrEqual(0.35);
        for (let presses = 0; presses < 40; presses += 1) await page.locator(".bar .down").evaluateAll(([down]) => (down as HTMLElement | undefined)?.click());
        const below = () => page.locator(".emergency > main").evaluate((main) => main.scrollHeight - main.clientHeight - main.scrollTop);
        await expect.poll(below, `${what}: the last word is reached`).toBeLessThanOrEqual(2);
      }
    }
    await context.close();
  });
});
