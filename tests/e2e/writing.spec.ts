import { join as joinPath } from "node:path";
import type { Page } from "@playwright/test";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { newArticle, paste, saved, text, told, tool } from "./editor.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { join, person } from "./people.ts";
import { openSite, type Site } from "./site.ts";

/** A fragment as Word puts it on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0in;font-family:"Calibri";} --></style></head>
<body lang=VI style='tab-interval:.5in'><!--StartFragment-->
<h1><span lang=VI style='mso-ansi-language:VI'>Giấy tờ cần mang<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><span lang=VI>Người qua lại cần mang <b>đủ
giấy tờ</b> sau đây.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>Hộ chiếu<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Tờ khai<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0><tr style='mso-yfti-irow:0'><td width=200 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal><b>Loại<o:p></o:p></b></p></td>
<td width=200><p class=MsoNormal><b>Hạn<o:p></o:p></b></p></td></tr><tr><td><p class=MsoNormal>Thẻ</p></td><td><p class=MsoNormal>Một năm</p></td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
test.beforeAll(async () => {
  own = await openSite("sqlite");
});
test.afterAll(() => own.remove());

/** Where the author's session is kept from one test to the next. */
const signedIn = () => joinPath(own.dataDir, "author.json");

/** Every segment of the body as the server has it: by its id, in the order of the page. */
async function storedSegments(page: Page): Promise<{ id: string; words: string }[]> {
  await page.reload();
  await expect(text(page)).toBeVisible();
  return segments(page);
}
const segments = (page: Page) =>
  page
    .locator(".w-text :is(p, h2, h3, li, td)[data-id]")
    .evaluateAll((elements) => elements.map((element) => ({ id: (element as HTMLElement).dataset.id ?? "", words: element.textContent ?? "" })));
const idOf = (all: { id: string; words: string }[], words: string): string => all.find((one) => one.words === words)?.id ?? `no segment "${words}"`;

/** The cursor to the end of a segment's words. */
async function goTo(page: Page, words: string, where: "start" | "end" = "end"): Promise<void> {
  await page.locator(".w-text").getByText(words, { exact: true }).first().click();
  await told(page);
  await page.keyboard.press(where === "end" ? "End" : "Home");
  await told(page);
}

test("an article is begun, written, pasted from Word, and every segment keeps its id through what is done to it", async ({ browser }) => {
  const { page, context } = await person(browser, own.origin);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await join(page, own.firstLink, "Hoàng Văn Quản", "quan@langson.example");
  await newArticle(page, "Giấy tờ qua cửa khẩu");
  await expect(page).toHaveURL(/articles\/giay-to-qua-cua-khau\/write$/);

  // Typing: from the title by Enter to the summary, from there to the body.
  await goTo(page, "Giấy tờ qua cửa khẩu");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Cần mang những gì.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Đoạn đầu tiên");
  await page.keyboard.press("Enter");
  await paste(page, WORD);
  await saved(page);
  let all = await storedSegments(page);
  expect(all.map(({ words }) => words)).toEqual([
    "Đoạn đầu tiên",
    "Giấy tờ cần mang",
    "Người qua lại cần mang đủ giấy tờ sau đây.",
    "Hộ chiếu",
    "Tờ khai",
    "Loại",
    "Hạn",
    "Thẻ",
    "Một năm",
  ]);
  await expect(page.locator(".w-text p strong")).toHaveText("đủ giấy tờ");
  await expect(page.locator(".w-text table tr")).toHaveCount(2);
  const before = new Map(all.map(({ id, words }) => [words, id]));

  // Split and join.
  await goTo(page, "Đoạn đầu tiên");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowLeft");
  await told(page);
  await page.keyboard.press("Enter");
  await saved(page);
  all = await segments(page);
  expect(all.slice(0, 2).map(({ words }) => words)).toEqual(["Đoạn đầu ", "tiên"]);
  expect(all[0]?.id).toBe(before.get("Đoạn đầu tiên"));
  expect(all[1]?.id).not.toBe(all[0]?.id);
  await page.keyboard.press("Backspace");
  await saved(page);
  expect(idOf(await storedSegments(page), "Đoạn đầu tiên")).toBe(before.get("Đoạn đầu tiên"));

  // Cut and paste through the system's clipboard: the segment comes back with its id; a copy is another segment.
  await goTo(page, "Đoạn đầu tiên", "start");
  await page.keyboard.press("Shift+ArrowDown");
  await told(page);
  await page.keyboard.press("Shift+Home");
  await told(page);
  await page.keyboard.press("Control+x");
  await expect(page.locator(".w-text")).not.toContainText("Đoạn đầu tiên");
  await goTo(page, "Giấy tờ cần mang");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+v");
  await saved(page);
  all = await storedSegments(page);
  expect(all.findIndex(({ words }) => words === "Đoạn đầu tiên")).toBe(1);
  expect(idOf(all, "Đoạn đầu tiên")).toBe(before.get("Đoạn đầu tiên"));
  expect(idOf(all, "Giấy tờ cần mang")).toBe(before.get("Giấy tờ cần mang"));

  // Moved, and made something else: the same segments.
  await goTo(page, "Tờ khai");
  await page.keyboard.press("Alt+ArrowUp");
  await goTo(page, "Đoạn đầu tiên");
  await tool(page, "Khung lưu ý").click();
  await saved(page);
  all = await storedSegments(page);
  expect(all.map(({ words }) => words).slice(3, 5)).toEqual(["Tờ khai", "Hộ chiếu"]);
  for (const [words, id] of before) expect(idOf(all, words), words).toBe(id);
  await expect(page.locator(".w-text .w-callout.note")).toHaveText("Đoạn đầu tiên");

  // The desk has just these segments.
  await page.goto("/workbench/articles/giay-to-qua-cua-khau");
  for (const id of before.values()) await expect(page.locator(`#u-${id}`)).toHaveCount(1);
  await context.storageState({ path: signedIn() });
  await context.close();
});

const author = async (browser: Parameters<typeof person>[0]) => {
  const context = await browser.newContext({ baseURL: own.origin, locale: "vi-VN", storageState: signedIn() });
  return { context, page: await context.newPage() };
};
const WRITE = "/workbench/articles/giay-to-qua-cua-khau/write";

test("facts, terms, links, boxes and marks to be verified, by the keyboard alone", async ({ browser }) => {
  const { page, context } = await author(browser);
  await page.goto(WRITE);
  await text(page).focus();
  await page.keyboard.press("Control+End");
  await told(page);
  // Out of the table, into a paragraph of its own.
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Mức là ");
  await page.keyboard.press("Control+Alt+f");
  await expect(page.getByLabel("Tìm", { exact: true })).toBeFocused();
  await page.keyboard.type("do la my");
  await page.keyboard.press("Enter");
  await expect(page.locator(".w-text .w-fact")).toHaveText(/USD/);
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(", xem ");
  await page.keyboard.press("Control+k");
  await expect(page.getByLabel("Địa chỉ")).toBeFocused();
  await page.keyboard.type("customs.gov.vn");
  await page.keyboard.press("Tab");
  await page.keyboard.type("trang hải quan");
  await page.keyboard.press("Enter");
  await expect(page.locator('.w-text a[href="https://customs.gov.vn"]')).toHaveText("trang hải quan");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(" và ");
  await page.keyboard.press("Control+Alt+t");
  await expect(page.getByLabel("Tìm", { exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeFocused();
  // To the buttons and along them with the arrows; Escape leads back.
  await page.keyboard.press("Alt+F10");
  await expect(tool(page, "Đoạn văn")).toBeFocused();
  await page.keyboard.press("End");
  await expect(tool(page, "Lưu ngay")).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowLeft");
  await expect(tool(page, "Chờ xác nhận")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".w-text p[data-verify]")).toHaveCount(1);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("Control+s");
  await saved(page);
  const stored = await storedSegments(page);
  expect(stored.at(-1)?.words).toMatch(/^Mức là .*USD, xem trang hải quan và ./);
  await expect(page.locator(".w-text p[data-verify] .w-fact")).toHaveText(/USD/);
  await context.close();
});

test("what was typed survives a closed page: it is offered again, with the difference", async ({ browser }) => {
  const { page, context } = await author(browser);
  await page.goto(WRITE);
  await goTo(page, "Giấy tờ cần mang");
  // The link is gone before anything is saved, then the browser with it.
  await page.route("**/workbench/structure", (route) => route.abort());
  await page.keyboard.type(" theo");
  await expect(page.locator(".w-save")).toHaveAttribute("data-state", "unreachable");
  await expect(page.locator(".w-save")).toContainText("giữ trên máy này");
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await again.goto(WRITE);
  await expect(again.getByRole("heading", { name: "Có nội dung chưa kịp lưu" })).toBeFocused();
  await expect(again.locator(".w-differences ins")).toContainText("theo");
  await expectAccessible(again, "what was kept is offered");
  await again.getByRole("button", { name: "Lấy lại và viết tiếp" }).click();
  await expect(text(again)).toContainText("Giấy tờ cần mang theo");
  await saved(again);
  expect((await storedSegments(again)).some(({ words }) => words === "Giấy tờ cần mang theo")).toBe(true);
  await context.close();
});

test("with the server stopped one goes on writing; it is saved when the server is back", async ({ browser }) => {
  const { page, context } = await author(browser);
  await page.goto(WRITE);
  await goTo(page, "Hộ chiếu");
  await own.stop();
  await page.keyboard.type(" còn hạn");
  await expect(page.locator(".w-save")).toHaveAttribute("data-state", "unreachable");
  await page.keyboard.type(" sáu tháng");
  await own.start();
  // It keeps trying by itself.
  await saved(page, 90_000);
  expect((await storedSegments(page)).some(({ words }) => words === "Hộ chiếu còn hạn sáu tháng")).toBe(true);
  await context.close();
});

test("two authors at once: words of both come back, either may be kept; signed out nothing is lost", async ({ browser }) => {
  const [first, second] = [await author(browser), await author(browser)];
  for (const { page } of [first, second]) await page.goto(WRITE);
  await goTo(first.page, "Tờ khai");
  await first.page.keyboard.type(" hải quan");
  await saved(first.page);
  await goTo(second.page, "Tờ khai");
  await second.page.keyboard.type(" y tế");
  const clash = second.page.getByRole("alert");
  await expect(clash).toContainText("Người khác vừa sửa cùng một phần");
  await expect(clash.locator("del")).toContainText(["hải", "quan"]);
  await expect(clash.locator("ins")).toContainText(["y", "tế"]);
  await expectAccessible(second.page, "a clash");
  await clash.getByRole("button", { name: "Giữ bản của tôi" }).click();
  await saved(second.page);

  // The first author changes the structure over the second's: both are shown, theirs is taken.
  await goTo(second.page, "Hộ chiếu còn hạn sáu tháng");
  await second.page.keyboard.press("Enter");
  await second.page.keyboard.type("Ảnh chân dung");
  await saved(second.page);
  await goTo(first.page, "Loại");
  await tool(first.page, "Thêm cột").click();
  await expect(first.page.getByRole("alert")).toContainText("Người khác vừa sửa bố cục");
  await first.page.getByRole("button", { name: "Lấy bản đang được lưu" }).click();
  await expect(text(first.page)).toContainText("Ảnh chân dung");
  await expect(text(first.page)).toContainText("Tờ khai y tế");
  await expect(first.page.locator(".w-text tr").first().locator("td")).toHaveCount(2);

  const cookies = await first.context.cookies();
  await first.context.clearCookies();
  await goTo(first.page, "Ảnh chân dung");
  await first.page.keyboard.type(" mới");
  await expect(first.page.locator(".w-save")).toHaveAttribute("data-state", "signed_out");
  await first.context.addCookies(cookies);
  await first.page.getByRole("button", { name: "Thử lại ngay" }).click();
  await saved(first.page);
  for (const { context } of [first, second]) await context.close();
});

test("particulars are changed by a plain form; without scripts the editor's page says so and leads to the desk", async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: own.origin,
    locale: "vi-VN",
    javaScriptEnabled: false,
    storageState: signedIn(),
  });
  const page = await context.newPage();
  await page.goto(WRITE);
  await expect(page.getByText("Trang này cần JavaScript")).toBeVisible();
  await page.getByRole("link", { name: "Mở bàn dịch của bài" }).click();
  await page.getByRole("navigation", { name: "Các trang của bài" }).getByRole("link", { name: "Thông tin chung" }).click();
  await page.getByLabel("Địa chỉ của bài").fill("Giấy tờ");
  await page.getByRole("button", { name: "Lưu thông tin chung" }).click();
  await expect(page.getByLabel("Địa chỉ của bài")).toHaveValue("Giấy tờ");
  await expect(page.getByText("Địa chỉ chỉ gồm chữ thường không dấu")).toBeVisible();
  await page.getByLabel("Địa chỉ của bài").fill("giay-to");
  await page.getByLabel("Ngày cơ quan xác nhận").fill("2026-11-20");
  await page.getByRole("button", { name: "Lưu thông tin chung" }).click();
  await expect(page).toHaveURL(/articles\/giay-to\/particulars\?saved$/);
  await expect(page.getByLabel("Ngày cơ quan xác nhận")).toHaveValue("2026-11-20");
  await context.close();
});

test("every page of writing is accessible, in both languages, light and dark, and fits a phone", async ({ browser }) => {
  const { page, context } = await author(browser);
  for (const { tag, name } of [...LANGUAGES].reverse()) {
    await page.goto("/workbench");
    await page.getByRole("banner").getByRole("button", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    for (const path of ["/workbench/articles/new", "/workbench/articles/giay-to/particulars", "/workbench/articles/giay-to/write"]) {
      await page.goto(path);
      if (path.endsWith("write")) await expect(page.locator(".w-text")).toBeVisible();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${path} ${tag} ${colorScheme}`);
      }
      await page.setViewportSize({ width: 390, height: 800 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${path} on a phone`).toBeLessThanOrEqual(390);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  }
  await context.close();
});
