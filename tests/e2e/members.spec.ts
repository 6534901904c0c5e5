import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { invite, join, openDesk, PASSWORD, person, send, signIn, signOut } from "./people.ts";
import { openSite, type Site } from "./site.ts";

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
let administrator: Awaited<ReturnType<typeof person>>;
let lan: Awaited<ReturnType<typeof person>>;
/** Where Lan's page is for an administrator. */
let lansPage = "";
let key = "";

test.beforeAll(async ({ browser }) => {
  own = await openSite("sqlite");
  administrator = await person(browser, own.origin);
  lan = await person(browser, own.origin);
  await join(administrator.page, own.firstLink, "Hoàng Văn Quản", "quan@langson.example");
});
test.afterAll(async () => {
  await administrator.context.close();
  await lan.context.close();
  await own.remove();
});

/** Each period's code serves once: a test that needs another goes on with the next one, which is taken up to half a minute early. */
let ahead = 0;
const nextCode = (): string => {
  const code = new TOTP({ secret: key }).generate({ timestamp: Date.now() + ahead * 30_000 });
  ahead += 1;
  return code;
};

/** What the page says was done; beside it may stand places where something could be said. */
const done = (page: Page) => page.getByRole("status").filter({ hasText: /\S/ });

test("an administrator makes a team and invites a translator into it, for one language and one topic", async () => {
  const { page } = administrator;
  await page.goto("/workbench/people");
  await page.getByRole("link", { name: "Nhóm và địa điểm" }).click();
  const team = page.getByRole("form", { name: "Thêm nhóm" });
  await team.getByLabel("Tên bằng Tiếng Việt").fill("Nhóm thông tin Chi Ma");
  await team.getByLabel("Tên bằng 中文").fill("支马信息组");
  await team.getByLabel("Cơ quan").selectOption("customs");
  await team.getByRole("checkbox", { name: "Chi Ma" }).check();
  await team.getByRole("button", { name: "Lưu nhóm" }).click();
  await expect(done(page)).toContainText("Đã lưu nhóm");
  await expect(page.getByRole("row", { name: /Nhóm thông tin Chi Ma/ })).toContainText("Chi Ma");
  const site = page.getByRole("form", { name: "Thêm cụm thông tin xã" });
  await site.getByLabel("Tên bằng Tiếng Việt").fill("Cụm xã Ba Sơn");
  await site.getByLabel("Tên bằng 中文").fill(" ");
  await site.getByRole("button", { name: "Lưu cụm thông tin" }).click();
  await expect(site).toContainText("cả hai ngôn ngữ");
  await expect(site.getByLabel("Tên bằng Tiếng Việt")).toHaveValue("Cụm xã Ba Sơn");
  await site.getByLabel("Tên bằng 中文").fill("巴山乡信息点");
  await site.getByRole("button", { name: "Lưu cụm thông tin" }).click();
  await expect(page.getByRole("link", { name: "Cụm xã Ba Sơn" })).toBeVisible();

  const link = await invite(page, "lan@langson.example", ["Người dịch"], async (form) => {
    await form.getByRole("group", { name: "Người dịch: Ngôn ngữ" }).getByLabel("中文").check();
    await form.getByRole("group", { name: "Người dịch: Chủ đề" }).getByLabel("Tiền mặt").check();
    await form.getByLabel("Nhóm").selectOption("Nhóm thông tin Chi Ma");
  });
  await join(lan.page, link, "Nông Thị Lan", null);
  await page.goto("/workbench/people");
  const row = page.getByRole("row", { name: /Nông Thị Lan/ });
  await expect(row).toContainText("Người dịch (中文 · Tiền mặt)");
  await expect(row).toContainText("Nhóm thông tin Chi Ma");
  lansPage = (await row.getByRole("link").getAttribute("href")) ?? "";
});

test("she sets up a code by her phone, and signs in with it; a wrong one, and one that was used, are refused", async () => {
  const { page } = lan;
  await page.goto("/workbench/account");
  const factor = page.getByRole("region", { name: "Xác thực hai bước" });
  await factor.getByLabel("Mật khẩu").fill("không phải mật khẩu này");
  await factor.getByRole("button", { name: "Bắt đầu" }).click();
  await expect(factor).toContainText("Mật khẩu chưa đúng");
  await factor.getByLabel("Mật khẩu").fill(PASSWORD);
  await factor.getByRole("button", { name: "Bắt đầu" }).click();
  await expect(factor.getByRole("img")).toBeVisible();
  await expect.poll(() => factor.getByRole("img").evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
  key = (await factor.locator("code").innerText()).replaceAll(" ", "");
  await expectAccessible(page, "a new key");
  // Shown this once: the page without the answer knows nothing of it.
  await page.goto("/workbench/account");
  await expect(factor.locator("code")).toHaveCount(0);
  expect(await page.content()).not.toContain(key);
  await factor.getByLabel("Mã sáu chữ số").fill("000000");
  await factor.getByRole("button", { name: "Xác nhận và bật" }).click();
  await expect(factor).toContainText("Mã chưa đúng");
  const first = nextCode();
  await factor.getByLabel("Mã sáu chữ số").fill(first);
  await factor.getByRole("button", { name: "Xác nhận và bật" }).click();
  await expect(done(page)).toContainText("Đã bật xác thực hai bước");

  await signOut(page);
  await signIn(page, "lan@langson.example");
  await expect(page).toHaveURL(/\/workbench\/sign-in\/code/);
  await expectAccessible(page, "the code");
  // The password alone opens nothing.
  expect((await page.request.get("/workbench/account", { maxRedirects: 0 })).status()).toBe(302);
  for (const wrong of ["123456", first]) {
    await page.getByLabel("Mã sáu chữ số").fill(wrong);
    await send(page.getByRole("button", { name: "Đăng nhập" }));
    await expect(page.getByText("Mã chưa đúng")).toBeVisible();
  }
  await page.getByLabel("Mã sáu chữ số").fill(nextCode());
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL(/\/workbench$/);
});

test("an administrator removes the code of a lost phone", async () => {
  const { page } = administrator;
  await page.goto(lansPage);
  await page.getByRole("button", { name: "Gỡ xác thực hai bước" }).click();
  await expect(done(page)).toContainText("Đã gỡ xác thực hai bước");
  await expect(page.getByText("chưa bật xác thực hai bước")).toBeVisible();
});

test("she sees where she is signed in, and ends the session of another browser", async ({ browser }) => {
  const elsewhere = await person(browser, own.origin);
  await signIn(elsewhere.page, "lan@langson.example");
  await expect(elsewhere.page).toHaveURL(/\/workbench$/);
  const { page } = lan;
  await page.goto("/workbench/account");
  const sessions = page.getByRole("region", { name: "Phiên làm việc" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByRole("listitem").filter({ hasText: "phiên này" })).toContainText(/Chrome · \S+/);
  await sessions.getByRole("button", { name: /^Kết thúc phiên Chrome/ }).click();
  await expect(done(page)).toContainText("Đã kết thúc phiên làm việc đó");
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await elsewhere.page.goto("/workbench/account");
  await expect(elsewhere.page).toHaveURL(/\/workbench\/sign-in/);
  await elsewhere.context.close();
});

test("a new password signs other browsers out and keeps this one", async ({ browser }) => {
  const elsewhere = await person(browser, own.origin);
  await signIn(elsewhere.page, "lan@langson.example");
  await expect(elsewhere.page).toHaveURL(/\/workbench$/);
  const { page } = lan;
  const form = page.getByRole("form", { name: "Đổi mật khẩu" });
  const wanted = "một đàn cò trắng bay qua Đồng Đăng";
  await form.getByLabel("Mật khẩu hiện nay").fill(PASSWORD);
  await form.getByLabel("Mật khẩu mới").fill(wanted);
  await form.getByRole("button", { name: /^Đổi mật khẩu/ }).click();
  await expect(done(page)).toContainText("Đã đổi mật khẩu");
  await elsewhere.page.goto("/workbench");
  await expect(elsewhere.page).toHaveURL(/\/workbench\/sign-in/);
  await signIn(elsewhere.page, "lan@langson.example", wanted);
  await expect(elsewhere.page).toHaveURL(/\/workbench$/);
  await elsewhere.context.close();
});

test("keys by themselves do nothing in a browser that was asked so, here and at the desk, until they are wished for again", async () => {
  const { page } = lan;
  const search = page.getByRole("banner").getByRole("searchbox");
  const help = page.getByRole("dialog", { name: "Phím tắt của bàn dịch" });
  const desk = async () => {
    await openDesk(page, "/workbench/strings/common");
    await page.getByRole("heading", { level: 1 }).click();
  };
  for (const on of [false, true]) {
    await page.goto("/workbench/account");
    const choice = page.getByRole("checkbox", { name: "Dùng phím tắt một phím" });
    await expect(choice).toBeChecked({ checked: !on });
    await choice.setChecked(on);
    await expect(page.getByText("Đã lưu cho trình duyệt này.")).toBeVisible();
    await desk();
    await expect(search).toHaveAttribute("data-key", "/");
    await expect.poll(() => search.getAttribute("aria-keyshortcuts")).toBe(on ? "/" : null);
    await page.keyboard.press("/");
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(on);
    await desk();
    await page.keyboard.press("?");
    if (!on) {
      // What the key would have opened is there by another.
      await expect(help).toBeHidden();
      await page.keyboard.press("Alt+/");
    }
    await expect(help).toBeVisible();
    await expect(help.getByText("?", { exact: true })).toHaveCount(on ? 1 : 0);
    await page.keyboard.press("Escape");
  }
});

test("what belongs to members is accessible in both languages, light and dark, and fits a small phone", async () => {
  for (const [{ page }, paths] of [
    [administrator, ["/workbench/people", lansPage, "/workbench/teams", "/workbench/teams/nhom-thong-tin-chi-ma", "/workbench/sites/cum-xa-ba-son"]],
    [lan, ["/workbench/account"]],
  ] as const) {
    // Ends with the language that the following tests read.
    for (const { tag, name } of [...LANGUAGES].reverse()) {
      await page.getByRole("banner").getByRole("button", { name }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      for (const path of paths) {
        await page.goto(path);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page, `${path} ${tag} ${colorScheme}`);
        }
        await page.setViewportSize({ width: 320, height: 640 });
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
        await page.setViewportSize({ width: 1280, height: 720 });
      }
    }
  }
});

test("other roles end her session; a disabled account leads to the sign-in page at the next click", async () => {
  const { page } = administrator;
  await page.goto(lansPage);
  await page.getByRole("checkbox", { name: /^Người duyệt/ }).check();
  await page.getByRole("button", { name: "Lưu quyền và nhóm" }).click();
  await expect(done(page)).toContainText("Đã lưu quyền và nhóm");
  await lan.page.goto("/workbench/account");
  await expect(lan.page).toHaveURL(/\/workbench\/sign-in/);
  await signIn(lan.page, "lan@langson.example", "một đàn cò trắng bay qua Đồng Đăng");
  await expect(lan.page).toHaveURL(/\/workbench$/);
  await page.getByRole("button", { name: "Ngừng tài khoản" }).click();
  await expect(page.getByText("Tài khoản này đang ngừng")).toBeVisible();
  await lan.page.getByRole("link", { name: "Nông Thị Lan" }).click();
  await expect(lan.page).toHaveURL(/\/workbench\/sign-in/);
  await signIn(lan.page, "lan@langson.example", "một đàn cò trắng bay qua Đồng Đăng");
  await expect(lan.page.getByRole("alert")).toContainText("chưa đúng");
});

test("the last administrator can't be lost by a slip", async () => {
  const { page } = administrator;
  await page.goto("/workbench/people");
  await page.getByRole("link", { name: "Hoàng Văn Quản" }).last().click();
  await page.getByRole("checkbox", { name: /^Quản trị viên/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Tác giả/ }).check();
  await page.getByRole("button", { name: "Lưu quyền và nhóm" }).click();
  await expect(page.getByRole("alert")).toContainText("quản trị viên duy nhất");
  await expect(page.getByRole("checkbox", { name: /^Tác giả/ })).toBeChecked();
  expect((await page.goto("/workbench/people"))?.status()).toBe(200);
});
