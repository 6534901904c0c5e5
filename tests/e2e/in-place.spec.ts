import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, expectAccessibleInAllColours, test } from "./fixtures.ts";
import { invite, join, listens, person, signIn, signOut } from "./people.ts";
import { openSite, type Site } from "./site.ts";

const ARTICLE = "/articles/mang-tien-mat";
/** One page of every kind. */
const PAGES = ["", "/gates/huu-nghi", ARTICLE, `${ARTICLE}/side-by-side`, "/notices", "/questions", "/phrases", "/about"];

// One after another, on one site; each says for itself what is on.
test.describe.configure({ mode: "default" });

// One of them is about pages that are kept for times without a link.
test.use({ serviceWorkers: "allow" });

let site: Site & { remove(): Promise<void> };
/** May edit everything. */
let quan: Page;
/** Translates into Chinese alone. */
let lan: Page;
/** Reports at gates; edits no words. */
let tam: Page;

test.beforeAll(async ({ browser }) => {
  site = await openSite("sqlite");
  quan = (await person(browser, site.origin)).page;
  await join(quan, site.firstLink, "Hoàng Văn Quản", "quan@langson.example");
  const chinese = (page: Page) => page.getByRole("checkbox", { name: "中文" }).first().check();
  lan = await member(browser, await invite(quan, "lan@langson.example", ["Người dịch"], chinese), "Nông Thị Lan");
  tam = await member(browser, await invite(quan, "tam@langson.example", ["Cán bộ trực cửa khẩu"]), "Vi Văn Tâm");
});
test.afterAll(() => site.remove());

async function member(browser: Browser, link: string, name: string): Promise<Page> {
  const { page } = await person(browser, site.origin);
  await join(page, link, name, null);
  return page;
}

const bar = (page: Page) => page.locator("#in-place");
const marks = (page: Page) => page.locator(".edit-this");
const toggle = (page: Page, name: "Sửa bài" | "Sửa chữ giao diện") => bar(page).getByRole("button", { name });
const isOn = (page: Page, mode: string) => expect(page.locator("html")).toHaveAttribute("data-in-place", mode);
/** How many words of the page lie under a highlight. */
const outlined = (page: Page) => page.evaluate(() => CSS.highlights.get("in-place")?.size ?? 0);

const areOutlined = (page: Page) => expect.poll(() => outlined(page)).toBeGreaterThan(10);

async function editStrings(page: Page): Promise<void> {
  await toggle(page, "Sửa chữ giao diện").click();
  await areOutlined(page);
}

/** Lets the browser be one where this was on. */
async function wants(page: Page, mode: "marks" | "strings" | "off"): Promise<void> {
  await page.goto("/robots.txt");
  await page.evaluate((kept) => localStorage.setItem("in-place", kept), mode);
}

/** Everything that is asked of the server while something is done. */
async function askedWhile(page: Page, act: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const note = (request: { url(): string }) => asked.push(new URL(request.url()).pathname);
  page.on("request", note);
  await act();
  await page.waitForLoadState("networkidle");
  page.off("request", note);
  return asked;
}

test("public pages are the very same bytes for members and for everyone, and lie in the cache", async ({ request }) => {
  await quan.goto("/workbench");
  for (const lang of ["vi", "zh"])
    for (const path of PAGES) {
      const [mine, everyones] = [await quan.request.get(`/${lang}${path}`), await request.get(`${site.origin}/${lang}${path}`)];
      expect([path, mine.status(), await mine.text()]).toEqual([path, everyones.status(), await everyones.text()]);
      for (const name of ["etag", "cache-control", "vary"]) expect([path, mine.headers()[name]]).toEqual([path, everyones.headers()[name]]);
      expect(mine.headers()["cache-control"]).toContain("public");
    }
});

test("a visitor's browser asks for nothing more, and nobody's scripts can read who is signed in", async ({ browser }) => {
  const { page, context } = await person(browser, site.origin);
  for (const path of [`/vi${ARTICLE}`, "/zh"]) {
    const asked = await askedWhile(page, () => page.goto(path));
    expect(asked.filter((one) => one.includes("in-place"))).toEqual([]);
  }
  await context.close();
  await quan.goto(`/vi${ARTICLE}`);
  expect(await quan.evaluate(() => document.cookie)).toBe("");
});

test("what may be edited is told to members alone, and kept nowhere", async ({ playwright }) => {
  const address = `/workbench/in-place?page=/vi${ARTICLE}`;
  const nobody = await playwright.request.newContext({ baseURL: site.origin, extraHTTPHeaders: { accept: "application/json" } });
  const refused = await nobody.get(address, { maxRedirects: 0 });
  expect([refused.status(), refused.headers()["cache-control"], await refused.text()]).toEqual([302, "no-store", ""]);
  const operator = await tam.request.get(address, { headers: { accept: "application/json" } });
  expect([operator.status(), operator.headers()["cache-control"]]).toEqual([403, "no-store"]);
  expect(await operator.text()).not.toContain("segments");
  const told = await quan.request.get(address);
  expect([told.status(), told.headers()["cache-control"]]).toEqual([200, "no-store"]);
  expect(((await told.json()) as { pairs: { slug: string }[] }).pairs.map(({ slug }) => slug)).toEqual(["mang-tien-mat"]);
  await nobody.dispose();
});

test("beside every segment and the title stands a way to that very segment at the desk, by pointer and by keyboard", async () => {
  await wants(quan, "marks");
  await quan.goto(`/vi${ARTICLE}`);
  await expect(bar(quan)).toBeVisible();
  const facts = await quan.locator('[id^="s-"]:has(.facts, .fact-box, dl)').count();
  await expect(marks(quan)).toHaveCount((await quan.locator('[id^="s-"]').count()) - facts);
  await expect(quan.getByRole("heading", { level: 1 })).toHaveText("Mang tiền mặt qua biên giới");

  await quan.locator("#s-summary .edit-this").click();
  await expect(quan).toHaveURL(/\/workbench\/articles\/mang-tien-mat\?unit=summary#u-summary$/);
  await expect(quan.locator("#u-summary")).toHaveClass(/is-active/);
  await expect(quan.locator("#u-summary")).toBeInViewport();

  await quan.goBack();
  await quan.getByRole("link", { name: "Sửa tiêu đề" }).focus();
  await quan.keyboard.press("Enter");
  await expect(quan.locator("#u-title")).toHaveClass(/is-active/);
});

test("every kind of page that shows pairs has the marks", async () => {
  await wants(quan, "marks");
  for (const path of ["/zh/about", `/vi${ARTICLE}/side-by-side`]) {
    await quan.goto(path);
    await expect.poll(() => marks(quan).count(), path).toBeGreaterThan(3);
  }
  for (const list of ["/vi/questions", "/zh/notices"]) {
    await quan.goto(list);
    await isOn(quan, "marks");
    await expect(marks(quan)).toHaveCount(0);
    await quan.locator(`main a[href^="${list}/"]:not([href$="/new"]):not([href$="/reply"])`).first().click();
    await expect(quan.locator("#s-title + .edit-this")).toBeVisible();
  }
  await quan.goto("/vi/phrases");
  const card = quan.locator(".phrase").first();
  await expect(card.locator("h3 + .edit-this")).toBeVisible();
  await expect(card.locator(".hint .edit-this")).toHaveAttribute("href", `/workbench/articles/${await card.getAttribute("id")}?unit=summary#u-summary`);
  await expectAccessible(quan, "phrases with marks");
  // Then it is being shown to somebody.
  await card.locator(".show").click();
  await expect(card.locator("h3 + .edit-this")).toBeHidden();
});

test("one key or one tap takes it away, and it stays away until it is wanted", async () => {
  await wants(quan, "marks");
  await quan.goto(`/vi${ARTICLE}`);
  await expect(marks(quan).first()).toBeVisible();
  // A term's card that lies open is closed first.
  await quan.locator("#s-summary a.term").first().click();
  await expect(quan.locator(".term-card")).toBeFocused();
  await quan.keyboard.press("Escape");
  await expect(quan.locator(".term-card")).toHaveCount(0);
  await isOn(quan, "marks");
  await quan.keyboard.press("Escape");
  await expect(marks(quan)).toHaveCount(0);
  await quan.goto(`/zh${ARTICLE}`);
  await quan.getByRole("button", { name: "打开就地编辑工具" }).click();
  await expect(marks(quan).first()).toBeVisible();
  await bar(quan).getByRole("button", { name: "关闭" }).click();
  await expect(quan.getByRole("button", { name: "打开就地编辑工具" })).toBeFocused();
  await quan.keyboard.press("Enter");
  await isOn(quan, "marks");
});

test("a click on the interface's own words opens that very string, whatever they else do", async () => {
  await wants(quan, "marks");
  await quan.goto(`/vi${ARTICLE}`);
  await editStrings(quan);
  const shape = await quan.locator("main").innerHTML();
  await quan.getByRole("link", { name: "Xem song song hai ngôn ngữ" }).click();
  await expect(quan).toHaveURL(/\/workbench\/strings\/visitor\?unit=article\.sideBySide#u-article\.sideBySide$/);
  await expect(quan.locator(".unit.is-active code")).toHaveText("article.sideBySide");
  await expect(quan.locator(".unit.is-active")).toBeInViewport();

  // It stays on, and draws beside the document.
  await quan.goto(`/vi${ARTICLE}`);
  await areOutlined(quan);
  await expect.poll(() => quan.locator("main").innerHTML()).toBe(shape);
  // Words with something filled in.
  await quan.getByText(/^Đọc \d+ phút$/).click();
  await expect(quan).toHaveURL(/unit=article\.minutes#/);
  // What is no string does what it does.
  await quan.goto(`/vi${ARTICLE}`);
  await areOutlined(quan);
  await quan.locator(".crumb a").click();
  await expect(quan).toHaveURL(/\/vi\/topics\/cash$/);
});

test("every string is reached by keyboard: by what it acts on, and by the list that has the unseen ones too", async () => {
  await wants(quan, "strings");
  await quan.goto(`/vi${ARTICLE}`);
  await areOutlined(quan);
  await quan.locator(".share summary").focus();
  await quan.keyboard.press("Enter");
  await expect(quan).toHaveURL(/\/workbench\/strings\/\w+\?unit=share\./);

  await quan.goto(`/vi${ARTICLE}`);
  await areOutlined(quan);
  await bar(quan).locator("summary").focus();
  await quan.keyboard.press("Enter");
  // The name of the search field is drawn nowhere.
  const unseen = bar(quan).getByRole("link", { name: /visitor · search\.label/ });
  await unseen.focus();
  await expectAccessible(quan, "the list of strings");
  await quan.keyboard.press("Escape");
  await isOn(quan, "strings");
  await expect(unseen).toBeHidden();
  await quan.keyboard.press("Escape");
  await isOn(quan, "off");
  await expect.poll(() => outlined(quan)).toBe(0);
  await quan.getByRole("link", { name: "Xem song song hai ngôn ngữ" }).click();
  await expect(quan).toHaveURL(/side-by-side$/);
});

test("in the workbench too, on plain pages and on those that React runs", async () => {
  await wants(quan, "off");
  for (const [path, words, key, hydrates] of [
    ["/workbench/people", "Tạo đường dẫn mời", /strings\/people\?unit=|strings\/workbench\?unit=/, false],
    [`/workbench/articles/mang-tien-mat`, "Phím tắt", /strings\/(?:desk|workbench)\?unit=/, true],
  ] as const) {
    await quan.goto(path);
    if (hydrates) await listens(quan);
    // Nothing is asked of the server, and nothing drawn, before it is wanted.
    await quan.waitForLoadState("networkidle");
    await expect(bar(quan)).toHaveCount(0);
    await quan.getByRole("navigation").getByText("Quản lý").click();
    await quan.getByRole("navigation").getByRole("link", { name: "Sửa chữ giao diện" }).click();
    await areOutlined(quan);
    await quan.getByRole("button", { name: words }).first().click();
    await expect(quan).toHaveURL(key);
    // It goes along, as on visitors' pages.
    await expect(bar(quan)).toBeVisible();
    await quan.keyboard.press("Escape");
    await expect(bar(quan)).toBeHidden();
  }
});

test("a kiosk shows nothing of it, but to who asks by its address", async () => {
  const asked = await askedWhile(quan, async () => {
    await quan.goto("/kiosk/huu-nghi");
    await listens(quan);
  });
  expect(asked).not.toContain("/workbench/in-place");
  await expect(bar(quan)).toHaveCount(0);
  await quan.goto("about:blank");
  await quan.goto("/kiosk/huu-nghi#edit-strings");
  await areOutlined(quan);
  await quan.getByText("Chạm để chọn ngôn ngữ", { exact: true }).click();
  await expect(quan).toHaveURL(/\/workbench\/strings\/kiosk\?unit=/);
});

test("words that several strings share ask which one is meant", async () => {
  await wants(quan, "strings");
  await quan.goto("/zh");
  await areOutlined(quan);
  // Also the title of the page with what was found.
  await quan.getByRole("button", { name: "搜索", exact: true }).click();
  const choice = bar(quan).getByRole("group", { name: /多个条目/ });
  await expect(choice.getByRole("link").first()).toBeFocused();
  await expectAccessible(quan, "the choice of a string");
  await choice.getByRole("link", { name: "visitor · search.button" }).click();
  await expect(quan).toHaveURL(/strings\/visitor\?unit=search\.button#/);
});

test("who may edit one language finds the marks on its pages alone; who edits no words finds none", async () => {
  await lan.goto(`/zh${ARTICLE}`);
  await expect(marks(lan).first()).toBeVisible();
  // The server is asked, and says that there is nothing.
  await Promise.all([lan.waitForResponse(/\/workbench\/in-place/), lan.goto(`/vi${ARTICLE}`)]);
  await lan.waitForLoadState("networkidle");
  await expect(marks(lan)).toHaveCount(0);
  await expect(bar(lan)).toHaveCount(0);

  const asked = await askedWhile(tam, () => tam.goto(`/zh${ARTICLE}`));
  expect(asked.filter((one) => one.includes("in-place"))).toEqual([]);
  await tam.goto("/workbench");
  await expect(tam.getByRole("link", { name: "Sửa chữ giao diện" })).toHaveCount(0);
});

test("who signed out is asked about once more, and never again until the workbench is entered", async () => {
  await lan.goto(`/zh${ARTICLE}`);
  await expect(marks(lan).first()).toBeVisible();
  await lan.goto("/workbench");
  await signOut(lan);
  const first = await askedWhile(lan, () => Promise.all([lan.waitForResponse(/\/workbench\/in-place/), lan.goto(`/zh${ARTICLE}`)]));
  expect(first.filter((one) => one === "/workbench/in-place")).toHaveLength(1);
  await expect(bar(lan)).toHaveCount(0);
  const second = await askedWhile(lan, () => lan.goto(`/zh${ARTICLE}`));
  expect(second.filter((one) => one.includes("in-place"))).toEqual([]);
  await signIn(lan, "lan@langson.example");
  await expect(lan).toHaveURL(/\/workbench$/);
  await lan.goto(`/zh${ARTICLE}`);
  await expect(marks(lan).first()).toBeVisible();
});

test("with the marks on nothing is found against accessibility, in any colours, on a phone too", async () => {
  await wants(quan, "marks");
  await quan.goto(`/vi${ARTICLE}`);
  await isOn(quan, "marks");
  await expect(bar(quan)).toBeVisible();
  await expectAccessibleInAllColours(quan, "marks");
  await editStrings(quan);
  await expectAccessible(quan, "strings");
  await quan.setViewportSize({ width: 360, height: 740 });
  await quan.goto(`/zh${ARTICLE}`);
  await expect(bar(quan)).toBeVisible();
  await bar(quan).getByRole("button", { name: "编辑内容" }).click();
  await expectAccessible(quan, "marks on a phone");
  await expect.poll(() => quan.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("a page that was kept stays as it is without the server, and has its marks when it is back", async () => {
  const kept = (path: string) => quan.evaluate((wanted) => caches.match(wanted).then(Boolean), path);
  await wants(quan, "marks");
  await quan.goto(`/zh${ARTICLE}`);
  await expect.poll(() => kept(`/zh${ARTICLE}`)).toBe(true);
  await expect.poll(() => quan.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await site.stop();
  await quan.goto(`/zh${ARTICLE}`);
  await expect(quan.locator("#kept")).toBeVisible();
  await expect(marks(quan)).toHaveCount(0);
  await expect(bar(quan)).toHaveCount(0);
  await site.start();
  // It is slow: the kept page is shown, and the server says what may be edited.
  await quan.goto(`/zh${ARTICLE}`);
  await expect(marks(quan).first()).toBeVisible();
});
