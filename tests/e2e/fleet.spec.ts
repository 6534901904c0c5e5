import type { APIRequestContext, Page } from "@playwright/test";
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
  await technician.getByRole("navigation").getByRole("link", { name: "Màn hình và loa" }).click();
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
function silence(): Buffer {
  const head = Buffer.alloc(44);
  const rate = 8000;
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + rate, 4);
  head.write("WAVEfmt ", 8);
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
  ] as const)
    head.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at);
  head.write("data", 36);
  head.writeUInt32LE(rate, 40);
  return Buffer.concat([head, Buffer.alloc(rate, 128)]);
}

test("a recording needs both languages and real sound; then it can be heard and read", async () => {
  await technician.goto("/workbench/recordings");
  const form = technician.locator("form", { has: technician.getByRole("heading", { name: "Thêm bản ghi âm" }) });
  await form.getByLabel(/^Tên bằng Tiếng Việt/).fill("Nhắc giữ giấy tờ");
  await form.getByLabel(/^Tên bằng 中文/).fill("请保管好证件");
  await form.getByLabel("Lời đọc bằng Tiếng Việt").fill("Xin quý khách giữ giấy tờ cẩn thận.");
  await form.getByLabel("Lời đọc bằng 中文").fill("请各位旅客保管好证件。");
  await form.getByLabel("Ai đọc, và căn cứ để dùng").fill("Cán bộ của Trung tâm đọc.");
  await form.getByLabel("Tệp âm thanh bằng Tiếng Việt").setInputFiles({ name: "vi.wav", mimeType: "audio/wav", buffer: silence() });
  await form.getByLabel("Tệp âm thanh bằng 中文").setInputFiles({ name: "zh.wav", mimeType: "audio/wav", buffer: Buffer.from("no sound at all") });
  await form.getByRole("button", { name: "Thêm bản ghi âm" }).click();
  await expect(technician.getByText("Tệp này không phải là âm thanh")).toHaveCount(1);
  await expect(form.getByLabel("Lời đọc bằng 中文")).toHaveValue("请各位旅客保管好证件。");
  for (const language of ["Tiếng Việt", "中文"])
    await form.getByLabel(`Tệp âm thanh bằng ${language}`).setInputFiles({ name: "a.wav", mimeType: "audio/wav", buffer: silence() });
  await form.getByRole("button", { name: "Thêm bản ghi âm" }).click();
  await expect(technician.getByText("Đã thêm bản ghi âm.")).toBeVisible();
  const source = await technician.locator("audio").first().getAttribute("src");
  const sound = await technician.request.get(source ?? "");
  expect([sound.status(), sound.headers()["content-type"], (await sound.body()).length]).toEqual([200, "audio/wav", silence().length]);
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
