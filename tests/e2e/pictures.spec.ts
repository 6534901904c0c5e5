import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { photo } from "../integration/pictures.ts";
import { newArticle, paste, saved, text, told, tool, uploadAndUse } from "./editor.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { invite, join, listens, openDesk, openKiosk, person } from "./people.ts";
import { openSite, type Site } from "./site.ts";

/** What Word puts on the clipboard with a table and a photograph: the photograph itself is a file beside it. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"><head>
<meta name=Generator content="Microsoft Word 15"></head><body lang=VI><!--StartFragment-->
<p class=MsoNormal><span lang=VI>Xin đến quầy khai báo trong nhà ga.<o:p></o:p></span></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_1"><v:imagedata src="file:///C:/Temp/clip_image001.jpg"/></v:shape><![endif]--><![if !vml]><img
width=600 height=400 src="file:///C:/Temp/clip_image002.jpg" v:shapes="Picture_1"><![endif]></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Giấy tờ<o:p></o:p></p></td><td><p class=MsoNormal>Nơi nộp<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>Tờ khai</p></td><td><p class=MsoNormal>Quầy hải quan</p></td></tr></table><!--EndFragment--></body></html>`;
const ALT = { vi: "Quầy khai báo có biển chữ lớn ở giữa nhà ga", zh: "车站大厅中央挂有大字标牌的申报柜台" };
const CAPTION = { vi: "Quầy khai báo trong nhà ga", zh: "车站内的申报柜台" };
const ZH: Record<string, string> = {
  "Quầy khai báo": "申报柜台",
  "Nơi nộp tờ khai.": "在何处递交申报单。",
  "Xin đến quầy khai báo trong nhà ga.": "请到车站内的申报柜台办理。",
  [ALT.vi]: ALT.zh,
  [CAPTION.vi]: CAPTION.zh,
  "Giấy tờ": "证件",
  "Nơi nộp": "递交处",
  "Tờ khai": "申报单",
  "Quầy hải quan": "海关柜台",
};
const WRITE = "/workbench/articles/quay-khai-bao/write";

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
let administrator: Page;
test.beforeAll(async ({ browser }) => {
  own = await openSite("sqlite");
  administrator = (await person(browser, own.origin)).page;
  await join(administrator, own.firstLink, "Hoàng Văn Quản", "quan@langson.example");
});
test.afterAll(() => own.remove());

test("an article with a table and a photograph pasted from Word is saved, translated, approved, published, and seen with its picture", async ({ browser }) => {
  const author = administrator;
  await newArticle(author, "Quầy khai báo");
  await text(author).getByText("Quầy khai báo").click();
  await told(author);
  await author.keyboard.press("Enter");
  await author.keyboard.type("Nơi nộp tờ khai.");
  await author.keyboard.press("Enter");
  await paste(author, WORD, await photo());
  // The text is there at once; in the picture's place stands that it waits.
  await expect(author.locator(".w-text table tr")).toHaveCount(2);
  await expect(author.locator(".w-awaited")).toContainText("Ảnh trong nội dung vừa dán");
  await expectAccessible(author, "a picture that waits");
  await author.locator(".w-awaited").getByRole("button", { name: "Thêm ảnh" }).click();
  await uploadAndUse(author);
  await expect(author.locator(".w-awaited")).toHaveCount(0);
  // The cursor waits in the words for who does not see it; Enter leads to the caption.
  await author.keyboard.type(ALT.vi);
  await author.keyboard.press("Enter");
  await author.keyboard.type(CAPTION.vi);
  await saved(author);
  await author.reload();
  await expect(author.locator(".w-figure .w-words")).toHaveText([ALT.vi, CAPTION.vi]);
  await expect.poll(() => author.locator(".w-figure img").evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  await expectAccessible(author, "an article with a picture, in the editor");

  const [lan, minh] = [(await person(browser, own.origin)).page, (await person(browser, own.origin)).page];
  const links = [await invite(author, "lan@langson.example", ["Người dịch"]), await invite(author, "minh@langson.example", ["Người duyệt"])];
  await join(lan, links[0] ?? "", "Nông Thị Lan", null);
  await join(minh, links[1] ?? "", "Lý Minh", null);
  await openDesk(lan, "/workbench/articles/quay-khai-bao");
  const units = await lan.locator(".unit[data-unit]").evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.unit ?? ""));
  for (const unit of units.filter((one) => !one.startsWith("#"))) {
    await openDesk(lan, `/workbench/articles/quay-khai-bao?unit=${unit}`);
    const row = lan.locator(`#u-${unit}`);
    const source = await row.getByRole("textbox").first().inputValue();
    // Whoever writes about a picture sees it.
    await expect(row.locator("img.unit-picture")).toHaveCount([ALT.vi, CAPTION.vi].includes(source) ? 1 : 0);
    await row
      .getByRole("textbox")
      .nth(1)
      .fill(ZH[source] ?? `no words for ${source}`);
    await row.locator("form.editor").nth(1).getByRole("button").first().click();
    await expect(row.getByText("Chờ duyệt", { exact: true })).toBeVisible();
  }
  await openDesk(minh, "/workbench/articles/quay-khai-bao");
  await minh.getByRole("button", { name: /^Duyệt \d+ phần/ }).click();
  await expect(minh.getByText("Không có phần nào quý vị duyệt được lúc này.")).toBeVisible();
  await minh.goto("/workbench/articles/quay-khai-bao/publish");
  await expect(minh.getByText("phải xong trước khi công bố")).toHaveCount(0);
  await author.goto("/workbench/articles/quay-khai-bao/publish");
  await author.getByRole("button", { name: "Công bố cả hai ngôn ngữ" }).click();
  await expect(author.getByText("Người đọc đang thấy đúng những lời này.").first()).toBeVisible();

  const visitor = (await person(browser, own.origin)).page;
  for (const lang of ["vi", "zh"] as const) {
    await visitor.goto(`/${lang}/articles/quay-khai-bao`);
    const image = visitor.getByRole("img", { name: ALT[lang] });
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.complete && shown.naturalWidth > 0)).toBe(true);
    await expect(visitor.locator("figcaption")).toContainText(CAPTION[lang]);
    const address = await image.evaluate((shown: HTMLImageElement) => shown.currentSrc);
    expect(address).toMatch(/\/media\/[0-9a-f]{64}\.webp$/);
    const sent = await visitor.request.get(address);
    expect(sent.headers()).toMatchObject({
      "content-type": "image/webp",
      "cache-control": expect.stringContaining("immutable"),
      "x-content-type-options": "nosniff",
    });
    const { exif, width } = await sharp(await sent.body()).metadata();
    expect([exif, (width ?? 0) <= 1200]).toEqual([undefined, true]);
    await expectAccessible(visitor, `the page with its picture, ${lang}`);
    await visitor.goto(`/${lang}/articles/quay-khai-bao/side-by-side`);
    await expect(visitor.getByRole("img", { name: ALT[lang] })).toHaveCount(1);
  }
  // The API names it too; what was uploaded whole stays with members, and no other name leads to a file.
  const whole = (await (await visitor.request.get("/api/v1/articles/quay-khai-bao")).json()) as { body: { picture?: { files: { url: string }[] } }[] };
  const files = whole.body.flatMap(({ picture }) => picture?.files ?? []);
  expect((await visitor.request.get(files[0]?.url ?? "")).status()).toBe(200);
  const original = await author.evaluate(async () => {
    const { pictures } = (await (await fetch("/workbench/pictures")).json()) as { pictures: { hash: string }[] };
    return pictures[0]?.hash ?? "";
  });
  expect((await author.request.get(`/workbench/pictures/${original}`)).status()).toBe(200);
  expect((await visitor.request.get(`/workbench/pictures/${original}`, { maxRedirects: 0 })).status()).toBe(302);
  for (const path of [`/media/${original}.webp`, "/media/..%2f..%2fcau-noi.db", "/media/made", `/media/${"0".repeat(64)}.jpg`])
    expect((await visitor.request.get(path)).status(), path).toBe(404);
});

test("a kiosk shows it with the server away", async ({ browser }) => {
  const { page } = await person(browser, own.origin, { serviceWorkers: "allow" });
  await openKiosk(page);
  const held = async (): Promise<number> =>
    page.evaluate(async () => (await (await caches.open("kiosk-1")).keys()).filter(({ url }) => url.includes("/media/")).length);
  await expect.poll(held).toBeGreaterThan(0);
  await own.stop();
  await page.reload();
  await listens(page);
  const address = await page.evaluate(async () => (await (await caches.open("kiosk-1")).keys()).find(({ url }) => url.includes("/media/"))?.url ?? "");
  expect(await page.evaluate(async (url) => (await fetch(url)).status, address)).toBe(200);
  await own.start();
});

test("a picture is cropped by the keyboard and by hand, again from the whole; another part is another picture", async () => {
  const page = administrator;
  await page.goto(WRITE);
  await page.locator(".w-image img").click();
  const before = await page.locator(".w-figure img").getAttribute("src");
  await tool(page, "Cắt lại ảnh").click();
  const dialog = page.getByRole("dialog");
  const width = dialog.getByRole("slider", { name: "Chiều rộng" });
  await expect(width).toHaveValue("1200");
  await width.press("ArrowLeft");
  await expect(width).toHaveValue("1188");
  await dialog.getByRole("button", { name: "Khung hình 1:1" }).click();
  await expect(width).toHaveValue("800");
  await expectAccessible(page, "cropping");
  // By hand: the frame's lower right corner, inwards.
  const frame = (await dialog.locator(".w-crop-frame").boundingBox()) as { x: number; y: number; width: number; height: number };
  const at = (x: number, y: number): [number, number] => [frame.x + (x / 1200) * frame.width, frame.y + (y / 800) * frame.height];
  await page.mouse.move(...at(999, 799));
  await page.mouse.down();
  await page.mouse.move(...at(800, 600), { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => Math.abs(Number(await width.inputValue()) - 601)).toBeLessThan(6);
  await dialog.getByRole("button", { name: "Dùng ảnh này" }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => page.locator(".w-figure img").getAttribute("src")).not.toBe(before);
  await expect(page.locator(".w-figure .w-words")).toHaveText([ALT.vi, CAPTION.vi]);
  await saved(page);
  // What is said of another picture is asked for again.
  await page.goto("/workbench/articles/quay-khai-bao");
  await expect(rowOf(page, CAPTION.vi).getByText("Chờ duyệt", { exact: true })).toBeVisible();
  await expect(rowOf(page, "Tờ khai").getByText("Chờ duyệt", { exact: true })).toHaveCount(0);
});

const rowOf = (page: Page, words: string): Locator => page.locator(".unit").filter({ has: page.getByText(words, { exact: true }) });

test("what is no picture is refused in words; a picture that Word kept to itself is asked for kindly; uploads can be chosen again", async () => {
  const page = administrator;
  await page.goto(WRITE);
  await text(page).getByText("Nơi nộp tờ khai.").click();
  await told(page);
  await page.keyboard.press("Control+Alt+p");
  const dialog = page.getByRole("dialog");
  const tried: [string, Buffer, RegExp][] = [
    ["anh.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /nhận ảnh JPEG, PNG và WebP/],
    ["hong.jpg", (await photo()).subarray(0, 3_000), /bị hỏng hoặc chưa được chép đủ/],
    ["to.jpg", Buffer.alloc(12 * 1024 * 1024 + 1), /lớn hơn 12 MB/],
  ];
  await dialog.getByLabel("Ảnh của ai").fill("Không rõ");
  for (const [name, buffer, words] of tried) {
    await dialog.getByLabel("Tệp ảnh trên máy").setInputFiles({ name, mimeType: "image/jpeg", buffer });
    await dialog.getByRole("button", { name: "Tải ảnh lên" }).click();
    await expect(dialog.getByRole("alert")).toHaveText(words);
  }
  await expectAccessible(page, "a refused picture");
  // One that is there already.
  await dialog.getByRole("button", { name: "Cán bộ Trung tâm chụp" }).click();
  await dialog.getByRole("button", { name: "Dùng ảnh này" }).click();
  await expect(page.locator(".w-figure")).toHaveCount(2);
  await tool(page, "Bỏ ảnh").click();
  await expect(page.locator(".w-figure")).toHaveCount(1);

  await text(page).getByText("Xin đến quầy khai báo trong nhà ga.").click();
  await told(page);
  await paste(page, '<p>Một đoạn</p><p><img src="file:///C:/clip_image001.png"></p>', null);
  await expect(page.locator(".w-awaited")).toContainText("không gửi kèm ảnh khi sao chép");
  await page.locator(".w-awaited").getByRole("button", { name: "Không dùng ảnh này" }).click();
  await expect(page.locator(".w-awaited")).toHaveCount(0);
  // A picture alone asks for itself at once.
  await paste(page, null, await photo({ width: 300, height: 200 }));
  await uploadAndUse(page);
  await expect(page.locator(".w-figure")).toHaveCount(2);
  await saved(page);
});
