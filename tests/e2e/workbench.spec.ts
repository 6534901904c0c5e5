import { LANGUAGES } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { invite, join, listens, person, signIn, signOut } from "./people.ts";
import { openSite, type Site } from "./site.ts";

const PAGES = ["/workbench", "/workbench/articles/mang-tien-mat", "/workbench/strings/visitor", "/workbench/people"];

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
test.beforeAll(async () => {
  own = await openSite("sqlite");
});
test.afterAll(() => own.remove());

test("every page of the workbench is accessible, in both languages, light and dark", async ({ browser }) => {
  const { page, context } = await person(browser, own.origin);
  await page.goto(own.firstLink);
  await expectAccessible(page, "join");
  await join(page, own.firstLink, "Hoàng Văn Quản", "quan@langson.example");
  // Ends with the language that the following tests read.
  for (const { tag, name } of [...LANGUAGES].reverse()) {
    await page.goto("/workbench");
    await page.getByRole("banner").getByRole("button", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    for (const path of PAGES) {
      await page.goto(path);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${path} ${tag} ${colorScheme}`);
      }
    }
  }
  await context.clearCookies();
  await page.goto("/workbench/sign-in");
  await expectAccessible(page, "sign-in");
  await context.close();
});

test("a link works once, and who signs out is out", async ({ browser }) => {
  const administrator = await person(browser, own.origin);
  await signIn(administrator.page, "quan@langson.example");
  await expect(administrator.page).toHaveURL(/\/workbench$/);
  const link = await invite(administrator.page, "lan@langson.example", ["Người dịch"]);

  const translator = await person(browser, own.origin);
  await join(translator.page, link, "Nông Thị Lan", null);
  const late = await person(browser, own.origin);
  expect((await late.page.goto(link))?.status()).toBe(410);

  // A translator's session opens the desk and not the list of people.
  expect((await translator.page.goto("/workbench/people"))?.status()).toBe(403);
  await translator.page.goto("/workbench");
  await signOut(translator.page);
  await translator.page.goto("/workbench");
  await expect(translator.page).toHaveURL(/\/workbench\/sign-in/);
  for (const { context } of [administrator, translator, late]) await context.close();
});

test("two translators at one segment: one saves, the other gets both texts and loses neither", async ({ browser }) => {
  const [first, second] = [await person(browser, own.origin), await person(browser, own.origin)];
  for (const { page } of [first, second]) {
    await page.goto("/workbench/sign-in?next=%2Fworkbench%2Farticles%2Fgio-mo-cua%3Funit%3Dtitle");
    await page.getByLabel("Địa chỉ thư điện tử").fill("quan@langson.example");
    await page.getByLabel("Mật khẩu").fill("con trâu đi trước cái cày");
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await expect(page).toHaveURL(/articles\/gio-mo-cua/);
    await listens(page);
  }
  const box = (page: typeof first.page) => page.locator("#u-title").getByRole("textbox").nth(1);
  await box(first.page).fill("口岸几点开门");
  await box(second.page).fill("口岸开门时间一览");
  // With the keyboard alone.
  await box(first.page).press("Control+Enter");
  await expect(first.page.locator("#u-title").getByText("Đã lưu")).toBeVisible();
  await box(second.page).press("Control+Enter");
  const clash = second.page.locator("#u-title .clash");
  await expect(clash).toContainText("口岸几点开门");
  await expect(box(second.page)).toHaveValue("口岸开门时间一览");
  await second.page.locator("#u-title").getByRole("button", { name: "Lưu lời trong ô này" }).click();
  await expect(second.page.locator("#u-title").getByText("Đã lưu")).toBeVisible();
  for (const { context } of [first, second]) await context.close();
});
