/**
 * `npm run screenshots`: takes the README's pictures anew from the built portal with its starter content. What is seen is what runs.
 */
import { mkdirSync } from "node:fs";
import { type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { isRoot, systemBrowser } from "./browser.mjs";
import { openFleet } from "./e2e/fleet.ts";
import { codeOn, holdsManifest, shows } from "./e2e/paired-display.ts";
import { item, openPlaying } from "./e2e/playing.ts";
import { openSite } from "./e2e/site.ts";

const FOLDER = new URL("../.github/images/", import.meta.url).pathname;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 860 };
const KIOSK = { width: 1080, height: 1920 };

interface Shot {
  name: string;
  path: string;
  viewport: { width: number; height: number };
  colorScheme?: "dark";
  /** What a person does before the picture is taken. */
  act?: (page: Page) => Promise<void>;
}

/** Begins a visit at a kiosk: a hand that is faster than the page's scripts touches again. */
async function visit(page: Page, language: string): Promise<void> {
  const home = page.locator('.kiosk[data-screen="home"]');
  while (!(await home.isVisible())) {
    await page
      .locator(".languages")
      .getByRole("button", { name: language })
      .click({ timeout: 1_000 })
      .catch(() => {});
  }
}

const SHOTS: Shot[] = [
  { name: "home-vi", path: "/vi", viewport: DESKTOP },
  { name: "home-zh-phone", path: "/zh", viewport: PHONE },
  { name: "article-zh-phone-dark", path: "/zh/articles/mang-tien-mat", viewport: PHONE, colorScheme: "dark" },
  { name: "search-vi-phone", path: "/vi/search?q=gio+mo+cua", viewport: PHONE },
  { name: "side-by-side", path: "/vi/articles/so-dien-thoai-khan-cap/side-by-side", viewport: DESKTOP },
  { name: "gate-zh", path: "/zh/gates/huu-nghi", viewport: DESKTOP },
  { name: "kiosk", path: "/kiosk/huu-nghi", viewport: KIOSK },
  { name: "kiosk-landscape", path: "/kiosk/huu-nghi", viewport: { width: KIOSK.height, height: KIOSK.width } },
  {
    name: "kiosk-article-zh",
    path: "/kiosk/huu-nghi",
    viewport: KIOSK,
    async act(page) {
      await visit(page, "中文");
      await page.getByRole("button", { name: /现金/ }).first().click();
      await page
        .getByRole("button", { name: /携带现金出入境/ })
        .first()
        .click();
    },
  },
  {
    name: "kiosk-search-vi",
    path: "/kiosk/huu-nghi",
    viewport: KIOSK,
    async act(page) {
      await visit(page, "Tiếng Việt");
      await page.getByRole("button", { name: "Tìm kiếm" }).click();
      for (const letter of "hooj") await page.locator(".keyboard").getByRole("button", { name: letter, exact: true }).click();
      await page.locator(".hits button").first().waitFor();
    },
  },
  {
    name: "kiosk-phrase-zh",
    path: "/kiosk/huu-nghi",
    viewport: { width: KIOSK.height, height: KIOSK.width },
    async act(page) {
      await visit(page, "中文");
      await page.getByRole("button", { name: /与工作人员沟通/ }).click();
      await page.locator(".cards button").nth(2).click();
    },
  },
];

/** Paired displays, each at what it shows first. */
const DISPLAYS = [
  { name: "led-strip", kind: "led", width: 192, height: 64, wait: ".led-board" },
  { name: "led-wall", kind: "led", width: 384, height: 192, wait: ".led-words" },
  { name: "led-totem", kind: "led", width: 1080, height: 1920, wait: ".led-board" },
  { name: "speaker", kind: "speaker", width: 1280, height: 800, wait: ".speaker-main" },
] as const;

const site = await openSite("sqlite");
const browser = await chromium.launch({ executablePath: systemBrowser(), args: isRoot() ? ["--no-sandbox"] : [] });
const open = async (options: BrowserContextOptions) => (await browser.newContext({ baseURL: site.origin, locale: "vi-VN", ...options })).newPage();
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, path, viewport, colorScheme = "light", act } of SHOTS) {
    const page = await open({ viewport, colorScheme });
    await page.goto(path);
    await act?.(page);
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    await page.context().close();
  }
  const desk = await open({ viewport: DESKTOP });
  await desk.goto(site.firstLink);
  await desk.getByLabel("Địa chỉ thư điện tử").fill("lan@langson.example");
  await desk.getByLabel("Họ và tên").fill("Nông Thị Lan");
  await desk.getByLabel("Mật khẩu").fill("con trâu đi trước cái cày");
  await desk.getByRole("button", { name: "Tạo tài khoản và đăng nhập" }).click();
  await desk.waitForURL(/\/workbench$/);
  await desk.goto("/workbench/articles/mang-tien-mat?unit=where-desk");
  const unit = desk.locator("#u-where-desk");
  await unit
    .getByRole("textbox")
    .first()
    .fill("Tại quầy hải quan của cửa khẩu, cả chiều vào lẫn chiều ra, **trước khi kiểm tra hành lý**. Nếu không chắc, xin hỏi trước.");
  await unit.getByRole("button", { name: "Lưu" }).first().click();
  await unit.getByText("Nguồn đã đổi", { exact: true }).waitFor();
  await unit.scrollIntoViewIfNeeded();
  await desk.screenshot({ path: `${FOLDER}desk.png` });
  const [fleet, playing] = [openFleet(site.dataDir), openPlaying(site.dataDir)];
  playing.play("chi-ma", [item({ kind: "gates" })]);
  for (const { name, kind, width, height, wait } of DISPLAYS) {
    const page = await open({ viewport: { width, height } });
    await page.goto("/display");
    const id = fleet.confirm(await codeOn(page), { name, site: "chi-ma", kind });
    await shows(page, "playing", 60_000);
    await holdsManifest(fleet, id);
    playing.setDisplay(id, { size: { width, height } });
    await page.locator(wait).first().waitFor({ timeout: 90_000 });
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    await page.context().close();
  }
  playing.close();
  fleet.close();
} finally {
  await browser.close();
  await site.remove();
}
