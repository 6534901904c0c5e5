import type { Page } from "@playwright/test";
import { photo } from "../integration/pictures.ts";
import { newArticle, paste, saved, told, uploadAndUse } from "./editor.ts";
import { expect, test } from "./fixtures.ts";
import { joinAll, openDesk, person } from "./people.ts";
import { openSite, type Site } from "./site.ts";

/** What the author copied out of Word. */
const WORD = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"></head><body lang=VI><!--StartFragment-->
<h1><span lang=VI>Trước khi đến quầy<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=VI>Xin chuẩn bị sẵn giấy tờ theo bảng dưới đây.<o:p></o:p></span></p>
<p class=MsoNormal><img width=600 height=400 src="file:///C:/Temp/clip_image001.jpg"></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Giấy tờ</b></p></td><td><p class=MsoNormal><b>Xuất trình ở đâu</b></p></td></tr>
<tr><td><p class=MsoNormal>Hộ chiếu</p></td><td><p class=MsoNormal>Quầy biên phòng</p></td></tr></table><!--EndFragment--></body></html>`;

const ALT = { vi: "Quầy biên phòng nhìn từ lối vào", zh: "从入口看到的边防柜台" };

/** What the translator writes for what the author wrote. */
const CHINESE: Record<string, string> = {
  "Chuẩn bị giấy tờ": "准备证件",
  "Những gì cần có trong tay khi đến quầy.": "到柜台时手边要备好的材料。",
  "Trước khi đến quầy": "前往柜台之前",
  "Xin chuẩn bị sẵn giấy tờ theo bảng dưới đây.": "请按下表备好证件。",
  "Giấy tờ": "证件",
  "Xuất trình ở đâu": "在何处出示",
  "Hộ chiếu": "护照",
  "Quầy biên phòng": "边防柜台",
  [ALT.vi]: ALT.zh,
};
const SLUG = "chuan-bi-giay-to";
const at = (page = "") => `/workbench/articles/${SLUG}${page}`;
const RETURNED = "Xin chuẩn bị sẵn giấy tờ theo bảng dưới đây.";
const MENDED = "请按照下表，事先备好证件。";
const NEWER = "Xin chuẩn bị sẵn giấy tờ còn hạn theo bảng dưới đây.";
const NEWER_CHINESE = "请按照下表，事先备好有效期内的证件。";

/** Every page that shows the amount in dollars that has to be declared. */
const CASH_PAGES = ["articles/mang-tien-mat", "articles/chuyen-du-lich-hai-ngay", "questions/nhan-dan-te-khai-bao"];

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
let people: Record<"tac" | "lan" | "minh" | "hoa" | "visitor", Page>;

test.beforeAll(async ({ browser }) => {
  own = await openSite("sqlite");
  const members = await joinAll(browser, own, {
    tac: ["Hoàng Thị Tác", "Tác giả"],
    lan: ["Nông Thị Lan", "Người dịch"],
    minh: ["Lý Minh", "Người duyệt"],
    hoa: ["Vi Thị Hoa", "Người xuất bản"],
  });
  people = { ...members, visitor: (await person(browser, own.origin)).page };
});
test.afterAll(() => own.remove());

/** The row at the desk whose source says this. */
const unit = (page: Page, source: string) => page.locator("li.unit", { hasText: source }).first();

/** The same, opened: the desk itself opens what waits for the member first. */
async function opened(page: Page, source: string) {
  const open = unit(page, source).getByRole("link", { name: "Mở" });
  if (await open.isVisible()) await open.click();
  return unit(page, source);
}

/** What visitors read on a page, in each language. */
async function read(path: string, words: { vi: string; zh: string }): Promise<void> {
  for (const lang of ["vi", "zh"] as const) {
    await people.visitor.goto(`/${lang}/${path}`);
    await expect(people.visitor.getByRole("main"), `${lang} ${path}`).toContainText(words[lang]);
  }
}

test("an author writes an article with a table and a photo out of Word", async () => {
  const { tac } = people;
  await newArticle(tac, "Chuẩn bị giấy tờ");
  await tac.locator(".w-text").getByText("Chuẩn bị giấy tờ", { exact: true }).click();
  await tac.keyboard.press("End");
  await told(tac);
  await tac.keyboard.press("Enter");
  await tac.keyboard.type("Những gì cần có trong tay khi đến quầy.");
  await tac.keyboard.press("Enter");
  await paste(tac, WORD, await photo());
  await tac.locator(".w-awaited").getByRole("button", { name: "Thêm ảnh" }).click();
  await uploadAndUse(tac);
  await tac.keyboard.type(ALT.vi);
  await saved(tac);
  await expect(tac.locator(".w-text table tr")).toHaveCount(2);
  await expect(tac.locator(".w-figure img")).toHaveCount(1);
});

test("a translator translates all of it from the keyboard", async () => {
  const { lan } = people;
  await openDesk(lan, at());
  await lan.keyboard.press("Alt+KeyN");
  const progress = lan.locator(".desk-progress");
  const active = lan.locator(".unit.is-active");
  let left = Object.keys(CHINESE).length;
  while (left > 0) {
    await expect(active.locator(".editor textarea[lang^=zh]")).toBeFocused();
    const here = (await active.getAttribute("data-unit")) ?? "";
    const source = await active.locator(".editor textarea[lang^=vi]").inputValue();
    const before = await progress.textContent();
    await lan.keyboard.insertText(CHINESE[source] ?? `no Chinese for "${source}"`);
    await lan.keyboard.press("Control+Enter");
    await expect(progress).not.toHaveText(before ?? "");
    left -= 1;
    // The next one that is missing opens by itself.
    if (left > 0) await expect(active).not.toHaveAttribute("data-unit", here);
  }
  await expect(lan.locator(".unit", { hasText: "Thiếu" })).toHaveCount(0);
});

test("a reviewer returns one segment, gets it back mended, and approves", async () => {
  const { lan, minh } = people;
  await openDesk(minh, at());
  const row = await opened(minh, RETURNED);
  await row.getByText("Trả lại", { exact: true }).click();
  await row.getByLabel("Cần sửa điều gì").fill("Xin nói rõ là chuẩn bị từ trước.");
  await row.getByRole("button", { name: "Trả lại phần này" }).click();
  await expect(row.getByText("Xin nói rõ là chuẩn bị từ trước.")).toBeVisible();
  await minh.getByRole("button", { name: /^Duyệt \d+ phần đang chờ quý vị$/ }).click();
  await expect(minh.getByText("Không có phần nào quý vị duyệt được lúc này.")).toBeVisible();

  await translate(lan, RETURNED, MENDED);
  await approve(minh);
});

test("a publisher publishes both languages in one act", async () => {
  const { hoa } = people;
  await publish(hoa);
  await read(`articles/${SLUG}`, { vi: RETURNED, zh: MENDED });
  await expect(people.visitor.getByRole("table")).toContainText("边防柜台");
  await expect(people.visitor.getByRole("img", { name: ALT.zh })).toBeVisible();
});

test("an edit of the source makes exactly one segment stale, and readers see nothing of it before the pair is whole again", async () => {
  const { tac, lan, minh, hoa } = people;
  await tac.goto(at("/write"));
  await tac.locator(".w-text").getByText(RETURNED, { exact: true }).click({ clickCount: 3 });
  await told(tac);
  await tac.keyboard.insertText(NEWER);
  await saved(tac);
  await openDesk(lan, at());
  await expect(lan.locator(".unit .chip", { hasText: "Nguồn đã đổi" })).toHaveCount(1);
  await expect(unit(lan, NEWER).locator(".chip")).toHaveText(/Nguồn đã đổi/);
  await read(`articles/${SLUG}`, { vi: RETURNED, zh: MENDED });

  await translate(lan, NEWER, NEWER_CHINESE);
  await approve(minh);
  await publish(hoa);
  await read(`articles/${SLUG}`, { vi: NEWER, zh: NEWER_CHINESE });
});

test("rolled back, both languages are the former ones together", async () => {
  const { hoa } = people;
  await hoa.goto(at("/history"));
  const editions = hoa.getByRole("region", { name: "Các bản công bố" });
  await editions.getByText("Trở lại bản số 1").click();
  await editions.getByLabel("Lý do").last().fill("Chưa có căn cứ.");
  await hoa.getByRole("button", { name: "Cho người đọc thấy lại bản số 1" }).click();
  await expect(hoa.getByText("Người đọc đang thấy lại nội dung của bản công bố số 1.")).toBeVisible();
  await read(`articles/${SLUG}`, { vi: RETURNED, zh: MENDED });
});

test("a changed amount makes new editions of three pages at once", async () => {
  const { tac, minh } = people;
  for (const path of CASH_PAGES) await read(path, { vi: "5.000 USD", zh: "5,000美元" });
  await tac.goto("/workbench/facts/cash-usd");
  const form = tac.locator("#propose");
  await form.getByLabel("Giá trị", { exact: true }).fill("6000");
  await form.getByLabel("Lý do").fill("Thông tư mới có hiệu lực.");
  await form.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(tac.getByText("Đã gửi đề nghị.")).toBeVisible();
  await minh.goto("/workbench/facts/cash-usd");
  await minh.getByRole("button", { name: "Xác nhận cho người đọc thấy" }).click();
  await expect(minh.getByText("Đã xác nhận. Người đọc thấy giá trị mới")).toBeVisible();
  for (const path of CASH_PAGES) {
    await read(path, { vi: "6.000 USD", zh: "6,000美元" });
    await minh.goto(`/workbench/articles/${path.split("/")[1]}/history`);
    await expect(minh.getByRole("region", { name: "Các bản công bố" }).getByRole("listitem")).toHaveCount(2);
  }
});

/** Approves the one segment that waits for its review. */
async function approve(page: Page): Promise<void> {
  await openDesk(page, at());
  await page.getByRole("button", { name: "Duyệt cặp này" }).click();
  await expect(page.locator(".unit.is-active .chip")).toHaveText(/Đã duyệt/);
}

/** Gives a segment its Chinese, and leaves it waiting for its review. */
async function translate(page: Page, source: string, words: string): Promise<void> {
  await openDesk(page, at());
  const row = await opened(page, source);
  await row.locator("textarea[lang^=zh]").fill(words);
  await row.locator("textarea[lang^=zh]").press("Control+Enter");
  await expect(row.locator(".chip")).toHaveText(/Chờ duyệt/);
}

async function publish(page: Page): Promise<void> {
  await page.goto(at("/publish"));
  await page.getByRole("button", { name: "Công bố cả hai ngôn ngữ" }).click();
  await expect(page.getByText("Đã công bố. Người đọc thấy cả hai ngôn ngữ từ lúc này.")).toBeVisible();
}
