import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { joinAll, openDesk } from "./people.ts";
import { openSite, type Site } from "./site.ts";

const DESK = "/workbench/articles/mang-tien-mat?unit=where-desk";
const SOURCE = "Mang trên 15 triệu đồng thì phải khai báo.";
const WRONG = "携带超过150万越南盾的,须申报。";
const RIGHT = "携带超过1500万越南盾的，须申报";

// What the translator leaves is what the reviewer finds.
test.describe.configure({ mode: "serial" });

let site: Site & { remove(): Promise<void> };
let lan: Page;
let minh: Page;

test.beforeAll(async ({ browser }) => {
  site = await openSite("sqlite");
  ({ lan, minh } = await joinAll(browser, site, { lan: ["Nông Thị Lan", "Người dịch"], minh: ["Lý Minh", "Người duyệt"] }));
});
test.afterAll(() => site.remove());

const active = (page: Page) => page.locator(".unit.is-active");
const field = (page: Page, lang: string) => active(page).locator(`.editor textarea[lang^=${lang}]`);
const issues = (page: Page) => active(page).locator(".issue");

test("a translator reads what is wrong while typing, mends a mark with a button, and may confirm what is right as it is", async () => {
  await openDesk(lan, DESK);
  await expect(active(lan).getByText("Không thấy lỗi.")).toBeVisible();
  await field(lan, "vi").fill(SOURCE);
  await field(lan, "zh").fill(WRONG);
  await expect(issues(lan)).toHaveCount(2);
  await expect(issues(lan).filter({ hasText: "Con số" })).toContainText("Bản dịch ghi 150万; bản nguồn: 15 triệu.");
  await expect(active(lan).getByText("Lưu xong rồi mới xác nhận cảnh báo được.").first()).toBeVisible();
  await expectAccessible(lan, "the desk with issues");

  await issues(lan).filter({ hasText: "Dấu rộng, dấu hẹp" }).getByRole("button", { name: "Sửa giúp" }).click();
  await expect(field(lan, "zh")).toHaveValue("携带超过150万越南盾的，须申报。");
  await field(lan, "zh").fill(RIGHT);
  await expect(issues(lan)).toHaveCount(1);
  await expect(issues(lan)).toContainText("cần “。”");
});

test("nobody approves over an error or an open warning; confirmed with a reason, it goes through", async () => {
  await openDesk(lan, DESK);
  await save(lan, "vi", SOURCE);
  await save(lan, "zh", WRONG);
  await openDesk(minh, DESK);
  await expect(active(minh).getByText("Kiểm tra tự động thấy lỗi; sửa xong rồi mới duyệt được.")).toBeVisible();

  await save(lan, "zh", RIGHT);
  await openDesk(minh, DESK);
  await expect(active(minh).getByRole("button", { name: "Duyệt cặp này" })).toHaveCount(0);
  await issues(minh).getByText("Xác nhận không có lỗi").click();
  await issues(minh).getByLabel("Lý do, để người khác đọc").fill("Là tiêu đề một mục.");
  await issues(minh).getByRole("button", { name: "Xác nhận", exact: true }).click();
  await expect(issues(minh)).toContainText("Lý Minh đã xác nhận lúc");
  await expect(issues(minh)).toContainText("Là tiêu đề một mục.");
  await expectAccessible(minh, "the desk with a confirmed warning");
  await active(minh).getByRole("button", { name: "Duyệt cặp này" }).click();
  await expect(active(minh).locator(".chip")).toHaveText("Đã duyệt");
});

test("without scripts, a warning is confirmed by the page's own form", async ({ browser }) => {
  await openDesk(lan, DESK);
  await save(lan, "zh", `${RIGHT}的`);
  const plain = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false, storageState: await lan.context().storageState() });
  const page = await plain.newPage();
  await page.goto(DESK);
  const unit = page.locator("#u-where-desk");
  await unit.getByText("Xác nhận không có lỗi").click();
  await unit.getByLabel("Lý do, để người khác đọc").fill("Là tiêu đề một mục.");
  await unit.getByRole("button", { name: "Xác nhận", exact: true }).click();
  await expect(unit.getByText(/Nông Thị Lan đã xác nhận lúc .*Là tiêu đề một mục\./)).toBeVisible();
  await plain.close();
});

/** By hand: fills the field and submits its form. */
async function save(page: Page, lang: string, text: string): Promise<void> {
  const form = active(page).locator("form.editor", { has: page.locator(`textarea[lang^=${lang}]`) });
  await form.locator("textarea").fill(text);
  // What was saved before may still say so.
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), form.locator("button[type=submit]").click()]);
  await expect(form.getByText("Đã lưu", { exact: false }).first()).toBeVisible();
}
