import { expect, type Locator, type Page, test } from "@playwright/test";
import { openMachine } from "./device-browser.ts";
import { expectAccessible } from "./fixtures.ts";
import { factOf, type Ground, holdsManifest, onGround, pair, seesContent, shows } from "./paired-display.ts";
import { openSite } from "./site.ts";

const EMERGENCY = "thu-he-thong-thong-bao-khan-cap";
const NOTICE = "khong-mang-thuoc-la-dien-tu";
const MINUTE = 60_000;
const PORTRAIT = { width: 1080, height: 1920 };
const LANDSCAPE = { width: 1920, height: 1080 };

/** What a device says to its server, or asks whether it is there: all that may ever be sent. */
const WIRE = /^\/(?:display\/(?:events|manifest|report|receipts|token|sw\.js)|readyz)$/;

const screen = (page: Page, name: string) => page.locator(`.kiosk[data-screen="${name}"]`);

/** A finger: touch events as the glass sends them. */
async function fingerOn(page: Page): Promise<(where: Locator) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  return async (where) => {
    await where.scrollIntoViewIfNeeded();
    const box = await where.boundingBox();
    if (!box) throw new Error("there is nothing to touch");
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
}

/** The server away for good, and the machine switched off and on. */
async function restartAlone({ machine, site, address }: Ground, search = ""): Promise<Page> {
  await machine.kill();
  await site.stop();
  const page = await machine.start(`${address}${search}`);
  await seesContent(page);
  return page;
}

for (const { name, glass, letters, reads, found, typed, sought } of [
  { name: "Tiếng Việt", glass: PORTRAIT, letters: "hooj chieesu", reads: "hộ chiếu", found: "hộ", typed: "hoir", sought: "hỏi" },
  { name: "中文", glass: LANDSCAPE, letters: "huzhao", reads: "huzhao", found: "护照", typed: "haiguan", sought: "海关" },
]) {
  test(`with the server away and the browser restarted, a paired kiosk gives a whole visit by touch in ${name}, and asks nobody for anything`, async () => {
    test.setTimeout(300_000);
    await onGround(async (ground) => {
      const { machine, fleet, address } = ground;
      const id = await pair(await machine.start(address), fleet);
      const page = await restartAlone(ground);
      await page.setViewportSize(glass);
      const asked: string[] = [];
      const broken: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      page.on("pageerror", (error) => broken.push(String(error)));
      const tap = await fingerOn(page);
      const home = () => tap(page.locator(".bar .home"));
      const door = async (number: number) => {
        await home();
        await tap(page.locator(".doors button").nth(number));
      };
      const type = async (text: string) => {
        for (const letter of text)
          await tap(letter === " " ? page.locator(".keyboard .space") : page.locator(".keyboard").getByRole("button", { name: letter, exact: true }));
      };
      const on = async (kind: string, go: () => Promise<unknown>) => {
        await go();
        await expect(screen(page, kind)).toBeVisible();
        await expect(page.locator("a[href]"), `${kind}: ways out`).toHaveCount(0);
      };

      await on("home", () => tap(page.locator(".languages").getByRole("button", { name })));
      await on("topic", () => tap(page.locator(".topics button").nth(1)));
      await on("article", () => tap(page.locator(".articles button").first()));
      const title = await page.locator("h1").textContent();
      await on("article", () => tap(page.locator(".bar .language")));
      await expect(page.locator("h1"), "the same page in the other language").not.toHaveText(title ?? "");
      await tap(page.locator(".bar .language"));
      await expect(page.locator("h1")).toHaveText(title ?? "");
      await on("phrases", () => door(0));
      await on("phrase", () => tap(page.locator(".cards button").first()));
      await on("questions", () => door(1));
      await on("question", () => tap(page.locator(".articles button").first()));
      await on("notices", () => door(2));
      await on("notice", () => tap(page.locator(".notices button").first()));
      await on("gates", () => door(3));
      await on("gate", () => tap(page.locator(".line-map button").nth(4)));

      await on("search", () => tap(page.locator(".bar .search")));
      await type(letters);
      await expect(page.getByRole("textbox")).toHaveValue(reads);
      await expect(page.locator(".hits mark").first()).toHaveText(new RegExp(found, "iu"));
      await tap(page.locator(".bar .carry"));
      await expect(page.getByRole("dialog")).toContainText("/search?q=");
      await tap(page.locator(".panel .close"));
      await tap(page.locator(".hits button").first());
      await expect(screen(page, "search")).toHaveCount(0);

      await on("write", () => door(4));
      await tap(page.locator("textarea"));
      await type(typed);
      if (name === "中文") await tap(page.locator(".offers").getByRole("button", { name: sought }));
      await expect(page.locator("textarea")).toHaveValue(sought);
      await tap(page.locator(".keyboard .strong"));
      await tap(page.getByRole("checkbox"));
      asked.length = 0;
      await tap(page.locator(".ways .strong"));
      await expect(page.getByRole("alert"), "what was written is not lost").toBeVisible();
      await expect(page.locator("textarea")).toHaveValue(sought);
      expect(
        asked.filter((path) => !WIRE.test(path)),
        "sending is the one thing that asks",
      ).toEqual(["/display/messages"]);
      asked.length = 0;

      const size = () => page.locator("h1").evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      const usual = await size();
      await tap(page.locator(".bar .ease"));
      await tap(page.locator(".panel .size-2"));
      await tap(page.locator(".panel .look-dark-more"));
      await expectAccessible(page, "larger and darker", ["color-contrast"]);
      await tap(page.locator(".panel .close"));
      await expect.poll(async () => (await size()) / usual).toBeCloseTo(1.3, 1);
      const cut = await page
        .locator(".bar button .icon, .bar button span, .bar button b")
        .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().width < 8 || one.getBoundingClientRect().height < 8).length);
      expect(cut, "pictures and words of the buttons that shrank away").toBe(0);
      await on("attract", () => tap(page.locator(".bar .end")));
      await expect(page.locator("html")).not.toHaveAttribute("data-size");

      expect(
        asked.filter((path) => !WIRE.test(path)),
        "asked of the network",
      ).toEqual([]);
      expect(broken, "errors of the page").toEqual([]);
      expect(fleet.report(id)?.errors).toEqual([]);
    });
  });
}

test("with the server away a paired kiosk is led by the keyboard, asks whoever left it, and forgets them", async () => {
  await onGround(async (ground) => {
    const { machine, fleet, address } = ground;
    await pair(await machine.start(address), fleet);
    // Left alone on a clock of its own: a slow machine is no visitor who went away.
    const idle = 600;
    const page = await restartAlone(ground, `?idle=${idle}`);
    await page.clock.install();
    await page.reload();
    await seesContent(page);
    await page.getByRole("button", { name: "中文" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.getByRole("button", { name: "搜索" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox")).toBeFocused();
    // Written as in Taiwan or Hong Kong, as a keyboard of one's own may write it.
    await page.keyboard.insertText("開放時間");
    await expect(page.locator(".hits mark").first()).toHaveText("开放时间");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(screen(page, "search")).toHaveCount(0);
    const warning = page.getByRole("alertdialog");
    await page.clock.fastForward((idle + 1) * 1_000);
    await expect(warning).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(warning).toBeHidden();
    await page.clock.fastForward((idle + 1) * 1_000);
    await expect(warning).toBeVisible();
    await page.clock.fastForward(21_000);
    await expect(screen(page, "attract")).toBeVisible();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("button", { name: "搜索" }).click();
    await expect(page.getByRole("textbox")).toHaveValue("");
    await page.clock.fastForward((idle + 1) * 1_000);
    await expect(warning).toBeVisible();
    await expectAccessible(page, "the warning");
  });
});

test("an emergency covers a paired kiosk without a server and after a restart, ends on time, and every notice that was shown is told once", async () => {
  test.setTimeout(240_000);
  await onGround(async (ground) => {
    const { machine, fleet, address, site } = ground;
    const first = await machine.start(address);
    const id = await pair(first, fleet);
    await expect(first.locator(".attract .banner")).toBeVisible();
    await first.waitForTimeout(4_000);
    await first.getByRole("button", { name: "Tiếng Việt" }).click();
    await expect(first.locator(".visit .banner")).toBeVisible();
    await first.waitForTimeout(4_000);
    fleet.setNotice(EMERGENCY, { level: "emergency", from: new Date(Date.now() - MINUTE), until: new Date(Date.now() + 60 * MINUTE) });
    await expect(screen(first, "emergency")).toBeVisible();
    await expect.poll(() => factOf(first, "notices").then((held) => JSON.stringify(held))).toContain(EMERGENCY);
    await first.waitForTimeout(4_000);

    const page = await restartAlone(ground);
    await expect(screen(page, "emergency")).toBeVisible();
    await expect(page.locator("button:not(.arrow)")).toHaveCount(0);
    await page.clock.install();
    await page.reload();
    await shows(page, "playing");
    await expect(screen(page, "emergency")).toBeVisible();
    await page.clock.fastForward(58 * MINUTE);
    await expect(screen(page, "emergency")).toBeVisible();
    await page.clock.fastForward(3 * MINUTE);
    await expect(screen(page, "attract")).toBeVisible();

    await site.start();
    await page.clock.runFor(2 * MINUTE);
    const told = () => fleet.receipts(id);
    const of = (slug: string, lang: string | null) => told().filter((one) => one.item === fleet.noticeId(slug) && one.lang === lang);
    await expect.poll(() => of(EMERGENCY, null).length, { timeout: 60_000 }).toBeGreaterThan(1);
    expect(of(NOTICE, null).length, "on the first screen, in both languages").toBeGreaterThan(0);
    expect(of(NOTICE, "vi").length, "on a visitor's, in theirs").toBeGreaterThan(0);
    expect(told().map(({ number }) => number)).toEqual(told().map((_, index) => index + 1));
  });
});

test("what a visitor writes at a paired kiosk arrives, by the display's own door", async () => {
  await onGround(async ({ machine, fleet, address }) => {
    const page = await machine.start(address);
    const id = await pair(page, fleet);
    const posted: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posted.push(new URL(request.url()).pathname));
    await page.getByRole("button", { name: "Tiếng Việt" }).click();
    await page.getByRole("button", { name: /^Gửi câu hỏi, phản hồi/ }).click();
    await page.locator("textarea").fill("Hỏi ở màn hình đã ghép nối");
    await page.getByRole("checkbox").check();
    await page.locator(".ways .strong").click();
    await expect(page.locator(".number")).toHaveText(/^QN(-[0-9A-Z]{4}){3}$/);
    expect(fleet.messages()).toEqual(["Hỏi ở màn hình đã ghép nối"]);
    expect(posted.filter((path) => path.includes("messages"))).toEqual(["/display/messages"]);
    await holdsManifest(fleet, id);
  });
});

test("a display opened without HTTPS on another machine says in both languages what is to be done, and shows the numbers", async () => {
  const site = await openSite("sqlite");
  const machine = openMachine(["--host-resolver-rules=MAP kiosk.example 127.0.0.1"]);
  try {
    const page = await machine.start(`${site.origin.replace("localhost", "kiosk.example")}/display`);
    await shows(page, "insecure");
    for (const glass of [PORTRAIT, LANDSCAPE, { width: 192, height: 64 }]) {
      await page.setViewportSize(glass);
      for (const words of ["Kết nối chưa bảo mật", "连接不安全", "https://"]) await expect(page.locator("main")).toContainText(words);
    }
    await page.setViewportSize(PORTRAIT);
    await expectAccessible(page, "insecure");
    for (const number of ["113", "114", "115", "112"]) await expect(page.getByText(number, { exact: true })).toBeInViewport();
    await expect(page.locator(".device-code")).toHaveCount(0);
  } finally {
    await machine.remove();
    await site.remove();
  }
});
