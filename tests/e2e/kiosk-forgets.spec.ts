import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { listens, openKiosk } from "./people.ts";

const PORTRAIT = { width: 1080, height: 1920 };
const VISITS = 200;

// A trace of two hundred visits would cost more than the visits.
test.use({ viewport: PORTRAIT, trace: "off", serviceWorkers: "allow" });

/** Everything in which a visitor could be left behind. */
const traces = (page: Page) =>
  page.evaluate(async () => {
    const root = document.documentElement;
    const stores = await indexedDB.databases();
    const glass = document.querySelector(".kiosk")?.cloneNode(true) as Element;
    // When the server was last heard says nothing of a visitor.
    glass.querySelector(".fresh")?.remove();
    return {
      // What the clock says moves on by itself; and what the server rendered has comments between its texts.
      screen: glass.outerHTML.replace(/\d\d:\d\d|datetime="[^"]*"|<!--.*?-->/gi, ""),
      // Nor does the room that this line takes, by which all letters are measured.
      attributes: root.getAttributeNames().map((name) => `${name}=${root.getAttribute(name)?.replace(/--fit: [\d.]+/, "--fit")}`),
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: stores.map(({ name }) => name),
      cookies: document.cookie,
      history: history.length,
      address: location.href,
      focus: document.activeElement?.tagName,
      scrolled: [...document.querySelectorAll("*")].filter((one) => one.scrollTop > 0 || one.scrollLeft > 0).map((one) => one.className),
      selected: String(getSelection()),
      dialogs: document.querySelectorAll("dialog[open]").length,
      said: (window as unknown as { spoken: string[] }).spoken.at(-1),
    };
  });

/** A machine with a voice of each language; what it is told is written down. */
const withVoices = (page: Page) =>
  page.addInitScript(() => {
    const spoken: string[] = [];
    const voices = [
      { lang: "vi-VN", localService: true, name: "vi" },
      { lang: "zh-CN", localService: true, name: "zh" },
    ];
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: (words: { text: string }) => void spoken.push(words.text),
      cancel: () => void spoken.push("(silence)"),
    });
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.assign(window, { spoken });
  });

const spoken = (page: Page) => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);

/** What visitors do, one after the other. */
const DEEDS: ((page: Page) => Promise<unknown>)[] = [
  (page) => page.locator(".topics button").nth(2).click(),
  async (page) => {
    await page.locator(".search-door").click();
    await page.locator("input").fill("số hộ chiếu của tôi");
  },
  async (page) => {
    await page.locator(".doors button").nth(4).click();
    await page.locator("textarea").fill("điều riêng của tôi");
    await page.locator("input[type=checkbox]").check();
  },
  async (page) => {
    await page.locator(".bar .ease").click();
    await page.locator(".panel .size-2").click();
    await page.locator(".panel .look-dark-more").click();
  },
  async (page) => {
    await page.locator(".topics button").nth(1).click();
    await page.locator(".articles button").first().click();
    await page.locator("main").evaluate((main) => main.scrollTo(0, 900));
    await page.locator(".bar .speak").click();
  },
  (page) => page.locator(".bar .carry").click(),
  async (page) => {
    await page.locator(".doors button").nth(0).click();
    await page.locator(".cards button").nth(3).click();
    await page.locator(".bar .language").click();
  },
];

test(`after each of ${VISITS} visits nothing of the visitor is left`, async ({ page }) => {
  test.setTimeout(600_000);
  await withVoices(page);
  // The server's own clock stays out of it: ten in the morning in Hanoi, and all the visits together end before the gate closes.
  await page.route("**/events", (route) => route.fulfill({ contentType: "text/event-stream", body: "retry: 86400000\n\n" }));
  await page.clock.install({ time: new Date("2026-11-23T03:00:00Z") });
  await page.goto("/kiosk/huu-nghi?idle=2");
  await listens(page);
  // Fonts that come late are the machine's matter.
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.clock.runFor(1_000);
  const before = await traces(page);
  for (let visit = 0; visit < VISITS; visit += 1) {
    await page
      .locator(".languages button")
      .nth(visit % 2)
      .click();
    await DEEDS[visit % DEEDS.length]?.(page);
    // Left alone: the warning comes up, and twenty seconds later the screen forgets.
    await page.clock.fastForward(2_500);
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await page.clock.fastForward(20_500);
    await expect(page.locator('.kiosk[data-screen="attract"]')).toBeVisible();
    const { said: _, ...clean } = before;
    await expect(async () => {
      const { said, ...left } = await traces(page);
      expect(left, `visit ${visit}`).toEqual(clean);
      expect([undefined, "(silence)"], `visit ${visit}`).toContain(said);
    }).toPass({ timeout: 15_000 });
  }
});

test("a page is read aloud where the machine has a voice, and falls silent when the visitor goes on", async ({ page }) => {
  await withVoices(page);
  await openKiosk(page);
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await page.locator(".topics button").nth(3).click();
  await page.locator(".articles button").first().click();
  await page.getByRole("button", { name: "Nghe đọc" }).click();
  await expect.poll(() => spoken(page)).toContain("Mang tiền mặt qua biên giới");
  await expect(page.getByRole("button", { name: "Dừng đọc" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "中文" }).click();
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe("(silence)");
  await page.getByRole("button", { name: "朗读" }).click();
  await expect.poll(() => spoken(page)).toContain("携带现金出入境");
  await page.getByRole("button", { name: "结束" }).click();
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe("(silence)");
});

test("a machine without a voice offers none", async ({ page }) => {
  await openKiosk(page);
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await expect(page.getByRole("button", { name: "Kết thúc" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Nghe đọc" })).toHaveCount(0);
});

test("there is no way out: menus, selection, dragging, zooming, the mouse's side buttons, links, new windows", async ({ page, context }) => {
  await openKiosk(page);
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  const refused = await page.evaluate(() => {
    const main = document.querySelector("main") as HTMLElement;
    const send = (event: Event) => !main.dispatchEvent(event);
    const init = { bubbles: true, cancelable: true };
    const link = Object.assign(document.createElement("a"), { href: "https://elsewhere.example/", target: "_blank", textContent: "out" });
    main.append(link);
    const stopped = {
      menu: send(new MouseEvent("contextmenu", init)),
      selection: send(new Event("selectstart", init)),
      drag: send(new DragEvent("dragstart", init)),
      dragOver: send(new DragEvent("dragover", init)),
      drop: send(new DragEvent("drop", init)),
      zoomByWheel: send(new WheelEvent("wheel", { ...init, ctrlKey: true })),
      pinch: send(new Event("gesturestart", init)),
      back: send(new MouseEvent("mousedown", { ...init, button: 3 })),
      forward: send(new MouseEvent("mouseup", { ...init, button: 4 })),
      middle: send(new MouseEvent("auxclick", { ...init, button: 1 })),
      link: !link.dispatchEvent(new MouseEvent("click", init)),
    };
    link.remove();
    return stopped;
  });
  expect(Object.entries(refused).filter(([, stopped]) => !stopped)).toEqual([]);
  // A wheel without Control scrolls, as it should.
  expect(await page.evaluate(() => document.querySelector("main")?.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true })))).toBe(true);
  expect(
    await page.evaluate(() => {
      const { touchAction, userSelect } = getComputedStyle(document.querySelector(".kiosk") as Element);
      return { touchAction, userSelect, overscroll: getComputedStyle(document.documentElement).overscrollBehaviorX };
    }),
  ).toEqual({ touchAction: "pan-x pan-y", userSelect: "none", overscroll: "none" });
  expect(context.pages()).toHaveLength(1);
  await expect(page).toHaveURL(/\/kiosk\/huu-nghi/);
});

test("the kiosk carries no dictionary of Chinese: it is told how its own pages are read", async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.text().catch(() => ""));
  });
  await openKiosk(page);
  await page.waitForLoadState("networkidle").catch(() => {});
  expect(scripts.length).toBeGreaterThan(0);
  const han = (await Promise.all(scripts)).map((text) => (text.match(/\p{Script=Han}/gu) ?? []).length);
  expect(Math.max(...han)).toBeLessThan(500);
});
