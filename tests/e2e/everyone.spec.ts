import type { Page } from "@playwright/test";
import { LANGS, language } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";

const ARTICLE = "/articles/mang-tien-mat";
const PAGES = ["", "/gates", "/gates/huu-nghi", ARTICLE, "/search?q=visa", "/phrases", "/notices", "/questions"];

const WECHAT =
  "Mozilla/5.0 (Linux; Android 10; V1936A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 XWEB/4317 MMWEBSDK/20220505 Mobile Safari/537.36 MicroMessenger/8.0.23 WeChat/arm64 Language/zh_CN";
const ZALO =
  "Mozilla/5.0 (Linux; Android 9; SM-J730G) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.185 Mobile Safari/537.36 Zalo android/12100 ZaloTheme/light ZaloLanguage/vi";

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const tools = (page: Page) => page.locator(".tools");
const size = (page: Page) => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test("what a reader chooses to read with holds on every page, without a cookie, from the first paint on", async ({ page, context }) => {
  await page.goto("/vi");
  const ordinary = await size(page);
  const light = await paper(page);
  await tools(page).locator("summary").click();
  await page.getByRole("radio", { name: "Tối" }).check();
  await page.getByRole("radio", { name: "150%" }).check();
  await page.getByRole("checkbox", { name: "Tương phản cao" }).check();
  await expectAccessible(page, "the open tools");
  await expect.poll(() => size(page)).toBeCloseTo(ordinary * 1.5, 0);
  const dark = await paper(page);
  expect(dark).not.toBe(light);

  // The early script alone sets it: the module is not there yet, or never.
  await page.route("**/portal.js", (route) => route.abort());
  await page.goto(`/zh${ARTICLE}`);
  expect(await size(page)).toBeCloseTo(ordinary * 1.5, 0);
  expect(await paper(page)).toBe(dark);
  await page.unroute("**/portal.js");
  await page.goto("/zh/gates");
  await tools(page).locator("summary").click();
  await expect(page.getByRole("radio", { name: "深色" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(tools(page)).not.toHaveAttribute("open");
  await tools(page).locator("summary").click();
  for (const name of ["跟随设备", "100%"]) await page.getByRole("radio", { name }).check();
  await page.getByRole("checkbox", { name: "高对比度" }).uncheck();
  await expect.poll(() => paper(page)).toBe(light);
  await expect.poll(() => size(page)).toBe(ordinary);
  expect(await context.cookies()).toEqual([]);
});

for (const look of ["light-more", "dark-more", "dark"]) {
  test(`every kind of page is accessible in the colours ${look}`, async ({ page }) => {
    const [theme, more] = look.split("-");
    await page.addInitScript((chosen) => localStorage.setItem("reading", chosen), JSON.stringify({ theme, contrast: Boolean(more), text: "3" }));
    for (const [index, path] of PAGES.entries()) {
      const lang = LANGS[index % LANGS.length];
      await page.goto(`/${lang}${path}`);
      await expect(page.locator("html")).toHaveAttribute("data-look", look);
      await expectAccessible(page, `${lang}${path}`);
    }
  });
}

for (const { width, text } of [
  { width: 320, text: "" },
  { width: 360, text: "3" },
  { width: 640, text: "3" },
]) {
  test(`nothing overflows at ${width} pixels with text of step "${text}"`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem("reading", chosen), JSON.stringify({ text }));
    await page.setViewportSize({ width, height: 640 });
    for (const lang of LANGS)
      for (const path of PAGES) {
        await page.goto(`/${lang}${path}`);
        expect(await overflow(page), `${lang}${path}`).toBeLessThanOrEqual(0);
      }
  });
}

test("what is tapped is as high as a thumb is wide", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const path of ["/vi", "/zh/gates", "/vi/gates/huu-nghi", `/vi${ARTICLE}`, "/vi/search?q=visa", "/zh/phrases", "/vi/questions/new", "/zh/notices"]) {
    await page.goto(path);
    const small = await page
      .locator("header :is(a, button, summary, input), .links a, .crumb a, .contents a, .pill, .tiles a, .send, .narrow-by a, .emergency a")
      .evaluateAll((all) =>
        all
          .map((one) => ({
            what: `${one.className || one.tagName} ${one.textContent?.slice(0, 30)}`,
            box: one.getBoundingClientRect(),
            shown: one.checkVisibility() && one.tabIndex >= 0,
          }))
          .filter(({ box, shown }) => shown && (box.height < 43.5 || box.width < 24))
          .map(({ what, box }) => `${what}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
      );
    expect(small, path).toEqual([]);
  }
});

for (const [lang, word, twin, reading] of [
  ["vi", "hải quan", "海关", "hǎiguān"],
  ["zh", "海关", "hải quan", ""],
] as const) {
  test(`a term in ${lang} shows the other language on tap, and by keyboard`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/${lang}${ARTICLE}`);
    const term = page.locator("a.term", { hasText: word }).first();
    await term.click();
    const card = page.locator(".term-card");
    await expect(card).toContainText(twin);
    await expect(card).toContainText(reading);
    await expect(card).toBeFocused();
    await expect(card).toBeInViewport();
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page, "an open term");
    await page.keyboard.press("Escape");
    await expect(card).toHaveCount(0);
    await expect(term).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(card).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(card).toHaveCount(0);
    await term.click();
    await page.getByRole("heading", { level: 1 }).click();
    await expect(card).toHaveCount(0);
  });
}

test("every term is marked once, never in a heading or a link, and explained once", async ({ page }) => {
  for (const lang of LANGS) {
    for (const path of [
      "articles/mang-tien-mat",
      "articles/giay-to-can-co",
      "articles/hang-cam",
      "notices/khong-mang-thuoc-la-dien-tu",
      "questions/goi-110-o-viet-nam",
    ]) {
      await page.goto(`/${lang}/${path}`);
      const marked = await page.locator("a.term").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const explained = await page.locator(".glossary li").evaluateAll((items) => items.map((item) => `#${item.id}`));
      expect(marked.length).toBeGreaterThan(2);
      expect(new Set(marked).size).toBe(marked.length);
      expect([...explained].sort()).toEqual([...marked].sort());
      await expect(page.locator("h1 a.term, h2 a.term, h3 a.term, a a.term, th[scope=col] a.term")).toHaveCount(0);
    }
  }
});

test("a change of language opens at the paragraph that is being read", async ({ page }) => {
  await page.goto(`/vi${ARTICLE}`);
  await page.locator("#s-where").evaluate((node) => node.scrollIntoView({ block: "start" }));
  const link = page.locator(".langs").getByRole("link", { name: "中文" });
  await link.evaluate((node: HTMLElement) => node.click());
  await expect(page).toHaveURL(/\/zh\/articles\/mang-tien-mat#s-/);
  await expect(page.locator("#s-where")).toBeInViewport();
});

test("the device's own sharing is used where it is; elsewhere the address can be copied", async ({ page, context, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.origin });
  await page.goto(`/vi${ARTICLE}`);
  await page.getByText("Chia sẻ trang này").click();
  await page.getByRole("button", { name: "Sao chép đường dẫn" }).click();
  await expect(page.getByRole("button", { name: "Đã sao chép" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.origin}/vi${ARTICLE}`);

  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.assign(navigator, { share: async (what: unknown) => void shared.push(what) });
  });
  await page.goto(`/zh${ARTICLE}`);
  await page.getByText("分享本页").click();
  const shared = () => page.evaluate(() => (window as unknown as { shared: { url: string }[] }).shared.map(({ url }) => url));
  await expect.poll(shared).toEqual([`${site.origin}/zh${ARTICLE}`]);
});

for (const { app, userAgent, lang } of [
  { app: "WeChat", userAgent: WECHAT, lang: "zh" },
  { app: "Zalo", userAgent: ZALO, lang: "vi" },
] as const) {
  test.describe(`in ${app}`, () => {
    test.use({ userAgent, viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true });

    test("pages fit, keep to this window, and offer their address as a QR code", async ({ page, context }) => {
      for (const path of PAGES) {
        await page.goto(`/${lang}${path}`);
        await expect(page.locator("html")).toHaveAttribute("lang", language(lang).tag);
        expect(await overflow(page), path).toBeLessThanOrEqual(0);
        expect(await page.locator("a[target], form[target]").count(), path).toBe(0);
      }
      await page.goto(`/${lang}${ARTICLE}`);
      await page.locator(".share summary").tap();
      const code = page.locator(".share img");
      await expect(code).toBeVisible();
      await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
      expect(context.pages()).toHaveLength(1);
    });
  });
}

test("a keyboard reaches everything in the order in which it is read, and always shows where it is", async ({ page }) => {
  await page.goto(`/vi${ARTICLE}`);
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await expect(page.locator(".skip")).toBeInViewport();
  const stops: { tag: string; outlined: boolean; top: number }[] = [];
  for (let step = 0; step < 25; step++) {
    await page.keyboard.press("Tab");
    stops.push(
      await page.evaluate(() => {
        const node = document.activeElement as HTMLElement;
        const box = node.closest(".find") ?? node;
        const { outlineStyle, outlineWidth } = getComputedStyle(box);
        return {
          tag: node.className || node.tagName,
          outlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 1,
          top: box.getBoundingClientRect().top + scrollY,
        };
      }),
    );
  }
  expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
  const inMain = stops.filter(({ top }) => top > 150);
  expect(inMain.length).toBeGreaterThan(5);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a term leads to its explanation and back, and what only scripts can do does not show", async ({ page }) => {
    await page.goto(`/vi${ARTICLE}`);
    await page.locator("a.term", { hasText: "hải quan" }).first().click();
    await expect(page).toHaveURL(/#t-hai-quan$/);
    const entry = page.locator("#t-hai-quan");
    await expect(entry).toBeInViewport();
    await expect(entry).toContainText("海关");
    await expect(entry.locator("[lang='zh-Hans']")).toHaveText("海关");
    await expect(entry.locator("[lang='zh-Latn-pinyin']")).toHaveText("hǎiguān");
    await entry.getByRole("link").click();
    await expect(page).toHaveURL(/#w-hai-quan$/);
    await expect(page.locator("#w-hai-quan")).toBeInViewport();
    await expect(page.locator(".tools, #kept")).toHaveCount(2);
    for (const hidden of await page.locator(".tools, #kept, .share button").all()) await expect(hidden).toBeHidden();
    await page.getByText("Chia sẻ trang này").click();
    await expect(page.locator(".share code")).toBeVisible();
    await page.goto("/vi/gates/huu-nghi");
    await expect(page.locator(".keep")).toBeHidden();
  });
});
