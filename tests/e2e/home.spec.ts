import { join as pathOf } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { invite, join, listens, openDesk, person, send } from "./people.ts";
import { openSite, type Site } from "./site.ts";

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
let boss: Page;
let translator: Page;
let customs: Page;
test.beforeAll(async ({ browser }) => {
  own = await openSite("sqlite");
  boss = (await person(browser, own.origin)).page;
  await join(boss, own.firstLink, "Hoàng Văn Quản", "quan@langson.example");
  const link = await invite(boss, "lan@langson.example", ["Người dịch"]);
  translator = (await person(browser, own.origin)).page;
  await join(translator, link, "Nông Thị Lan", null);
  await boss.goto("/workbench/teams");
  const team = boss.getByRole("form", { name: "Thêm nhóm" });
  await team.getByLabel("Tên bằng Tiếng Việt").fill("Tổ thông tin hải quan");
  await team.getByLabel("Tên bằng 中文").fill("海关信息组");
  await team.getByLabel("Cơ quan").selectOption("customs");
  await team.getByRole("button", { name: "Lưu nhóm" }).click();
  const intoTeam = async (page: Page) => void (await page.getByLabel("Nhóm", { exact: true }).selectOption({ label: "Tổ thông tin hải quan" }));
  const invitation = await invite(boss, "hai@customs.example", ["Người duyệt"], intoTeam);
  customs = (await person(browser, own.origin)).page;
  await join(customs, invitation, "Đinh Văn Hải", null);
});
test.afterAll(async () => {
  for (const page of [boss, translator, customs]) await page.context().close();
  await own.remove();
});

/** A day so far from now, as a date field takes it. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const row = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByRole("link", { name }) });

test("the table is narrowed by the keyboard alone, and goes on page by page", async () => {
  await boss.goto("/workbench");
  const count = async () => Number.parseInt(await boss.locator(".home-count").innerText(), 10);
  const all = await count();
  await expect(boss.locator(".pairs tbody tr")).toHaveCount(Math.min(50, all));
  const kind = boss.getByLabel("Loại nội dung");
  await kind.focus();
  const kinds = await kind.getByRole("option").count();
  for (let steps = 0; steps < kinds && (await kind.inputValue()) !== "strings"; steps += 1) await boss.keyboard.press("ArrowDown");
  await boss.getByRole("button", { name: "Lọc", exact: true }).focus();
  await boss.keyboard.press("Enter");
  await expect(boss).toHaveURL(/kind=strings/);
  await expect(boss.getByRole("link", { name: "Bàn dịch" })).toBeVisible();
  await expect.poll(count).toBeLessThan(all);
  await boss.getByRole("link", { name: "Bỏ lọc" }).press("Enter");
  await expect(boss).not.toHaveURL(/kind=strings/);
  if (all > 50) {
    const here = boss.url();
    await boss.getByRole("link", { name: "Xem tiếp" }).press("Enter");
    await expect(boss).not.toHaveURL(here);
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
  await expect(translator.getByRole("banner").getByRole("link", { name: "Tin báo", exact: true })).toBeVisible();
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

test("words at work are found from anywhere by one key, without accents; a hit opens the very segment", async () => {
  const page = translator;
  await page.goto("/workbench/inbox");
  await page.keyboard.press("/");
  await expect(page.getByRole("banner").getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("hai quan cua cua khau");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/workbench\/search\?q=hai\+quan/);
  const hit = page.getByRole("listitem").filter({ has: page.locator("mark") });
  await expect(hit.locator("mark").first()).toHaveText(/hải quan của cửa khẩu/i);
  await page.getByRole("main").getByRole("searchbox").fill("where-desk");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/workbench\/search\?q=where-desk/);
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().press("Enter");
  await expect(page).toHaveURL(/articles\/mang-tien-mat\?unit=where-desk#u-where-desk$/);
  await expect(page.locator("#u-where-desk")).toBeInViewport();
  await listens(page);
  // At the desk, in a field, the same key is a stroke.
  const field = page.locator("#u-where-desk").getByRole("textbox").first();
  await field.focus();
  await page.keyboard.type("/");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/\//);
  await field.press("Control+z");
});

test("home says whose sign-off is awaited; a member of that agency gives it at the article's page", async () => {
  await boss.goto("/workbench/topics");
  const topic = boss.getByRole("form", { name: "Tiền mặt" });
  await topic.getByText("Thay đổi").click();
  await topic.getByRole("checkbox", { name: "Chi cục Hải quan khu vực VI" }).check();
  await send(topic.getByRole("button", { name: "Lưu" }));

  const unit = translator.locator("#u-where-desk");
  await openDesk(translator, "/workbench/articles/mang-tien-mat?unit=where-desk");
  await unit.getByRole("textbox").first().fill("Tại quầy số 5.");
  await unit.locator("form.editor").first().getByRole("button", { name: "Lưu" }).click();
  await expect(unit.getByText("Nguồn đã đổi", { exact: true })).toBeVisible();
  await unit.getByRole("textbox").nth(1).fill("在5号柜台。");
  await unit.getByRole("button", { name: "Lưu theo nguồn mới" }).click();
  await expect(unit.getByText("Chờ duyệt", { exact: true })).toBeVisible();
  await openDesk(boss, "/workbench/articles/mang-tien-mat?unit=where-desk");
  await boss.locator("#u-where-desk").getByRole("button", { name: "Duyệt cặp này" }).click();
  await expect(boss.locator("#u-where-desk").getByText("Đã duyệt", { exact: true })).toBeVisible();

  const WAITS = "Chờ Chi cục Hải quan khu vực VI đồng ý";
  await boss.goto("/workbench?state=unsigned");
  await expect(boss.locator(".pairs tbody tr")).toHaveCount(1);
  await expect(row(boss, "Mang tiền mặt")).toContainText(WAITS);

  await customs.goto("/workbench/articles/mang-tien-mat/publish");
  const signOffs = customs.getByRole("region", { name: "Ý kiến đồng ý của cơ quan" });
  await expect(signOffs).toContainText("chưa có ý kiến");
  await signOffs.getByRole("button", { name: "Đồng ý với nội dung này" }).press("Enter");
  await expect(signOffs).toContainText("đã đồng ý (Đinh Văn Hải");
  await expect(signOffs.getByRole("button")).toHaveCount(0);
  await boss.goto("/workbench?kind=article&topic=cash");
  await expect(row(boss, "Mang tiền mặt")).toContainText("Sẵn sàng công bố");
  await expect(boss.getByText(WAITS)).toHaveCount(0);
});

test("how far translations are stands in figures; charts begin when a day was counted, each with its table", async () => {
  await boss.goto("/workbench");
  const figures = boss.getByRole("region", { name: "Tiến độ dịch" });
  await expect(figures.getByRole("term").first()).toHaveText("Khớp với nguồn");
  await expect(figures.getByRole("definition").first()).toHaveText(/^\d\.\d{3}$/);
  await figures.getByText("Theo ngày, theo nhóm").press("Enter");
  await expect(figures.getByText("Việc đếm bắt đầu từ hôm nay")).toBeVisible();
  await expect(figures.getByRole("img")).toHaveCount(0);

  const database = new Database(pathOf(own.dataDir, "cau-noi.db"));
  const put = database.prepare(`INSERT INTO "ProgressDay" ("day", "teamKey", "lang", "current", "stale", "missing") VALUES (?, '', 'zh', ?, 7, 20)`);
  for (const [daysAgo, current] of [
    [3, 1000],
    [2, 1100],
  ] as const)
    put.run(inDays(-daysAgo), current);
  database.close();
  await boss.goto("/workbench?lang=zh");
  await figures.getByText("Theo ngày, theo nhóm").press("Enter");
  await expect(figures.getByText("Theo ngày, dịch sang 中文")).toBeVisible();
  await expect(figures.getByRole("img", { name: /^Nguồn đã đổi: 7 phần vào ngày .* 0 phần lúc này/ })).toBeVisible();
  await figures.getByText("Xem bằng bảng số").first().press("Enter");
  const days = figures.getByRole("table", { name: "Theo ngày" });
  await expect(days.getByRole("row")).toHaveCount(4);
  await expect(days.getByRole("row").last()).toContainText(/1\.000\s*7\s*20/);
  await figures.getByText("Xem bằng bảng số").last().press("Enter");
  await expect(figures.getByRole("table", { name: "Theo nhóm và ngôn ngữ dịch sang" })).toBeVisible();
});

test("in a desktop window the links stand in one row in both languages; those of an administrator fold, without scripts too", async ({ browser }) => {
  const links = (page: Page) => page.getByRole("navigation", { name: /^(?:Bàn làm việc|工作台)$/ });
  for (const { tag, name } of [...LANGUAGES].reverse())
    for (const page of [boss, translator]) {
      await page.goto("/workbench");
      await page.getByRole("banner").getByRole("button", { name }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      for (const width of [1024, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(async () => (await page.getByRole("banner").boundingBox())?.height, `${tag} ${width}`).toBeLessThan(130);
        await expect.poll(async () => (await links(page).boundingBox())?.height, `${tag} ${width}`).toBeLessThan(48);
      }
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  const more = links(boss).getByText("Quản lý");
  const people = links(boss).getByRole("link", { name: "Thành viên" });
  await expect(people).toBeHidden();
  await more.press("Enter");
  await expectAccessible(boss, "the open menu");
  await boss.keyboard.press("Escape");
  await expect(people).toBeHidden();
  await expect(more).toBeFocused();
  await more.click();
  await boss.getByRole("heading", { level: 1 }).click();
  await expect(people).toBeHidden();

  const plain = await (
    await browser.newContext({ baseURL: own.origin, storageState: await boss.context().storageState(), javaScriptEnabled: false })
  ).newPage();
  await plain.goto("/workbench");
  await links(plain).getByText("Quản lý").click();
  await links(plain).getByRole("link", { name: "Thành viên" }).click();
  await expect(plain).toHaveURL(/people$/);
  // Where one is stands in the folded menu, and its name says so.
  await expect(links(plain).getByText("Quản lý")).toHaveAttribute("aria-current", "true");
  await plain.context().close();
});

test("on a phone the head is one row; its menu opens and closes by the keyboard", async () => {
  const page = translator;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/workbench");
  await expect.poll(async () => (await page.getByRole("banner").boundingBox())?.height).toBeLessThan(72);
  const links = page.getByRole("navigation", { name: "Bàn làm việc" });
  await expect(links).toBeHidden();
  await page.locator(".menu summary").press("Enter");
  await expect(links.getByRole("link", { name: "Số liệu" })).toBeVisible();
  await page.locator(".menu summary").press("Tab");
  await expect(page.getByRole("banner").getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(links).toBeHidden();
  await expect(page.locator(".menu summary")).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("banner").getByRole("searchbox")).toBeFocused();
  await expectAccessible(page, "the menu of a phone");
  await page.setViewportSize({ width: 1280, height: 720 });
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
      [boss, "/workbench?kind=article"],
      [boss, "/workbench/search?q=hai%20quan"],
      [boss, `/workbench/assign?owner=${owner}`],
      [translator, "/workbench/inbox"],
    ] as const) {
      await page.goto(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll<HTMLDetailsElement>(".home-figures details")) details.open = true;
      });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${path} ${tag} ${colorScheme}`, colorScheme === "dark" ? ["color-contrast", "link-in-text-block"] : undefined);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  }
});
