import type { Page } from "@playwright/test";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { openKiosk } from "./people.ts";

/** WCAG 2.2 asks for 24 px; a gloved hand at the gate, for more. */
const LEAST_TARGET = 64;

test.use({ serviceWorkers: "allow" });

const screen = (page: Page, name: string) => page.locator(`.kiosk[data-screen="${name}"]`);

async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page.locator("button, input, textarea").evaluateAll(
    (buttons, least) =>
      buttons
        .map((button) => ({ name: button.textContent ?? "", box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    LEAST_TARGET,
  );
  expect(small).toEqual([]);
}

/** Every screen of a visit, and how a visitor gets there from the one before. */
const journey = (page: Page, name: string): [kind: string, go: () => Promise<unknown>][] => {
  const home = () => page.locator(".bar .home").click();
  const door = async (number: number) => {
    await home();
    await page.locator(".doors button").nth(number).click();
  };
  return [
    ["attract", async () => {}],
    ["home", () => page.getByRole("button", { name }).click()],
    ["topic", () => page.locator(".topics button").nth(1).click()],
    ["article", () => page.locator(".articles button").first().click()],
    ["phrases", () => door(0)],
    ["phrase", () => page.locator(".cards button").first().click()],
    ["questions", () => door(1)],
    ["question", () => page.locator(".articles button").first().click()],
    ["notices", () => door(2)],
    ["notice", () => page.locator(".notices button").first().click()],
    ["gates", () => door(3)],
    ["gate", () => page.locator(".line-map button").nth(4).click()],
    ["write", () => door(4)],
    ["write", () => page.locator("textarea").click()],
    [
      "search",
      async () => {
        await page.locator(".bar .search").click();
        for (const letter of "ho") await page.locator(".keyboard").getByRole("button", { name: letter, exact: true }).click();
        await expect(page.locator(".hits button").first()).toBeVisible();
      },
    ],
    ["search", () => page.locator(".bar .carry").click()],
    [
      "search",
      async () => {
        await page.locator(".panel .close").click();
        await page.locator(".bar .ease").click();
      },
    ],
  ];
};

for (const viewport of [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
]) {
  for (const { tag, name } of LANGUAGES) {
    test(`a visitor reads at a kiosk of ${viewport.width}×${viewport.height} in ${name}: every screen accessible, every target large`, async ({ page }) => {
      test.setTimeout(400_000);
      await page.setViewportSize(viewport);
      await openKiosk(page);
      for (const [number, [kind, go]] of journey(page, name).entries()) {
        await go();
        await expect(screen(page, kind)).toBeVisible();
        await expectLargeTargets(page);
        // What stands where does not change what it is: the rules about roles and names are asked once.
        const rules = viewport.width < viewport.height ? undefined : ["color-contrast", "scrollable-region-focusable"];
        await page.emulateMedia({ colorScheme: "light" });
        await expectAccessible(page, `${number} ${kind} light`, rules);
        await page.emulateMedia({ colorScheme: "dark" });
        await expectAccessible(page, `${number} ${kind} dark`, ["color-contrast"]);
        if (kind !== "attract") await expect(page.locator(`[lang="${tag}"]`).first()).toBeAttached();
        // No way out: nothing on a kiosk leads to another address.
        await expect(page.locator("a[href]")).toHaveCount(0);
        // Nothing is wider than the glass.
        const fits = () =>
          page.evaluate(
            () =>
              document.documentElement.scrollWidth <= innerWidth &&
              (document.querySelector("main")?.scrollWidth ?? 0) <= (document.querySelector("main")?.clientWidth ?? 0),
          );
        await expect.poll(fits).toBe(true);
      }
    });
  }
}

test("the language changes in place, and there is no trace of it in the browser's history", async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  await openKiosk(page);
  const before = await page.evaluate(() => history.length);
  await page.getByRole("button", { name: "中文" }).click();
  await page.locator(".topics button").nth(1).click();
  await page.locator(".articles button").first().click();
  await page.getByRole("button", { name: "向下" }).click();
  const segment = page.locator('.article-body [id^="s-"]').nth(12);
  await segment.scrollIntoViewIfNeeded();
  const id = await segment.getAttribute("id");
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await expect(page.locator(`#${id}`)).toBeInViewport();
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test("a kiosk that is left alone asks first, lets the visitor stay, and then forgets everything", async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  await openKiosk(page, "/kiosk/huu-nghi?idle=2");
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  const warning = page.getByRole("alertdialog");
  await expect(warning).toBeVisible();
  await warning.getByRole("button", { name: "Xem tiếp" }).click();
  await expect(warning).toBeHidden();
  const touched = Date.now();
  await page.locator(".topics button").first().click();
  await expect(warning).toBeVisible();
  await expect(screen(page, "attract")).toBeVisible({ timeout: 90_000 });
  // Two seconds alone, and at least 20 to answer: slow machines make it longer, none shorter.
  expect(Date.now() - touched).toBeGreaterThan(21_500);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(screen(page, "home")).toBeVisible();
  await expect(warning).toBeVisible();
  await expectAccessible(page, "warning");
});

test("the keyboard alone leads through a kiosk", async ({ page }) => {
  await openKiosk(page);
  await page.getByRole("button", { name: "中文" }).focus();
  await page.keyboard.press("Enter");
  await expect(screen(page, "home")).toBeVisible();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.closest(".topics") !== null)) break;
  }
  await page.keyboard.press("Enter");
  await expect(screen(page, "topic")).toBeVisible();
});
