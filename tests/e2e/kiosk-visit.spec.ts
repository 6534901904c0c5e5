import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { openFleet } from "./fleet.ts";
import { openKiosk, person } from "./people.ts";
import { openSite } from "./site.ts";

const PORTRAIT = { width: 1080, height: 1920 };
const LANDSCAPE = { width: 1920, height: 1080 };

const screen = (page: Page, name: string) => page.locator(`.kiosk[data-screen="${name}"]`);
const key = (page: Page, name: string) => page.locator(".keyboard").getByRole("button", { name, exact: true });
const press = async (page: Page, letters: string) => {
  for (const letter of letters) await key(page, letter === " " ? "Dấu cách" : letter).click();
};

test.use({ viewport: PORTRAIT, serviceWorkers: "allow" });

test.describe("by touch", () => {
  test.use({ hasTouch: true });

  test("a visitor finds a page with the screen's own keyboard, takes it along, and reads it in the other language", async ({ page, baseURL }) => {
    await openKiosk(page);
    await page.getByRole("button", { name: "Tiếng Việt" }).tap();
    await page.locator(".search-door").tap();
    for (const letter of "tieefn mawtj") await key(page, letter === " " ? "Dấu cách" : letter).tap();
    await expect(page.getByRole("textbox")).toHaveValue("tiền mặt");
    await page.locator(".hits button").first().tap();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mang tiền mặt qua biên giới");
    await page.getByRole("button", { name: "Sang điện thoại" }).tap();
    await expect(page.getByRole("dialog")).toContainText(`${baseURL}/vi/articles/mang-tien-mat`);
    await expect(page.getByRole("img", { name: "Mã QR" })).toBeVisible();
    await page.getByRole("button", { name: "Đóng" }).tap();
    await page.getByRole("button", { name: "中文" }).tap();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("携带现金出入境");
    await page.getByRole("button", { name: "返回" }).tap();
    await expect(screen(page, "search")).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveValue("tiền mặt");
  });
});

test("a visitor searches by pinyin, and chooses Chinese words without a Chinese keyboard", async ({ page }) => {
  await openKiosk(page);
  await page.getByRole("button", { name: "中文" }).click();
  await page.locator(".search-door").click();
  await press(page, "haiguan");
  await expect(page.locator(".hits mark").first()).toHaveText("海关");
  await page.getByRole("group", { name: "候选词" }).getByRole("button", { name: "海关" }).click();
  await expect(page.getByRole("textbox")).toHaveValue("海关");
  await expect(page.locator(".hits mark").first()).toHaveText("海关");
});

test("the keyboard alone leads from the first screen to what is sought and back, and out of whatever lies over it", async ({ page }) => {
  await openKiosk(page);
  await page.getByRole("button", { name: "Tiếng Việt" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.getByRole("button", { name: "Tìm kiếm" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("hoj chieesu");
  await expect(page.locator(".hits button").first()).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.locator(".hits button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.getByRole("button", { name: "Dễ xem" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Dễ xem" })).toBeFocused();
});

test("by roles and names alone everything is reached: who listens instead of looking", async ({ page }) => {
  await openKiosk(page);
  await page.getByRole("button", { name: /^Tiếng Việt/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Quý khách cần biết điều gì?" })).toBeFocused();
  await page.getByRole("button", { name: /^Nói chuyện với cán bộ/ }).click();
  await page.getByRole("button", { name: /^Xin gọi xe cấp cứu/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Xin gọi xe cấp cứu." })).toBeFocused();
  await expect(page.getByText("请叫救护车。")).toBeVisible();
  await page.getByRole("navigation", { name: "Các nút điều khiển" }).getByRole("button", { name: "Trang đầu" }).click();
  await page.getByRole("button", { name: /^Các cửa khẩu/ }).click();
  await page.getByRole("button", { name: /^Chi Ma/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Chi Ma" })).toBeFocused();
  await page.getByRole("button", { name: "Tìm kiếm" }).click();
  await page.getByRole("textbox", { name: "Điều cần tìm" }).fill("thi thuc");
  await expect(page.getByRole("status").filter({ hasText: "Tìm thấy" })).toBeVisible();
});

test("a question is written, sent, and answered by its number; what is missing is told first", async ({ page, baseURL }) => {
  await openKiosk(page);
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await page.getByRole("button", { name: /^Gửi câu hỏi, phản hồi/ }).click();
  await page.getByRole("button", { name: "Gửi", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Xin viết nội dung.");
  await expect(page.getByRole("alert")).toContainText("Xin đánh dấu vào ô đồng ý");
  await expectAccessible(page, "what is missing");
  await page.getByRole("textbox", { name: "Câu hỏi của quý khách" }).click();
  await press(page, "mang baos veef");
  await expect(page.getByRole("textbox", { name: "Câu hỏi của quý khách" })).toHaveValue("mang báo về");
  await key(page, "Xong").click();
  // In the other language what was written is still there.
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("textbox", { name: "您的问题" })).toHaveValue("mang báo về");
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Gửi", exact: true }).click();
  const number = page.locator(".number");
  await expect(number).toHaveText(/^QN(-[0-9A-Z]{4}){3}$/);
  await expect(page.getByRole("img", { name: "Mã QR để xem câu trả lời" })).toBeVisible();
  await expectAccessible(page, "sent");
  const reply = await page.request.get(`${baseURL}/vi/questions/reply?number=${await number.textContent()}`);
  expect(await reply.text()).toContain("mang báo về");
});

test("without a link what was written stays, says so, and goes to a phone", async ({ page, context }) => {
  await openKiosk(page);
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await page.getByRole("button", { name: /^Gửi câu hỏi, phản hồi/ }).click();
  await page.getByRole("textbox", { name: "Câu hỏi của quý khách" }).fill("Hỏi một câu");
  await page.getByRole("checkbox").check();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Gửi", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Hiện không có kết nối");
  await expect(page.getByRole("textbox", { name: "Câu hỏi của quý khách" })).toHaveValue("Hỏi một câu");
  await page.getByRole("alert").getByRole("button", { name: "Viết tiếp trên điện thoại" }).click();
  await expect(page.getByRole("dialog")).toContainText("/vi/questions/new?text=");
  await page.getByRole("button", { name: "Đóng" }).click();
  // Search needs no link.
  await page.getByRole("button", { name: "Tìm kiếm" }).click();
  await page.getByRole("textbox").fill("ho chieu");
  await expect(page.locator(".hits button").first()).toBeVisible();
  await context.setOffline(false);
});

for (const viewport of [PORTRAIT, LANDSCAPE]) {
  test(`a person in a wheelchair has everything in the lower half, on ${viewport.width}×${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openKiosk(page);
    /** What has been scrolled under the edge of its window is out of sight, not out of reach: windows and bars are what has to stand low. */
    const expectLow = async (what: string, parts: string) => {
      await expect(async () => {
        const boxes = await page.locator(parts).evaluateAll((all) => all.map((one) => [one.className, one.getBoundingClientRect().top / innerHeight]));
        expect(boxes.length, what).toBeGreaterThan(0);
        for (const [part, top] of boxes) expect(Number(top), `${what}: ${part}`).toBeGreaterThanOrEqual(0.499);
      }).toPass({ timeout: 15_000 });
    };
    await page.getByRole("button", { name: /Thao tác ở nửa dưới/ }).click();
    await expectLow("attract", "button");
    await page.getByRole("button", { name: /^Tiếng Việt/ }).click();
    await expectLow("home", "main, .bar");
    await page.getByRole("button", { name: "Tìm kiếm" }).click();
    await expectLow("search", "main, .bar, .keyboard");
    await page.getByRole("button", { name: "Dễ xem" }).click();
    await expectLow("a panel", "dialog");
    await expectAccessible(page, "the lower reach");
  });
}

test("larger letters and more contrast hold for the visit, and every target stays large", async ({ page }) => {
  await openKiosk(page);
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  const size = () => page.locator("h1").evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize));
  await expect(screen(page, "home")).toBeVisible();
  const usual = await size();
  await page.getByRole("button", { name: "Dễ xem" }).click();
  await page.getByRole("button", { name: "Rất lớn" }).click();
  await page.getByRole("button", { name: "Cao, nền tối" }).click();
  await page.getByRole("button", { name: "Đóng" }).click();
  await expect.poll(async () => (await size()) / usual).toBeCloseTo(1.3, 2);
  await expectAccessible(page, "large letters on dark", ["color-contrast"]);
  await page.getByRole("button", { name: "Kết thúc" }).click();
  await page.getByRole("button", { name: "中文" }).click();
  await expect.poll(async () => (await size()) / usual).toBeCloseTo(1, 2);
});

test("an emergency takes the whole glass in both languages, lets nobody past, keeps the numbers, and ends on time", async ({ browser }, { project }) => {
  const site = await openSite(project.name);
  const fleet = openFleet(site.dataDir);
  const { page, context } = await person(browser, site.origin);
  try {
    await page.setViewportSize(PORTRAIT);
    const holds = (until: number) =>
      fleet.setNotice("thu-he-thong-thong-bao-khan-cap", { level: "emergency", from: new Date(Date.now() - 60_000), until: new Date(until) });
    holds(Date.now() + 3_600_000);
    await page.goto("/kiosk/huu-nghi");
    await expect(screen(page, "emergency")).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: /THỬ HỆ THỐNG/ })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: /系统测试/ })).toBeVisible();
    for (const number of ["113", "114", "115", "112"]) await expect(page.getByText(number, { exact: true })).toBeVisible();
    await expect(page.locator("button:not(.arrow)")).toHaveCount(0);
    await expectAccessible(page, "an emergency");
    // Its end is told while it holds, and comes when it was told for.
    const until = Date.now() + 10_000;
    holds(until);
    await expect(screen(page, "attract")).toBeVisible({ timeout: 120_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(until - 1_000);
  } finally {
    await context.close();
    fleet.close();
    await site.remove();
  }
});
