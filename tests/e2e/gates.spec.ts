import type { BrowserContext, Page } from "@playwright/test";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { join, openDesk, person, send } from "./people.ts";
import { openSite, type Site } from "./site.ts";

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
let operator: { context: BrowserContext; page: Page };

test.beforeAll(async ({ browser }) => {
  own = await openSite("sqlite");
  operator = await person(browser, own.origin);
  await operator.page.setViewportSize({ width: 390, height: 844 });
  // The first member holds every role.
  await join(operator.page, own.firstLink, "Lộc Văn Bình", "binh@langson.example");
});
test.afterAll(async () => {
  await operator.context.close();
  await own.remove();
});

const desk = (page: Page, flow: string) => page.getByRole("form", { name: `Báo tình trạng: ${flow}` });
const queue = (page: Page) => page.getByRole("region", { name: "Tin đã gửi từ máy này" });

/** Opens the operator's page of a gate. */
const openGate = (page: Page, gate: string): Promise<void> => openDesk(page, `/workbench/gates/${gate}`);

/** Two taps: the state, and the button that sends. */
async function tap(page: Page, flow: string, state: string): Promise<void> {
  await desk(page, flow).getByRole("radio", { name: state }).check();
  await desk(page, flow).getByRole("button", { name: "Gửi" }).click();
}

/** Reports with more than a button says, as the page itself would. */
async function report(page: Page, gate: string, fields: Record<string, string>): Promise<void> {
  const status = await page.evaluate(
    async ([path, body]) => (await fetch(path as string, { method: "POST", body: new URLSearchParams(body as Record<string, string>) })).status,
    [`/workbench/gates/${gate}/taps`, { intent: "report", id: crypto.randomUUID(), ...fields }] as const,
  );
  expect(status).toBe(200);
}

test("two taps of an operator change the open pages in both languages, without a reload, and keep the focus", async ({ browser }) => {
  const visitor = await browser.newContext({ baseURL: own.origin });
  // Each in a window of its own, as on phones: a page that nobody sees holds no stream.
  const open = async (path: string) => {
    const page = await visitor.newPage();
    await page.goto(path);
    await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
    return page;
  };
  const board = await open("/vi/gates");
  const others = [
    { page: await open("/vi"), word: /Tân Thanh.*Tạm dừng/ },
    { page: await open("/zh"), word: /新清.*暂停/ },
    { page: await open("/zh/gates/tan-thanh"), word: /旅客.*暂停/ },
  ];
  const link = board.locator("#gate-board").getByRole("link", { name: /Chi Ma/ });
  await link.focus();

  await openGate(operator.page, "tan-thanh");
  await tap(operator.page, "Hành khách", "Tạm dừng");
  await expect(queue(operator.page)).toContainText(/Đã gửi.*Hành khách: Tạm dừng, bấm lúc \d\d:\d\d giờ Hà Nội/);
  for (const { page, word } of [{ page: board, word: /Tân Thanh.*Tạm dừng/ }, ...others]) {
    await expect(page.getByRole("main").locator("[data-live]").filter({ hasText: word }).first()).toBeVisible();
    expect(await page.evaluate(() => "loadedOnce" in window)).toBe(true);
  }
  await expect(link).toBeFocused();
  await expect(board.locator("#line-map .lying a").filter({ hasText: "Tân Thanh" }).locator(".state-suspended")).toHaveCount(1);
  await visitor.close();
});

test("a slip is taken back within ten seconds, and readers see again what held before", async ({ browser }) => {
  const visitor = await person(browser, own.origin);
  await visitor.page.goto("/vi/gates/tan-thanh");
  // The same operator's other phone, on whose clock the ten seconds do not pass, however slow the machine is.
  const phone = await person(browser, own.origin, { storageState: await operator.context.storageState() });
  await phone.page.clock.setFixedTime(new Date());
  await openGate(phone.page, "tan-thanh");
  await tap(phone.page, "Hành khách", "Tạm đóng cửa");
  await expect(visitor.page.locator("#now")).toContainText("Tạm đóng cửa");
  await queue(phone.page).getByRole("button", { name: "Rút lại" }).first().click();
  await expect(queue(phone.page)).toContainText("Đã rút lại: Hành khách: Tạm đóng cửa");
  await expect(visitor.page.locator("#now")).toContainText("Tạm dừng");
  for (const { context } of [visitor, phone]) await context.close();
});

test("directions that differ are told apart, in each language, with the wait", async ({ page }) => {
  await openGate(operator.page, "coc-nam");
  await desk(operator.page, "Hàng hóa").getByText("Chiều, thời hạn, lý do").click();
  await desk(operator.page, "Hàng hóa").getByLabel("vào Việt Nam").check();
  await desk(operator.page, "Hàng hóa").getByLabel("Thời gian chờ").selectOption("120");
  await desk(operator.page, "Hàng hóa").getByLabel("Lý do", { exact: true }).selectOption("weather");
  await tap(operator.page, "Hàng hóa", "Ùn tắc");
  await expect(queue(operator.page)).toContainText("Đã gửi");
  for (const [path, words] of [
    [
      "/vi/gates/coc-nam",
      ["Hàng hóa, vào Việt Nam", "thời gian chờ khoảng 2 giờ; thời tiết xấu", "Hàng hóa, ra khỏi Việt Nam", "Cán bộ cửa khẩu xác nhận lúc"],
    ],
    ["/zh/gates/coc-nam", ["货物（入境越南）", "等候约2小时；天气恶劣", "货物（离开越南）", "口岸工作人员于"]],
  ] as const) {
    await page.goto(own.origin + path);
    for (const word of words) await expect(page.locator("#now")).toContainText(word);
  }
});

test("what ends by its own word turns unknown on the open page, at that second", async ({ page }) => {
  await openGate(operator.page, "na-hinh");
  await page.goto(`${own.origin}/vi/gates/na-hinh`);
  // Soon; on a machine on which it is over before it is shown, later.
  for (const seconds of [8, 20, 60]) {
    const until = Date.now() + seconds * 1_000;
    const hanoi = new Date(until + 7 * 3_600_000).toISOString().slice(0, 19);
    await report(operator.page, "na-hinh", { flow: "passengers", state: "closed", until: hanoi });
    const shown = page.locator("#now", { hasText: "Tạm đóng cửa" }).waitFor({ timeout: until - Date.now() });
    if (
      await shown.then(
        () => true,
        () => false,
      )
    )
      break;
  }
  await expect(page.locator("#now")).not.toContainText("Tạm đóng cửa", { timeout: 90_000 });
  await expect(page.locator("#now")).toContainText("xác nhận lần cuối lúc");
});

test("taps without a link wait in sight, survive a reload, and arrive in their order when the link is back", async () => {
  const { page } = operator;
  await openGate(page, "chi-ma");
  await own.stop();
  await tap(page, "Hành khách", "Ùn tắc");
  await tap(page, "Hành khách", "Tạm dừng");
  await tap(page, "Hàng hóa", "Đang mở");
  await expect(queue(page).getByText("Đang chờ kết nối")).toHaveCount(3);
  await own.start();
  await page.reload();
  await expect(queue(page).getByText("Đã gửi")).toHaveCount(3);
  const log = page.locator(".gate-log li");
  await expect(log.first()).toContainText("Hàng hóa: Đang mở");
  await expect(log.nth(1)).toContainText("Hành khách: Tạm dừng");
  await expect(log.nth(2)).toContainText("Hành khách: Ùn tắc");
});

test("the page opens at the gate of the last shift, and others are one tap away", async () => {
  await operator.page.goto("/workbench/gates");
  await expect(operator.page).toHaveURL(/\/workbench\/gates\/chi-ma$/);
  await operator.page.getByRole("link", { name: "Cửa khẩu khác" }).click();
  await expect(operator.page.locator(".gate-list a")).toHaveCount(8);
});

test("the operator's pages are accessible in both languages, light and dark, and fit a small phone", async () => {
  const { page } = operator;
  await page.setViewportSize({ width: 320, height: 640 });
  for (const { tag, name } of [...LANGUAGES].reverse()) {
    await page.locator(".menu summary").click();
    await page.getByRole("banner").getByRole("button", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    for (const path of ["/workbench/gates?all", "/workbench/gates/chi-ma"]) {
      await page.goto(path);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${path} ${tag} ${colorScheme}`);
      }
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    }
    const heights = await page.locator(".gate-states label").evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(64);
  }
  await page.setViewportSize({ width: 390, height: 844 });
});

test("the board with disturbances and a split flow is accessible in both languages, light and dark", async ({ page }) => {
  for (const path of ["/vi", "/zh/gates", "/vi/gates", "/zh/gates/coc-nam"]) {
    await page.goto(own.origin + path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `${path} ${colorScheme}`);
    }
  }
});

test("without scripts an operator reports, is told so, and takes it back; a refusal loses nothing that was typed", async ({ browser }) => {
  const cookies = await operator.context.cookies();
  const context = await browser.newContext({ baseURL: own.origin, javaScriptEnabled: false });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto("/workbench/gates/binh-nghi");
  await tap(page, "Hành khách", "Tạm dừng");
  await expect(page.getByRole("status")).toContainText("Đã nhận: Hành khách: Tạm dừng.");
  await page.goto("/vi/gates/binh-nghi");
  await expect(page.locator("#now")).toContainText("Tạm dừng");
  await page.goBack();
  await send(page.getByRole("button", { name: "Rút lại" }));
  await page.goto("/vi/gates/binh-nghi");
  await expect(page.locator("#now")).not.toContainText("Tạm dừng");

  await page.goto("/workbench/gates/binh-nghi");
  const form = desk(page, "Hàng hóa");
  await form.locator("summary").click();
  await form.getByLabel("Lý do", { exact: true }).selectOption("other");
  await form.getByLabel("Lý do bằng Tiếng Việt").fill("kiểm tra cầu");
  await tap(page, "Hàng hóa", "Tạm đóng cửa");
  await expect(page.getByRole("alert")).toContainText("cả hai ngôn ngữ");
  await expect(form.getByLabel("Lý do bằng Tiếng Việt")).toHaveValue("kiểm tra cầu");
  await context.close();
});
