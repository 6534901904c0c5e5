import type { Page } from "@playwright/test";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { invite, join, person } from "./people.ts";
import { openSite, type Site } from "./site.ts";

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
let boss: Page;
let translator: Page;
test.beforeAll(async ({ browser }) => {
  own = await openSite("sqlite");
  boss = (await person(browser, own.origin)).page;
  await join(boss, own.firstLink, "Hoàng Văn Quản", "quan@langson.example");
  const link = await invite(boss, "lan@langson.example", ["Người dịch"]);
  translator = (await person(browser, own.origin)).page;
  await join(translator, link, "Nông Thị Lan", null);
});
test.afterAll(async () => {
  for (const page of [boss, translator]) await page.context().close();
  await own.remove();
});

/** A day so far from now, as a date field takes it. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const row = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByRole("link", { name }) });

test("the table is narrowed by the keyboard alone, and goes on page by page", async () => {
  await boss.goto("/workbench");
  const count = async () => Number.parseInt(await boss.locator(".home-count").innerText(), 10);
  const all = await count();
  expect(await boss.locator(".pairs tbody tr").count()).toBe(Math.min(50, all));
  await boss.getByLabel("Loại nội dung").focus();
  await boss.keyboard.type("Chữ");
  await boss.getByRole("button", { name: "Lọc", exact: true }).focus();
  await boss.keyboard.press("Enter");
  await expect(boss).toHaveURL(/kind=strings/);
  await expect(boss.getByRole("link", { name: "Bàn dịch" })).toBeVisible();
  expect(await count()).toBeLessThan(all);
  await boss.getByRole("link", { name: "Bỏ lọc" }).press("Enter");
  if (all > 50) {
    await boss.getByRole("link", { name: "Xem tiếp" }).press("Enter");
    await expect(boss.locator(".pairs tbody tr")).toHaveCount(Math.min(50, all - 50));
    await boss.getByRole("link", { name: "Về đầu danh sách" }).press("Enter");
  }
  await expect(boss.locator(".pairs tbody tr")).toHaveCount(Math.min(50, all));
});

test("work is given until a day; the translator hears of it, opens it, and has read it", async () => {
  await boss.goto("/workbench?kind=article");
  await boss.getByRole("checkbox", { name: "Chọn: Mang tiền mặt" }).first().press("Space");
  await boss.getByRole("button", { name: "Giao các mục đã chọn" }).press("Enter");
  await expect(boss.getByRole("heading", { level: 1 })).toHaveText("Giao việc");
  // Nothing said: both fields are left, and a day that is over is refused by the server, too.
  await boss.getByLabel("Giao cho").selectOption({ label: "Nông Thị Lan" });
  await boss.locator("[name=dueOn]").evaluate((field: HTMLInputElement) => field.removeAttribute("min"));
  await boss.getByLabel("Hạn hoàn thành").fill(inDays(-3));
  await boss.getByRole("button", { name: "Giao việc" }).press("Enter");
  await expect(boss.getByRole("alert")).toContainText("hôm nay");
  await boss.getByLabel("Hạn hoàn thành").fill(inDays(3));
  await boss.getByRole("button", { name: "Giao việc" }).press("Enter");
  await expect(boss.getByRole("status")).toHaveText("Đã giao việc.");
  await expect(boss).toHaveURL(/kind=article/);
  await expect(row(boss, "Mang tiền mặt").first()).toContainText(/Nông Thị Lan.*hạn ngày .*đã xong/);

  await translator.goto("/workbench?whose=mine");
  await expect(translator.locator(".pairs tbody tr")).toHaveCount(1);
  // Who doesn't review gives nothing.
  await expect(translator.getByRole("checkbox")).toHaveCount(0);
  expect((await translator.goto("/workbench/assign"))?.status()).toBe(403);
  await translator.goto("/workbench");
  await translator.getByRole("link", { name: "Tin báo (1 tin chưa đọc)" }).click();
  const item = translator.getByRole("listitem").filter({ hasText: "Được giao việc" });
  await expect(item).toContainText("Hoàng Văn Quản");
  await item.getByRole("link").click();
  await expect(translator).toHaveURL(/\/workbench\/articles\//);
  await translator.goto("/workbench/inbox");
  await translator.getByRole("button", { name: "Đánh dấu đã đọc" }).press("Enter");
  await expect(translator.getByText("Không có tin nào chưa đọc.")).toBeVisible();
  await expect(translator.getByRole("navigation").getByRole("link", { name: "Tin báo", exact: true })).toBeVisible();
});

test("what was said about a paragraph leads to that very paragraph", async () => {
  await boss.goto("/workbench/articles/mang-tien-mat");
  const address = await boss.getByRole("link", { name: "Giao việc" }).getAttribute("href");
  const owner = new URL(address ?? "", own.origin).searchParams.get("owner") ?? "";
  const posted = await boss.request.post("/workbench/comments", {
    form: { intent: "comment", owner, unit: "summary", text: "@Nông Thị Lan xem lại giúp." },
    headers: { origin: own.origin, "sec-fetch-site": "same-origin" },
  });
  expect(posted.ok()).toBe(true);
  await translator.goto("/workbench/inbox");
  await expect(translator.getByText("@Nông Thị Lan xem lại giúp.")).toBeVisible();
  await translator.getByRole("listitem").filter({ hasText: "Được nhắc tên" }).getByRole("link").click();
  await expect(translator).toHaveURL(/unit=summary#u-summary$/);
  await expect(translator.locator("#u-summary")).toBeInViewport();
});

test("everything works without scripts, is accessible in both languages, light and dark, and fits a phone", async ({ browser }) => {
  const state = await boss.context().storageState();
  const context = await browser.newContext({ baseURL: own.origin, storageState: state, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto("/workbench");
  await plain.getByLabel("Tình trạng").selectOption("published");
  await plain.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(plain).toHaveURL(/state=published/);
  await context.close();

  const owner = "strings:visitor";
  for (const { tag, name } of [...LANGUAGES].reverse()) {
    for (const page of [boss, translator]) {
      await page.goto("/workbench");
      await page.getByRole("banner").getByRole("button", { name }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
    }
    for (const [page, path] of [
      [boss, "/workbench"],
      [boss, `/workbench/assign?owner=${owner}`],
      [translator, "/workbench/inbox"],
    ] as const) {
      await page.goto(path);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${path} ${tag} ${colorScheme}`);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  }
});
