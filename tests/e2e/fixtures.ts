import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { openSite, type Site } from "./site.ts";

interface TestFixtures {
  /** Fails the test when a page of its context writes an error or throws; tests that cut the link take it off. */
  quiet: undefined;
}

interface WorkerFixtures {
  /** A portal with the starter content, shared by the tests of a worker: they read. A test that writes opens its own. */
  site: Site;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern
    async ({}, use, { project }) => {
      const site = await openSite(project.name);
      await use(site);
      await site.remove();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => use(site.origin),
  quiet: [
    async ({ context }, use) => {
      const troubles: string[] = [];
      const watch = (page: Page) => {
        page.on("pageerror", (error) => troubles.push(String(error)));
        page.on("console", (message) => {
          // Chromium reports the 404s and 400s that a test asks for as errors of its own.
          if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) troubles.push(message.text());
        });
      };
      for (const page of context.pages()) watch(page);
      context.on("page", watch);
      await use(undefined);
      expect(troubles, "the page wrote errors").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Rules of WCAG 2.2 AA and axe's own best practices: nothing may be found. `rules`: of these alone. */
export async function expectAccessible(page: Page, what: string, rules?: string[]): Promise<void> {
  // "Legacy": in the page alone, without a second one to join frames; there are none, and it takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 5)
        .join("; ")})`,
  );
  expect(found, what).toEqual([]);
}

type Media = NonNullable<Parameters<Page["emulateMedia"]>[0]>;

/** Every set of colours that a device can ask for. */
const COLOURS: Media[] = [{}, { colorScheme: "dark" }, { contrast: "more" }, { contrast: "more", colorScheme: "dark" }, { forcedColors: "active" }];
const ON_COLOURS = ["color-contrast", "link-in-text-block"];

/** The same in every set of colours: but for these a page is the same in each, so that only the first is asked about all the rest. */
export async function expectAccessibleInAllColours(page: Page, what: string): Promise<void> {
  for (const [index, media] of COLOURS.entries()) {
    await page.emulateMedia({ colorScheme: "light", contrast: "no-preference", forcedColors: "none", ...media });
    await expectAccessible(page, `${what} ${JSON.stringify(media)}`, index > 0 ? ON_COLOURS : undefined);
  }
}
