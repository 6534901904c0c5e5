import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { type CopiedBuild, copyBuild } from "./built-site.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { joinAll, openDesk, person } from "./people.ts";
import { openSite, type Site } from "./site.ts";

/** What the program is built with, and what the next release brings in its place. */
const BROUGHT = { vi: "Quý khách cần gì?", zh: "您需要了解什么？" };
const NEXT = { vi: "Quý khách muốn biết gì?", zh: "您想了解什么呢？" };
const WRITTEN = { vi: "Quý khách cần biết điều gì hôm nay?", zh: "您今天需要了解什么？" };
const KEY = "home.topics";
const DESK = `/workbench/strings/visitor?unit=${KEY}`;

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
let build: CopiedBuild;
const people: Record<"lan" | "minh" | "hoa" | "visitor", Page> = {} as never;

test.beforeAll(async ({ browser }) => {
  build = copyBuild();
  own = await openSite("sqlite", build.server);
  const members = { lan: ["Nông Thị Lan", "Người dịch"], minh: ["Lý Minh", "Người duyệt"], hoa: ["Vi Thị Hoa", "Người xuất bản"] } as const;
  Object.assign(people, await joinAll(browser, own, members));
  people.visitor = (await person(browser, own.origin)).page;
});
test.afterAll(async () => {
  await own?.remove();
  build?.remove();
});

/** With Tab alone, as far as it takes. */
async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  for (let steps = 0; steps < 150; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way to ${target} by keyboard`);
}

async function press(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press("Enter");
}

/** What a visitor reads at the head of the topics, in each language. */
async function read(words: { vi: string; zh: string }): Promise<void> {
  for (const [lang, text] of Object.entries(words)) {
    await people.visitor.goto(`/${lang}`);
    await expect(people.visitor.getByRole("heading", { name: text, exact: true })).toBeVisible();
  }
}

const row = (page: Page) => page.locator(`[data-unit="${KEY}"]`);
const field = (page: Page, lang: "vi" | "zh") => row(page).locator(`.editor textarea[lang^=${lang}]`);

test("a translator finds a string by the page that shows it, and translates it, without a mouse", async () => {
  const { lan } = people;
  await lan.goto("/workbench/strings");
  await tabTo(lan.getByLabel("Chữ hoặc mã"));
  await lan.keyboard.type("cần gì");
  const page = lan.getByLabel("Hiện ở trang");
  await tabTo(page);
  const pages = await page.getByRole("option").count();
  for (let steps = 0; steps < pages && (await page.inputValue()) !== "visitor-home"; steps += 1) await lan.keyboard.press("ArrowDown");
  await press(lan.getByRole("button", { name: "Lọc" }));
  await expect(lan.getByText("Hiện 1 trên 1 phần.")).toBeVisible();
  await press(lan.getByRole("link", { name: KEY }));

  await expect(lan).toHaveURL(/strings\/visitor\?unit=home\.topics/);
  await expect(row(lan).getByText("trang chủ ·", { exact: false })).toBeVisible();
  await openDesk(lan, lan.url());
  await tabTo(field(lan, "vi"));
  await lan.keyboard.press("Control+A");
  await lan.keyboard.type(WRITTEN.vi);
  await lan.keyboard.press("Control+Enter");
  await expect(field(lan, "zh")).toBeFocused();
  await lan.keyboard.press("Control+A");
  await lan.keyboard.insertText(WRITTEN.zh);
  await press(row(lan).getByRole("button", { name: "Lưu theo nguồn mới" }));
  await expect(row(lan).getByText("Chờ duyệt", { exact: true })).toBeVisible();
  await read(BROUGHT);
});

test("a string without its placeholder is told of, and nobody can approve it", async () => {
  const { lan, minh } = people;
  const desk = "/workbench/strings/visitor?unit=board.asOf";
  const unit = (page: Page) => page.locator('[data-unit="board.asOf"]');
  await openDesk(lan, desk);
  await expect(unit(lan).getByText("{{at}}").first()).toBeVisible();
  await unit(lan).locator("textarea[lang^=zh]").fill("已更新");
  await expect(unit(lan).getByText("Phần giữ chỗ").first()).toBeVisible();
  await unit(lan).getByRole("button", { name: "Lưu", exact: true }).click();
  await expect(unit(lan).getByText("Chờ duyệt", { exact: true })).toBeVisible();
  await openDesk(minh, desk);
  await expect(unit(minh).getByText("Chờ duyệt", { exact: true })).toBeVisible();
  await expect(unit(minh).getByRole("button", { name: "Duyệt cặp này" })).toHaveCount(0);
});

test("approved and published by keyboard, both languages change at once, without a build or a restart", async () => {
  const { minh, hoa } = people;
  await openDesk(minh, DESK);
  await tabTo(field(minh, "zh"));
  await minh.keyboard.press("Alt+KeyA");
  await expect(row(minh).getByText("Đã duyệt", { exact: true })).toBeVisible();
  await openDesk(hoa, DESK);
  await press(hoa.getByRole("button", { name: /^Công bố 1 cặp/ }));
  await expect(hoa.getByText("Không có cặp nào đã duyệt mà chưa công bố.")).toBeVisible();
  await read(WRITTEN);
});

test("the next release brings another text: readers keep what was published, and the desk shows how the program's text changed", async () => {
  const { lan } = people;
  await own.stop();
  build.reword({ [BROUGHT.vi]: NEXT.vi, [BROUGHT.zh]: NEXT.zh });
  await own.start();
  await read(WRITTEN);
  // Where nothing was put in its place the new text is seen at once.
  await lan.goto("/workbench/strings?show=stale");
  await press(lan.getByRole("link", { name: KEY }));
  await expect(row(lan).getByText("Nguồn đã đổi", { exact: true })).toBeVisible();
  await expect(row(lan).getByText("Người đọc vẫn thấy lời đã công bố ở đây", { exact: false })).toBeVisible();
  await expect(row(lan).locator(".source-change ins").filter({ hasText: "muốn" }).first()).toBeVisible();
  await expect(row(lan).locator(".source-change del").filter({ hasText: "需要" })).toBeVisible();
  for (const { code, tag } of LANGUAGES) {
    await lan.locator(`.languages button[lang="${tag}"]`).click();
    await expect(lan.locator("html")).toHaveAttribute("lang", tag);
    for (const colorScheme of ["light", "dark"] as const) {
      await lan.emulateMedia({ colorScheme });
      await openDesk(lan, DESK);
      await expectAccessible(lan, `a stale string, ${code}, ${colorScheme}`);
    }
    await lan.goto("/workbench/strings?page=visitor-home");
    await expectAccessible(lan, `found strings, ${code}, dark`);
  }
  await lan.emulateMedia({ colorScheme: null });
  await lan.locator('.languages button[lang="vi"]').click();
  await expect(lan.locator("html")).toHaveAttribute("lang", "vi");
});

test("the commands see what the portal serves, while it serves", async () => {
  const folder = mkdtempSync(joinPath(tmpdir(), "cau-noi-locales-"));
  cpSync(new URL("../../locales", import.meta.url).pathname, folder, { recursive: true });
  const run = (...given: string[]) => {
    const cli = joinPath(build.server, "../cli.js");
    const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", DATA_DIR: own.dataDir, DATABASE_URL: "" };
    return spawnSync(process.execPath, [cli, "strings", ...given, "--locales", folder], { env: environment, encoding: "utf8" });
  };
  try {
    const check = run("check");
    expect(check.stdout).toContain(`visitor: ${KEY}: stale`);
    expect(check.status).toBe(0);
    // These files are of the release before: for this one they hold somebody's own words.
    const pull = run("pull");
    expect(pull.stderr).toContain("--over");
    expect(pull.status).toBe(1);
    expect(run("pull", "--over").status).toBe(0);
    expect(readFileSync(joinPath(folder, "zh", "visitor.json"), "utf8")).toContain(WRITTEN.zh);
    expect((await people.visitor.request.get("/readyz")).ok()).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("one key press confirms what was looked at", async () => {
  const { lan } = people;
  await openDesk(lan, DESK);
  await press(row(lan).getByRole("button", { name: "Giữ nguyên và xác nhận" }));
  await expect(row(lan).getByText("Đã công bố", { exact: true })).toBeVisible();
  await expect(row(lan).locator(".source-change")).toHaveCount(0);
  await read(WRITTEN);
});

test("a publisher takes a string back to what the program brings along, and forward again", async () => {
  const { hoa } = people;
  await openDesk(hoa, DESK);
  await press(row(hoa).getByRole("link", { name: "Các lần công bố" }));
  await expect(hoa.getByRole("heading", { name: KEY })).toBeVisible();
  await rollBack(hoa, 0);
  await read(NEXT);
  await rollBack(hoa, 1);
  await read(WRITTEN);
  await expectAccessible(hoa, "the editions of a string");
});

async function rollBack(page: Page, to: number): Promise<void> {
  const edition = page.locator(`.changes > li[value="${to}"]`);
  await press(edition.locator("summary"));
  await tabTo(edition.getByRole("textbox"));
  await page.keyboard.type("thử trở lại");
  await press(edition.getByRole("button"));
  await expect(edition.locator(".tag-now")).toBeVisible();
}
