import { createServer, type RequestListener, type Server } from "node:http";
import type { Page } from "@playwright/test";
import { copyBuild } from "./built-site.ts";
import { expect, expectAccessible, expectAccessibleInAllColours, test } from "./fixtures.ts";
import { person } from "./people.ts";
import { openSite } from "./site.ts";

const ARTICLE = "/articles/mang-tien-mat";
const GATE = "/gates/huu-nghi";

// Every test cuts the link by ending a server: each has its own.
test.use({ serviceWorkers: "allow" });

/** Waits until the worker holds a path. */
const held = (page: Page, path: string) =>
  expect.poll(() => page.evaluate((wanted) => caches.match(wanted).then(Boolean), path), { message: `${path} is held`, timeout: 60_000 }).toBe(true);

/** The server is there again: a page of its own is shown, and not the kept one, which a slow machine may show first. */
const isFresh = (page: Page, path: string) =>
  expect(async () => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("#kept")).toBeHidden({ timeout: 1_000 });
  }).toPass({ timeout: 90_000 });

/** Another server in the place of the one that went away: what a proxy in trouble, or a later portal, would answer. */
async function standIn(origin: string, answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(Number(new URL(origin).port), "127.0.0.1", resolve));
  return server;
}

async function end(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

test("what was read goes on without the server, in both languages, with the phrase cards, and says how old it is", async ({ browser }, { project }) => {
  const site = await openSite(project.name);
  const { page, context } = await person(browser, site.origin);
  try {
    await page.goto(`/vi${ARTICLE}`);
    await expect(page.locator("#kept")).toBeHidden();
    for (const path of [`/vi${ARTICLE}`, `/zh${ARTICLE}`, "/vi/phrases", "/zh/phrases", "/offline"]) await held(page, path);
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await site.stop();

    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mang tiền mặt qua biên giới");
    // Told as the portal tells dates, on the reader's own clock, wherever the machine believes to be.
    const age = page.locator("#kept-age");
    await expect(age).toHaveText(/^\d+ phút trước · \d\d:\d\d, ngày \d+ tháng \d+ năm \d{4} \(giờ Hà Nội\)$/);
    const own = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit" });
    await expect(age).toContainText(own.format(new Date((await age.getAttribute("datetime")) ?? "")));
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(paper);
    await expectAccessible(page, "a kept page");
    await page.getByRole("banner").getByRole("link", { name: "中文" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("携带现金出入境");
    await expect(page.locator("#kept")).toContainText(/分钟前/);
    await page.goto("/zh/phrases");
    await expect(page.getByRole("main").locator("a[href^='#']").first()).toBeVisible();

    // What was never read: both languages say so, with the emergency numbers and what is there.
    await page.goto("/vi/gates/chi-ma");
    await expect(page.getByRole("heading", { name: "Không có kết nối mạng" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "网络未连接" })).toBeVisible();
    await expect(page.locator('a[href="tel:113"]')).toHaveCount(2);
    await expectAccessible(page, "without a link");
    await page
      .locator("#kept-pages")
      .getByRole("link", { name: /Mang tiền mặt|携带现金/ })
      .first()
      .click();
    await expect(page.locator("#kept")).toBeVisible();

    await site.start();
    await isFresh(page, `/vi${ARTICLE}`);
  } finally {
    await context.close();
    await site.remove();
  }
});

test("a gate that the visitor keeps opens without the server, with its articles, in both languages", async ({ browser }, { project }) => {
  const site = await openSite(project.name);
  const { page, context } = await person(browser, site.origin);
  try {
    await page.goto(`/zh${GATE}`);
    const keep = page.locator(".keep button");
    await expect(keep).toHaveAttribute("aria-pressed", "false");
    await keep.click();
    await expect(page.locator(".keep")).toHaveAttribute("data-state", "kept", { timeout: 60_000 });
    await expectAccessibleInAllColours(page, "a gate that is kept");
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.goto(`/vi${GATE}`);
    await expect(keep).toHaveAttribute("aria-pressed", "true");
    await site.stop();

    for (const lang of ["zh", "vi"]) {
      await page.goto(`/${lang}${GATE}`);
      await expect(page.locator("#kept")).toBeVisible();
      const article = page.getByRole("main").locator(`a[href^="/${lang}/articles/"]`).last();
      const title = (await article.textContent()) ?? "";
      await article.click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.locator("#kept")).toBeVisible();
    }

    await site.start();
    await isFresh(page, `/vi${GATE}`);
    await expect(keep).toHaveAttribute("aria-pressed", "true");
    await keep.click();
    await expect(keep).toHaveAttribute("aria-pressed", "false");
  } finally {
    await context.close();
    await site.remove();
  }
});

test("a server in trouble or too slow gives way to the kept page, and what it says is gone is forgotten", async ({ browser }, { project }) => {
  const site = await openSite(project.name);
  const { page, context } = await person(browser, site.origin);
  try {
    await page.goto(`/vi${ARTICLE}`);
    await held(page, `/zh${ARTICLE}`);
    await held(page, "/offline");
    await site.stop();

    const troubled = await standIn(site.origin, (_, response) => response.writeHead(503, { "content-type": "text/html" }).end("<h1>Trouble</h1>"));
    await page.goto(`/vi${ARTICLE}`);
    await expect(page.locator("#kept")).toBeVisible();
    await page.goto("/vi/gates/chi-ma");
    await expect(page.getByRole("heading", { name: "Trouble" })).toBeVisible();
    await end(troubled);

    const silent = await standIn(site.origin, () => {});
    // It never answers: what is shown is shown without it.
    await page.goto(`/vi${ARTICLE}`, { waitUntil: "commit" });
    await expect(page.locator("#kept")).toBeVisible();
    await end(silent);

    const later = await standIn(site.origin, ({ url }, response) =>
      response.writeHead(url === `/vi${ARTICLE}` ? 410 : 503, { "content-type": "text/html", "cache-control": "no-store" }).end("<h1>Gone</h1>"),
    );
    await page.goto(`/vi${ARTICLE}`);
    await expect(page.getByRole("heading", { name: "Gone" })).toBeVisible();
    await end(later);
    for (const lang of ["vi", "zh"]) {
      await page.goto(`/${lang}${ARTICLE}`);
      await expect(page.locator("#kept-pages")).toHaveCount(1);
    }
  } finally {
    await context.close();
    await site.remove();
  }
});

test("what is broken in the store is never shown, and heals at the next visit", async ({ browser }, { project }) => {
  const site = await openSite(project.name);
  const { page, context } = await person(browser, site.origin);
  const spoil = () =>
    page.evaluate(async (path) => {
      const [name = ""] = (await caches.keys()).filter((one) => one.startsWith("portal-"));
      const store = await caches.open(name);
      for (const { url } of await store.keys()) {
        const { pathname } = new URL(url);
        if (pathname !== path && !pathname.startsWith("/assets/")) continue;
        const { headers } = (await store.match(pathname)) ?? {};
        await store.put(pathname, new Response("<h1>Broken</h1>", { headers }));
      }
    }, `/vi${ARTICLE}`);
  try {
    await page.goto(`/vi${ARTICLE}`);
    await held(page, `/zh${ARTICLE}`);
    await held(page, "/zh/phrases");
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await spoil();
    await site.stop();
    await page.goto(`/vi${ARTICLE}`);
    await expect(page.getByText("Broken")).toHaveCount(0);
    await expect(page.locator("#kept-pages")).toHaveCount(1);

    await site.start();
    await page.goto(`/vi${ARTICLE}`);
    await held(page, `/vi${ARTICLE}`);
    await spoil();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mang tiền mặt qua biên giới");
    await expect.poll(() => page.evaluate((path) => caches.match(path).then((found) => found?.text()), `/vi${ARTICLE}`)).not.toContain("Broken");
    await site.stop();
    await page.reload();
    await expect(page.locator("#kept")).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(paper);
  } finally {
    await context.close();
    await site.remove();
  }
});

test("a new worker takes over by itself, and one that is taken back takes itself away", async ({ browser }, { project }) => {
  const build = copyBuild();
  const site = await openSite(project.name, build.server);
  const { page, context } = await person(browser, site.origin);
  try {
    await page.goto("/vi");
    await held(page, "/zh/phrases");
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["portal-1"]);

    await site.stop();
    build.change("sw.js", (text) => text.replace("portal-1", "portal-2"));
    await site.start();
    await page.goto("/vi/gates");
    await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 60_000 }).toEqual(["portal-2"]);
    await held(page, "/zh/phrases");
    await site.stop();
    await page.goto("/vi/phrases");
    await expect(page.locator("#kept")).toBeVisible();

    build.take("sw.js");
    await site.start();
    await page.goto("/vi/gates");
    await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 60_000 }).toEqual([]);
    await page.goto("/vi");
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
  } finally {
    await context.close();
    await site.remove();
    build.remove();
  }
});

test("the workbench, displays, the API and event streams are left to the browser", async ({ page }) => {
  await page.goto("/vi");
  await held(page, "/offline");
  await page.reload();
  for (const path of ["/workbench/sign-in", "/kiosk/huu-nghi"]) {
    const answer = await page.goto(path);
    expect(answer?.fromServiceWorker(), path).toBe(false);
  }
  await page.goto("/vi");
  const stored = await page.evaluate(async () => (await (await caches.open("portal-1")).keys()).map(({ url }) => new URL(url).pathname));
  expect(stored.filter((path) => /^\/(workbench|kiosk|display|api|events)/.test(path))).toEqual([]);
});
