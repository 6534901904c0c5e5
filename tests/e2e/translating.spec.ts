import { join as joinPath } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { makeLongArticle } from "../bench/long-article.mjs";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { joinAll, listens, openDesk } from "./people.ts";
import { openSite, type Site } from "./site.ts";

const LAN = "Nông Thị Lan";
const MINH = "Lý Minh";

// One after another, on one site; each brings what it needs.
test.describe.configure({ mode: "default" });

let site: Site & { remove(): Promise<void> };
let lan: Page;
let minh: Page;

test.beforeAll(async ({ browser }) => {
  site = await openSite("sqlite");
  ({ lan, minh } = await joinAll(browser, site, { lan: [LAN, "Người dịch"], minh: [MINH, "Người duyệt"] }));
});
test.afterAll(() => site.remove());

/** The unit of the row that has the focus in one of its fields, and that field's language. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLTextAreaElement ? { unit: field.closest("li")?.dataset.unit, lang: field.lang } : null;
  });

const field = (page: Page, lang: string) => page.locator(`.unit.is-active .editor textarea[lang^=${lang}]`);
const state = (page: Page) => page.locator(".unit.is-active .chip");
const isAt = (page: Page, unit: string) => expect(page.locator(".unit.is-active")).toHaveAttribute("data-unit", unit);

function inDatabase<T>(ask: (database: Database.Database) => T): T {
  const database = new Database(joinPath(site.dataDir, "cau-noi.db"));
  try {
    return ask(database);
  } finally {
    database.close();
  }
}

test("a whole article is translated by keyboard alone, and what an input method puts together is nobody else's", async () => {
  makeLongArticle(site.dataDir, { slug: "bai-tam", segments: 8, staleEvery: 4, missingEvery: 3 });
  await openDesk(lan, "/workbench/articles/bai-tam");
  await lan.keyboard.press("Alt+KeyN");
  await expect.poll(() => focused(lan)).toMatchObject({ lang: "zh-Hans" });

  // Enter belongs to the input method while it puts characters together; what it commits is text like any other.
  const keys = await lan.context().newCDPSession(lan);
  await keys.send("Input.imeSetComposition", { text: "ni hao", selectionStart: 6, selectionEnd: 6 });
  await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", windowsVirtualKeyCode: 229, key: "Process", code: "Enter", modifiers: 2 });
  const at = await focused(lan);
  await keys.send("Input.insertText", { text: "你好" });
  expect(await focused(lan)).toEqual(at);
  await expect(lan.locator(".unit.is-active").getByText("Đã lưu", { exact: true })).toHaveCount(0);
  await expect(field(lan, "zh")).toHaveValue(/你好$/);

  // A stale text whose source says something else now is not waved through by a key; edited, it is saved and the next one is there.
  const progress = lan.locator(".desk-progress");
  const [done, all] = (/(\d+) trên (\d+)/.exec((await progress.textContent()) ?? "") ?? []).slice(1).map(Number) as [number, number];
  expect([all, done < all - 2]).toEqual([10, true]);
  for (let now = done; now < all; now += 1) {
    await expect.poll(() => focused(lan)).toMatchObject({ lang: "zh-Hans" });
    const here = (await focused(lan))?.unit ?? "";
    const untouched = (await lan.locator(".unsaved-bar").count()) === 0;
    if (untouched && (await state(lan).textContent())?.includes("Nguồn đã đổi")) {
      await lan.keyboard.press("Control+Enter");
      await expect(lan.locator(".unit.is-active .look")).toBeVisible();
    }
    await lan.keyboard.type("（已校）");
    await lan.keyboard.press("Control+Enter");
    await expect(progress).toContainText(`xong ${now + 1} trên 10`);
    if (now + 1 < all) await expect.poll(async () => (await focused(lan))?.unit ?? here).not.toBe(here);
  }

  // Copy the source, take it back, put a term in.
  const unit = (await lan.locator(".unit.is-active").getAttribute("data-unit")) ?? "";
  await lan.keyboard.press("Alt+ArrowUp");
  await expect(lan.locator(".unit.is-active")).not.toHaveAttribute("data-unit", unit);
  await lan.keyboard.press("Alt+ArrowDown");
  await isAt(lan, unit);
  const source = await field(lan, "vi").inputValue();
  const before = await field(lan, "zh").inputValue();
  await field(lan, "zh").focus();
  await lan.keyboard.press("Alt+KeyC");
  await expect(field(lan, "zh")).toHaveValue(source);
  await lan.keyboard.press("Alt+KeyU");
  await expect(field(lan, "zh")).toHaveValue(before);
  await lan.keyboard.press("Alt+KeyI");
  await expect(lan.getByRole("combobox", { name: /Thuật ngữ/ })).toBeFocused();
  await lan.keyboard.type("hải quan");
  await lan.keyboard.press("Enter");
  await expect(field(lan, "zh")).toBeFocused();
  await expect(field(lan, "zh")).toHaveValue(/海关/);
  await lan.keyboard.press("Alt+KeyU");

  await lan.keyboard.press("Alt+Slash");
  await expect(lan.getByRole("dialog")).toContainText("Phím tắt của bàn dịch");
  await lan.keyboard.press("Escape");
  await expect(lan.getByRole("dialog")).toHaveCount(0);
  await expect(field(lan, "zh")).toBeFocused();
});

test("a change of punctuation is confirmed with one key; a changed figure is not", async () => {
  await openDesk(lan, "/workbench/articles/mang-tien-mat?unit=where-desk#u-where-desk");
  const source = await field(lan, "vi").inputValue();
  await field(lan, "vi").fill(source.replace(/\.$/, ""));
  await lan.keyboard.press("Control+Enter");
  // The source made its own translation stale: that comes next.
  await expect(field(lan, "zh")).toBeFocused();
  await expect(lan.locator(".unit.is-active .trivial")).toBeVisible();
  await lan.keyboard.press("Control+Enter");
  await expect(lan.locator("#u-where-desk .chip")).toContainText("Chờ duyệt");

  await openDesk(lan, "/workbench/articles/mang-tien-mat?unit=where-desk#u-where-desk");
  await field(lan, "vi").fill(`${source} Mở cửa lúc 7 giờ.`);
  await lan.keyboard.press("Control+Enter");
  await expect(field(lan, "zh")).toBeFocused();
  await expect(lan.locator(".unit.is-active .trivial")).toHaveCount(0);
  await lan.keyboard.press("Control+Enter");
  await expect(lan.locator(".unit.is-active .look")).toBeVisible();
  await expect(state(lan)).toContainText("Nguồn đã đổi");
});

test("who is named in a comment finds it in the inbox, and it stays open until somebody settles it", async () => {
  await openDesk(minh, "/workbench/articles/mang-tien-mat?unit=where-desk#u-where-desk");
  await minh.keyboard.press("Alt+KeyM");
  await expect(minh.getByRole("textbox", { name: "Ý kiến" })).toBeFocused();
  await minh.keyboard.type("@Nông");
  await expect(minh.getByRole("option", { name: LAN })).toBeVisible();
  await minh.keyboard.press("Enter");
  await minh.keyboard.type("xem lại giờ mở cửa giúp.");
  await minh.keyboard.press("Control+Enter");
  await expect(minh.locator(".said")).toHaveText(`@${LAN} xem lại giờ mở cửa giúp.`);
  const inbox = () =>
    inDatabase((database) =>
      database.prepare("SELECT Member.name, kind, unit, note FROM InboxItem JOIN Member ON Member.id = memberId WHERE kind = 'mentioned'").all(),
    );
  await expect.poll(inbox).toEqual([{ name: LAN, kind: "mentioned", unit: "where-desk", note: `@${LAN} xem lại giờ mở cửa giúp.` }]);

  await openDesk(lan, "/workbench/articles/mang-tien-mat?show=commented&unit=where-desk");
  await expect(lan.locator(".unit")).toHaveCount(1);
  await lan.keyboard.press("Alt+KeyM");
  await lan.getByRole("button", { name: "Đã giải quyết" }).click();
  await expect(lan.getByText(`${LAN} đánh dấu đã giải quyết`)).toBeVisible();
});

test("two people on one article see each other, and a clash loses neither text", async () => {
  for (const page of [lan, minh]) await openDesk(page, "/workbench/articles/gio-mo-cua?unit=title#u-title");
  await minh.reload();
  await expect(minh.locator(".desk-title .people")).toContainText(LAN);
  await expect(minh.locator("#u-title .unit-head .people")).toContainText(LAN);
  await lan.reload();
  await expect(lan.locator(".desk-title .people")).toContainText(MINH);
  for (const page of [lan, minh]) await listens(page);

  await field(lan, "zh").fill("口岸几点开门");
  await field(minh, "zh").fill("口岸开门时间一览");
  await lan.keyboard.press("Control+Enter");
  await expect(lan.locator("#u-title .tag")).toHaveCount(0);
  await expect(lan.locator("#u-title").getByText("口岸几点开门").first()).toBeVisible();
  await minh.keyboard.press("Control+Enter");
  await expect(minh.locator("#u-title .clash")).toContainText("口岸几点开门");
  await expect(field(minh, "zh")).toHaveValue("口岸开门时间一览");
  await minh.locator("#u-title").getByRole("button", { name: "Lưu lời trong ô này" }).click();
  await expect(minh.locator("#u-title").getByText("Đã lưu", { exact: true })).toBeVisible();

  // The history holds all three submissions, and the losing one can be had back.
  await minh.keyboard.press("Alt+KeyL");
  const entries = minh.locator(".history > li");
  await expect(entries.filter({ hasText: "được giữ lại khi hai người cùng lưu" })).toHaveCount(1);
  await entries.filter({ hasText: LAN }).getByRole("button", { name: "Dùng lại lời này" }).click();
  await expect(field(minh, "zh")).toHaveValue("口岸几点开门");
});

test("what was typed stays where it was typed, also when another row is opened in between", async () => {
  await openDesk(lan, "/workbench/articles/gio-mo-cua?unit=summary#u-summary");
  await field(lan, "zh").fill("尚未保存的文字");
  await lan.keyboard.press("Alt+ArrowUp");
  await expect(lan.locator("#u-title.is-active")).toBeVisible();
  await expect(lan.locator("#u-summary")).toContainText("尚未保存的文字");
  await expect(lan.locator("#u-summary")).toContainText("Chưa lưu");
  await lan.keyboard.press("Alt+ArrowDown");
  await expect(field(lan, "zh")).toHaveValue("尚未保存的文字");
  await lan.keyboard.press("Alt+KeyU");
  await expect(lan.locator(".unsaved-bar")).toHaveCount(0);
});

test("a paragraph is shown as the web, the kiosk and paper show it, in both languages, as it is typed", async () => {
  await openDesk(lan, "/workbench/articles/mang-tien-mat?unit=where-desk#u-where-desk");
  await field(lan, "zh").fill("请在**海关柜台**申报。");
  const heights = new Set<number>();
  for (const name of ["Trang web", "Màn hình tra cứu", "Giấy in"]) {
    await lan.getByRole("button", { name, exact: true }).click();
    const strong = lan.locator(".surface strong", { hasText: "海关柜台" });
    await expect(lan.getByRole("button", { name, exact: true })).toHaveAttribute("aria-pressed", "true");
    await expect(strong).toBeVisible();
    // Each by its own stylesheet: as high as none before.
    const height = async () => Math.round(10 * ((await strong.boundingBox())?.height ?? 0));
    await expect.poll(async () => heights.has(await height()), name).toBe(false);
    heights.add(await height());
  }
  await expect(lan.locator(".surface strong", { hasText: "海关柜台" })).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(lan.locator(".surface")).toHaveCount(2);
  await lan.keyboard.press("Alt+KeyU");
});

test("a thousand segments are a desk like any other", async () => {
  makeLongArticle(site.dataDir, { slug: "bai-dai", segments: 1_000 });
  await openDesk(lan, "/workbench/articles/bai-dai?unit=p500#u-p500");
  await expect(lan.locator("#u-p500")).toBeInViewport();
  await field(lan, "zh").focus();
  await lan.keyboard.press("End");
  await lan.keyboard.type("x");
  await expect(field(lan, "zh")).toHaveValue(/x/);
  await lan.keyboard.press("Alt+KeyU");
  await lan.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => focused(lan)).toMatchObject({ unit: "p501" });
  await lan.keyboard.press("Alt+KeyQ");
  await expect(lan.locator(".desk input[type=search]")).toBeFocused();
  await lan.keyboard.type("p7");
  await expect.poll(() => lan.locator(".unit").count()).toBeLessThan(200);
  await lan.keyboard.press("Enter");
  await expect.poll(() => focused(lan)).toMatchObject({ unit: "p7" });
});

test("who may write one language reads the other, and is told why", async () => {
  inDatabase((database) =>
    database.prepare("UPDATE Member SET roles = ? WHERE name = ?").run(JSON.stringify([{ role: "translator", langs: ["zh"], topics: null, sites: null }]), LAN),
  );
  await openDesk(lan, "/workbench/articles/gio-mo-cua?unit=title#u-title");
  await expect(field(lan, "vi")).toHaveJSProperty("readOnly", true);
  await expect(field(lan, "vi")).toHaveAccessibleDescription(/chỉ để đọc/);
  await expect(field(lan, "zh")).toHaveJSProperty("readOnly", false);
});

test("without scripts rows are opened, saved and spoken of by plain forms", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false, storageState: await minh.context().storageState() });
  const page = await context.newPage();
  await page.goto("/workbench/articles/gio-mo-cua");
  await page.locator("#u-summary .open-unit").click();
  await expect(page).toHaveURL(/unit=summary/);
  await field(page, "zh").fill("各口岸的开放时间。");
  await page.locator(".editor").nth(1).getByRole("button").click();
  await expect(page.locator("#u-summary")).toContainText("各口岸的开放时间。");
  await page.locator("#u-summary").getByRole("link", { name: "Ý kiến" }).click();
  await page.getByRole("textbox", { name: "Ý kiến" }).fill("Đã rút gọn.");
  await page.getByRole("button", { name: "Gửi ý kiến" }).click();
  await expect(page.locator(".said")).toHaveText("Đã rút gọn.");
  await page.locator("#u-summary").getByRole("link", { name: "Lịch sử" }).click();
  await expect(page.locator(".history > li").first()).toContainText(MINH);
  await expect(page.locator(".history > li").first()).toContainText("đang dùng");
  await context.close();
});

test("the desk is accessible in both languages, light and dark, and fits a phone", async () => {
  makeLongArticle(site.dataDir, { slug: "bai-ngan", segments: 3 });
  for (const { tag, name } of [...LANGUAGES].reverse()) {
    await minh.goto("/workbench");
    await minh.getByRole("banner").getByRole("button", { name }).click();
    await expect(minh.locator("html")).toHaveAttribute("lang", tag);
    await openDesk(minh, "/workbench/articles/bai-ngan?unit=p2#u-p2");
    for (const colorScheme of ["light", "dark"] as const) {
      await minh.emulateMedia({ colorScheme });
      for (const key of ["Alt+KeyX", "Alt+KeyM", "Alt+KeyL", "Alt+KeyI", "Alt+Slash"]) {
        await minh.keyboard.press(key);
        await expectAccessible(minh, `${key} ${tag} ${colorScheme}`);
      }
      await minh.keyboard.press("Escape");
      await minh.keyboard.press("Escape");
    }
  }
  await minh.setViewportSize({ width: 360, height: 740 });
  await openDesk(minh, "/workbench/articles/mang-tien-mat?unit=where-desk#u-where-desk");
  await expect(field(minh, "zh")).toBeVisible();
  expect(await minh.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await field(minh, "zh").click();
  await minh.keyboard.type("好");
  await expect(field(minh, "zh")).toHaveValue(/好/);
});
