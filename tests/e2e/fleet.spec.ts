import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { wav, webm } from "../../app/core/displays/clip-length/clip-samples.ts";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { joinAll } from "./people.ts";
import { openSite, type Site } from "./site.ts";

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
let technician: Page;
let device: APIRequestContext;
const NAME = "Sảnh chờ, cạnh quầy số 2";

test.beforeAll(async ({ browser, playwright }) => {
  test.setTimeout(120_000);
  own = await openSite("sqlite");
  technician = (await joinAll(browser, own, { ky: ["Vi Văn Kỹ", "Kỹ thuật viên"] })).ky;
  device = await playwright.request.newContext({ baseURL: own.origin, extraHTTPHeaders: { origin: own.origin } });
});
test.afterAll(async () => {
  await device.dispose();
  await own.remove();
});

/** What a device says of itself. */
async function report(more: object = {}): Promise<void> {
  const manifest = await device.get("/display/manifest");
  const hash = (manifest.headers().etag ?? "").replaceAll('"', "");
  const said = { manifest: hash, clockOffset: 40, storage: { used: 4e6, quota: 1e9 }, showing: "attract", lang: "vi", errors: [], ordersDone: [] };
  const answer = await device.post("/display/report", { data: { ...said, build: "1", startedAt: new Date().toISOString(), ...more } });
  expect(answer.status()).toBe(204);
}

test("a technician pairs the device that shows a code; a wrong code and an empty name are refused, and what was typed stays", async () => {
  const { code } = await (await device.post("/display/pairing", { data: { width: 1080, height: 1920 } })).json();
  await technician.goto("/workbench");
  await technician.getByRole("navigation", { name: "Bàn làm việc" }).getByRole("link", { name: "Màn hình và loa" }).click();
  await expect(technician.getByText("Chưa có thiết bị nào được kết nối.")).toBeVisible();
  await technician.getByLabel("Mã trên thiết bị").fill("0000-0000");
  await technician.getByLabel("Tên thiết bị").fill(NAME);
  await technician.getByLabel("Địa điểm").selectOption("huu-nghi");
  await technician.getByRole("button", { name: "Kết nối thiết bị" }).click();
  await expect(technician.getByText("Mã này không đúng, đã được dùng hoặc đã hết hạn.")).toBeVisible();
  await expect(technician.getByLabel("Tên thiết bị")).toHaveValue(NAME);
  // As people type: small letters, no hyphen.
  await technician.getByLabel("Mã trên thiết bị").fill(code.toLowerCase().replace("-", " "));
  await technician.getByRole("button", { name: "Kết nối thiết bị" }).click();
  await expect(technician.getByText("Đã kết nối. Thiết bị đang lấy nội dung.")).toBeVisible();
  await expect(technician.getByText("Chờ tín hiệu đầu tiên")).toBeVisible();
});

test("the device's own messages tell how it is: well, in trouble, or behind", async () => {
  expect(await (await device.get("/display/pairing")).json()).toMatchObject({ state: "paired", identity: { name: NAME } });
  await report();
  await technician.reload();
  await expect(technician.locator(".desk-head").getByText("Hoạt động tốt", { exact: true })).toBeVisible();
  await expect(technician.getByText("đúng bản mới nhất")).toBeVisible();
  await report({ errors: [{ at: new Date().toISOString(), message: "no room for /media/1" }] });
  await technician.reload();
  await expect(technician.locator(".desk-head").getByText("Có trục trặc", { exact: true })).toBeVisible();
  await expect(technician.getByText("no room for /media/1")).toBeVisible();
  await report({ manifest: "0".repeat(64) });
  await technician.goto("/workbench/displays");
  await expect(technician.getByRole("row", { name: new RegExp(NAME) })).toContainText("Đang cập nhật");
  await report();
  await technician.getByRole("link", { name: NAME }).click();
});

test("the list shows how all of them did day by day: heard for how long, and what they showed in each language", async () => {
  const at = new Date().toISOString();
  const receipts = ["vi", "vi", "zh", null].map((lang, index) => ({ number: index + 1, item: "gates", lang, at, seconds: 8 }));
  expect((await device.post("/display/receipts", { data: receipts })).status()).toBe(200);
  await technician.goto("/workbench/displays");
  await expect(technician.getByRole("region", { name: "Thời gian liên lạc của mọi thiết bị" })).toContainText(/1 thiết bị giữ liên lạc \d+ % thời gian/);
  const reach = technician.getByRole("region", { name: "Số lần hiện nội dung mỗi ngày" });
  await expect(reach.getByRole("figure")).toContainText(["Tiếng Việt 2 lần", "中文 1 lần", "Hai ngôn ngữ cùng lúc 1 lần"]);
  await reach.getByText("Xem dưới dạng bảng").press("Enter");
  await expect(reach.getByRole("row").last()).toContainText(/2\s*1\s*1$/);
  await technician.getByRole("link", { name: NAME }).click();
});

test("what is asked of it waits until it is told done; settings change what it should hold", async () => {
  await technician.getByRole("button", { name: "Hiện tên lên màn hình" }).click();
  await expect(technician.getByText("Đã yêu cầu thiết bị hiện tên.")).toBeVisible();
  await expect(technician.getByText("thiết bị chưa báo xong")).toBeVisible();

  await technician.getByLabel("Độ sáng, phần trăm").fill("5");
  await technician.getByRole("button", { name: "Lưu cài đặt" }).click();
  await expect(technician.getByText("Xin ghi một số nguyên từ 10 đến 100.")).toBeVisible();
  await technician.getByLabel("Độ sáng, phần trăm").fill("60");
  await technician.getByRole("radio", { name: "cùng lúc trên một hình" }).check();
  await technician.getByRole("group", { name: "Giờ nghỉ" }).getByLabel("Từ").fill("22:00");
  await technician.getByRole("group", { name: "Giờ nghỉ" }).getByLabel("Đến").fill("05:00");
  await technician.getByRole("button", { name: "Lưu cài đặt" }).click();
  await expect(technician.getByText("Đã lưu cài đặt.")).toBeVisible();
  expect((await (await device.get("/display/manifest")).json()).settings).toMatchObject({
    brightness: 60,
    languages: { show: "together" },
    quiet: { from: "22:00", to: "05:00" },
  });
  await technician.getByLabel("Mã PIN mới").fill("12");
  await technician.getByRole("button", { name: "Đặt mã PIN" }).click();
  await expect(technician.getByText("Mã PIN gồm từ 6 đến 12 chữ số.")).toBeVisible();
  await technician.getByLabel("Mã PIN mới").fill("246810");
  await technician.getByRole("button", { name: "Đặt mã PIN" }).click();
  await expect(technician.getByText("Đã đặt mã PIN.")).toBeVisible();
});

test("a playlist is put together, put in order, and reaches the device; a fault is shown where it is", async () => {
  await technician.goto("/workbench/playlists");
  await technician.getByLabel(/Tiếng Việt/).fill("Sảnh Hữu Nghị");
  await technician.getByLabel(/中文/).fill("友谊关大厅");
  await technician.getByLabel("Địa điểm").selectOption("huu-nghi");
  await technician.getByRole("button", { name: "Thêm", exact: true }).click();
  for (const kind of ["Bảng cửa khẩu", "Bài"]) {
    await technician.getByLabel("Loại mục").selectOption({ label: kind });
    await technician.getByRole("button", { name: "Thêm mục" }).click();
    await expect(technician.getByRole("heading", { name: new RegExp(`\\d\\. ${kind}`) })).toBeVisible();
  }
  const article = technician.getByRole("listitem").filter({ has: technician.getByRole("heading", { name: "2. Bài" }) });
  await article.getByLabel("Bài").selectOption("mang-tien-mat");
  await article.getByLabel("Tần suất").fill("99");
  await technician.getByRole("button", { name: "Lưu danh sách" }).click();
  await expect(article.getByText("Mục này chưa đúng")).toBeVisible();
  await expect(article.getByLabel("Tần suất")).toHaveValue("99");
  await article.getByLabel("Tần suất").fill("3");
  await article.getByRole("button", { name: "Đưa lên" }).click();
  await expect(technician.getByRole("heading", { name: "1. Bài" })).toBeVisible();
  await technician.getByRole("button", { name: "Lưu danh sách" }).click();
  await expect(technician.getByText("Đã lưu danh sách.")).toBeVisible();
  await expect(technician.getByText(`Thiết bị đang dùng: ${NAME}.`)).toBeVisible();
  const { playlist } = await (await device.get("/display/manifest")).json();
  expect(playlist.items).toMatchObject([{ kind: "article", slug: "mang-tien-mat", weight: 3 }, { kind: "gates" }]);
});

/** A second of silence: a sound file as small as they come. */
const SILENCE = Buffer.from(wav(1));

/** The form for a recording, filled in but for its files. */
async function recordingForm(vi: string, zh: string): Promise<Locator> {
  await technician.goto("/workbench/recordings");
  const form = technician.locator("form", { has: technician.getByRole("heading", { name: "Thêm bản ghi âm" }) });
  await form.getByLabel(/^Tên bằng Tiếng Việt/).fill(vi);
  await form.getByLabel(/^Tên bằng 中文/).fill(zh);
  await form.getByLabel("Lời đọc bằng Tiếng Việt").fill("Xin quý khách giữ giấy tờ cẩn thận.");
  await form.getByLabel("Lời đọc bằng 中文").fill("请各位旅客保管好证件。");
  await form.getByLabel("Ai đọc, và căn cứ để dùng").fill("Cán bộ của Trung tâm đọc.");
  return form;
}
const choose = (form: Locator, language: string, buffer: Buffer): Promise<void> =>
  form.getByLabel(`Tệp âm thanh bằng ${language}`).setInputFiles({ name: "a.wav", mimeType: "audio/wav", buffer });

test("a recording needs both languages and real sound; then it can be heard and read", async () => {
  const form = await recordingForm("Nhắc giữ giấy tờ", "请保管好证件");
  await choose(form, "Tiếng Việt", SILENCE);
  await choose(form, "中文", Buffer.from("no sound at all"));
  await form.getByRole("button", { name: "Thêm bản ghi âm" }).click();
  await expect(technician.getByText("Tệp này không phải là âm thanh")).toHaveCount(1);
  await expect(form.getByLabel("Lời đọc bằng 中文")).toHaveValue("请各位旅客保管好证件。");
  await choose(form, "Tiếng Việt", SILENCE);
  await choose(form, "中文", Buffer.from(wav(0)));
  await form.getByRole("button", { name: "Thêm bản ghi âm" }).click();
  await expect(technician.getByText("Tệp không ghi độ dài")).toHaveCount(1);
  for (const language of ["Tiếng Việt", "中文"]) await choose(form, language, SILENCE);
  await form.getByRole("button", { name: "Thêm bản ghi âm" }).click();
  await expect(technician.getByText("Đã thêm bản ghi âm.")).toBeVisible();
  const source = await technician.locator("audio").first().getAttribute("src");
  const sound = await technician.request.get(source ?? "");
  expect([sound.status(), sound.headers()["content-type"], (await sound.body()).length]).toEqual([200, "audio/wav", SILENCE.length]);
});

test("a film says how long it is, where it is kept and where it is chosen; one that does not is refused", async () => {
  await technician.goto("/workbench/recordings");
  const films = technician.locator("section", { has: technician.getByRole("heading", { name: "Phim cho màn hình" }) });
  await films.getByLabel("Tên phim").fill("Phim giới thiệu Hữu Nghị");
  const send = async (buffer: Buffer) => {
    await films.getByLabel("Tệp phim").setInputFiles({ name: "a.webm", mimeType: "video/webm", buffer });
    await films.getByRole("button", { name: "Thêm phim" }).click();
  };
  await send(Buffer.from(webm(null)));
  await expect(films.getByText("Tệp không ghi độ dài")).toBeVisible();
  await send(Buffer.from(webm(83)));
  await expect(technician.getByText("Đã thêm phim.")).toBeVisible();
  await expect(films.getByRole("listitem")).toContainText("dài 1:23");
  // By ranges, so that whoever looks at it can go to any place in it.
  const part = await technician.request.get((await films.getByRole("link").getAttribute("href")) ?? "", { headers: { range: "bytes=4-7" } });
  expect([part.status(), part.headers()["content-range"], (await part.body()).length]).toEqual([206, `bytes 4-7/${webm(83).length}`, 4]);

  await technician.goto("/workbench/playlists");
  await technician.getByRole("link", { name: "Sảnh Hữu Nghị" }).click();
  await technician.getByLabel("Loại mục").selectOption({ label: "Phim" });
  await technician.getByRole("button", { name: "Thêm mục" }).click();
  const item = technician.getByRole("listitem").filter({ has: technician.getByRole("heading", { name: "3. Phim" }) });
  await expect(item.getByLabel("Phim", { exact: true })).toContainText("Phim giới thiệu Hữu Nghị · 1:23");
  await expect(item.getByText("Chiếu đến hết phim")).toBeVisible();
  await expect(item.getByLabel("Số giây")).toHaveCount(0);
  await item.getByLabel("Mô tả bằng Tiếng Việt").fill("Cổng cửa khẩu");
  await item.getByLabel("Mô tả bằng 中文").fill("口岸大门");
  await technician.getByRole("button", { name: "Lưu danh sách" }).click();
  await expect(technician.getByText("Đã lưu danh sách.")).toBeVisible();
});

test("a timetable whose times are too close says so, until there is room between them", async () => {
  const form = await recordingForm("Bản tin sáng", "早间广播");
  for (const language of ["Tiếng Việt", "中文"]) await choose(form, language, Buffer.from(wav(100, 8)));
  await form.getByRole("button", { name: "Thêm bản ghi âm" }).click();
  await expect(technician.getByText("Đã thêm bản ghi âm.")).toBeVisible();
  await expect(technician.getByText("dài 1:40")).toHaveCount(2);

  await technician.goto("/workbench/playlists");
  await technician.getByRole("link", { name: "Sảnh Hữu Nghị" }).click();
  await technician.getByLabel("Loại mục").selectOption({ label: "Bản ghi âm" });
  await technician.getByRole("button", { name: "Thêm mục" }).click();
  const item = technician.getByRole("listitem").filter({ has: technician.getByRole("heading", { name: "4. Bản ghi âm" }) });
  await item.getByLabel("Bản ghi âm").selectOption({ label: "Bản tin sáng · 3:23" });
  await technician.getByLabel("Giờ phát trên loa").fill("07:00 07:03 12:00");
  await technician.getByRole("button", { name: "Lưu danh sách" }).click();
  await expect(technician.getByText("Lượt 07:00 dài khoảng 3:23, chưa xong khi đến lượt 07:03.")).toBeVisible();
  await technician.getByLabel("Giờ phát trên loa").fill("07:00 07:04 12:00");
  await technician.getByRole("button", { name: "Lưu danh sách" }).click();
  await expect(technician.getByText("Đã lưu danh sách.")).toBeVisible();
  await expect(technician.getByText("Có giờ phát quá gần nhau")).toHaveCount(0);
});

test("the pages about displays are accessible in both languages, light and dark, and fit a phone", async () => {
  test.setTimeout(120_000);
  await technician.goto("/workbench/displays");
  const display = await technician.getByRole("link", { name: NAME }).getAttribute("href");
  await technician.goto("/workbench/playlists");
  const playlist = await technician.locator("main .sites a").first().getAttribute("href");
  const paths = ["/workbench/displays", display ?? "", "/workbench/playlists", playlist ?? "", "/workbench/recordings"];
  for (const { tag, name } of [...LANGUAGES].reverse()) {
    await technician.goto("/workbench");
    await technician.getByRole("banner").getByRole("button", { name }).click();
    await expect(technician.locator("html")).toHaveAttribute("lang", tag);
    for (const path of paths) {
      await technician.goto(path);
      for (const details of await technician.locator("main details").all())
        await details.evaluate((element: HTMLDetailsElement) => element.setAttribute("open", ""));
      for (const colorScheme of ["light", "dark"] as const) {
        await technician.emulateMedia({ colorScheme });
        await expectAccessible(technician, `${path} ${tag} ${colorScheme}`);
      }
    }
  }
  await technician.emulateMedia({ colorScheme: "light" });
  await technician.setViewportSize({ width: 360, height: 740 });
  for (const path of paths) {
    await technician.goto(path);
    expect(await technician.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
  await technician.setViewportSize({ width: 1280, height: 720 });
});

test("revoked, the device is refused from then on", async () => {
  await technician.goto("/workbench/displays");
  await technician.getByRole("link", { name: NAME }).click();
  await technician.getByText("Ngừng kết nối thiết bị này").click();
  await technician.getByRole("button", { name: "Ngừng kết nối", exact: true }).click();
  await expect(technician.getByText("Đã ngừng kết nối.")).toBeVisible();
  expect((await device.get("/display/manifest")).status()).toBe(401);
});
