import { join } from "node:path";
import Database from "better-sqlite3";
import { LANGS, type Lang, language, others } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, expectAccessibleInAllColours, test } from "./fixtures.ts";
import { person } from "./people.ts";
import { openSite } from "./site.ts";

/** Notices, questions, phrase cards, forms and the portal's own pages, as visitors meet them. */
const PAGES = {
  notices: "/notices",
  notice: "/notices/khong-mang-thuoc-la-dien-tu",
  "notice that has ended": "/notices/thu-he-thong-thong-bao-khan-cap",
  questions: "/questions",
  question: "/questions/goi-110-o-viet-nam",
  phrases: "/phrases",
  "phrase that fills the screen": "/phrases#cau-mat-ho-chieu",
  about: "/about",
  accessibility: "/accessibility",
  privacy: "/privacy",
  terms: "/terms",
  "form for a question": "/questions/new",
  "form for feedback": "/feedback",
};

/** Not for search engines: it has no twin to name. */
const UNLISTED = { "form for a number": "/questions/reply" };

const SENTENCE: Record<Lang, string> = { vi: "Tôi bị mất hộ chiếu.", zh: "我的护照丢了。" };

for (const lang of LANGS) {
  for (const [kind, path] of Object.entries({ ...PAGES, ...UNLISTED })) {
    test(`${kind} in ${lang} is accessible in all colours, and has its twin`, async ({ page }) => {
      await page.goto(`/${lang}${path}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language(lang).tag);
      await expect(page.locator("h1")).toHaveCount(1);
      await expectAccessibleInAllColours(page, path);
      for (const other of kind in UNLISTED ? [] : others(lang)) {
        await expect(page.locator(`link[rel=alternate][hreflang=${language(other).tag}]`)).toHaveAttribute(
          "href",
          new RegExp(`/${other}${path.split("#")[0]}$`),
        );
      }
    });
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    for (const lang of LANGS) {
      test(`one tap fills the screen with a sentence in both languages, and another brings the visitor back, in ${lang}`, async ({ page }) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(`/${lang}/phrases`);
        const card = page.locator("#cau-mat-ho-chieu");
        await card.getByRole("link").first().click();
        await expect.poll(() => card.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
        const sizes: string[] = [];
        for (const code of LANGS) {
          const words = card.getByText(SENTENCE[code], { exact: true });
          await expect(words).toBeInViewport({ ratio: 1 });
          sizes.push(await words.evaluate((element) => getComputedStyle(element).fontSize));
        }
        expect(new Set(sizes).size, "the languages stand as equals").toBe(1);
        await expect(card.getByText("Wǒ de hù zhào diū le.")).toBeInViewport();
        await expect(page.getByRole("banner")).toBeHidden();

        const turns = card.getByRole("navigation").getByRole("link");
        await turns.last().click();
        await expect(card.getByRole("navigation")).toBeHidden();
        await page.goBack();
        await turns.nth(1).click();
        await expect(card.getByRole("navigation")).toBeHidden();
        await expect(page.getByRole("banner")).toBeVisible();
        await expect(card).toBeInViewport();
      });
    }
  });
}

test("the keyboard stays within a card that fills the screen", async ({ page }) => {
  await page.goto("/vi/phrases#cau-mat-ho-chieu");
  for (let pressed = 0; pressed < 3; pressed += 1) {
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".phrase")?.id)).toBe("cau-mat-ho-chieu");
  }
});

for (const lang of LANGS) {
  test(`home, questions and foot lead to everything the portal has, in ${lang}`, async ({ page }) => {
    await page.goto(`/${lang}`);
    for (const path of ["phrases", "questions", "notices"]) {
      await expect(page.getByRole("main").locator(`a[href="/${lang}/${path}"]`)).toBeVisible();
    }
    for (const path of ["gates", "phrases", "questions", "notices", "about", "accessibility", "privacy", "terms", "feed.xml", `feedback?from=%2F${lang}`]) {
      await expect(page.getByRole("contentinfo").locator(`a[href="/${lang}/${path}"]`), path).toBeVisible();
    }
    await page.goto(`/${lang}/questions`);
    await expect(page.getByRole("main").locator(`a[href="/${lang}/questions/new"]`)).toBeVisible();
  });
}

test("a notice says its level with a shape and a word, and a priority notice stands above home, board and gate, not above an article", async ({ page }) => {
  const banner = page.locator(".banner");
  for (const path of ["/zh", "/zh/gates", "/zh/gates/huu-nghi"]) {
    await page.goto(path);
    await expect(banner.getByText("重要通告"), path).toBeVisible();
    await expect(banner.locator("svg").first()).toBeVisible();
  }
  for (const path of ["/zh/articles/mang-tien-mat", "/zh/notices"]) {
    await page.goto(path);
    await expect(banner, path).toHaveCount(0);
  }
});

test("a path that names no page of the portal is missing", async ({ request }) => {
  for (const path of ["/vi/articles", "/vi/khong-co", "/vi/mang-tien-mat", "/zh/notices/about"]) expect((await request.get(path)).status(), path).toBe(404);
});

test("on paper a page says where it lives, in words and as a code for telephones", async ({ page }) => {
  await page.goto("/vi/articles/mang-tien-mat");
  const paper = page.locator(".on-paper");
  await expect(paper).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(paper).toContainText(/http.*\/vi\/articles\/mang-tien-mat$/);
  await expect(paper.getByRole("img")).toHaveAttribute("src", "/qr/vi/articles/mang-tien-mat.svg");
  await expect(page.getByRole("searchbox")).toBeHidden();
  // It is fetched only for printing: nobody on a bad link pays for it.
  const [code] = await Promise.all([page.waitForResponse(/\/qr\//), page.pdf()]);
  expect(code.status()).toBe(200);
});

for (const width of [320, 768, 2560]) {
  test(`nothing of these pages overflows at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const lang of LANGS) {
      for (const path of Object.values({ ...PAGES, ...UNLISTED })) {
        await page.goto(`/${lang}${path}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide, `${lang}${path}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test("a notice that begins at a set instant, and ends, shows on every open page by itself, whatever the reader's clock says", async ({ browser }, {
  project,
}) => {
  test.setTimeout(400_000);
  const site = await openSite(project.name);
  const { context } = await person(browser, site.origin);
  try {
    const open = async (path: string) => {
      const page = await context.newPage();
      const streams: string[] = [];
      page.on("request", (request) => void (request.url().includes("/events") && streams.push(request.url())));
      // A quarter of an hour behind, as phones are.
      await page.addInitScript(() => {
        const { now } = Date;
        Date.now = () => now() - 900_000;
        Object.assign(window, { loadedOnce: true });
      });
      await page.goto(path);
      return { path, page, streams };
    };
    /** Everything is open, and seen to be open, before the notice begins; on a machine that takes longer the notice begins later. */
    const openBefore = async (seconds: number) => {
      const begin = Date.now() + seconds * 1_000;
      const terms = { level: "emergency", from: new Date(begin).toISOString(), until: new Date(begin + seconds * 1_000).toISOString() };
      setTerms(site.dataDir, "thu-he-thong-thong-bao-khan-cap", terms);
      const [list, own, ...pages] = await Promise.all([
        open("/vi/notices"),
        open("/zh/notices/thu-he-thong-thong-bao-khan-cap"),
        ...["/vi", "/zh/articles/mang-tien-mat", "/vi/about", "/zh/questions/new", "/vi/gates/chi-ma"].map(open),
      ]);
      const soon = Promise.all([
        ...pages.map(({ page, path }) => expect(page.locator(".banner p.level-emergency"), path).toHaveCount(0)),
        expect(list.page.getByRole("heading", { name: "Sắp có hiệu lực" })).toBeVisible(),
        expect(own.page.locator("#standing")).toContainText("本通告尚未生效"),
      ]);
      const seen = await soon.then(
        () => null,
        (failure: unknown) => failure ?? "failed",
      );
      if (Date.now() < begin) {
        if (seen) throw seen;
        return { begin, list, own, pages };
      }
      for (const { page } of [list, own, ...pages]) await page.close();
      await site.stop();
      await site.start();
      return null;
    };
    const opened = (await openBefore(12)) ?? (await openBefore(40)) ?? (await openBefore(120));
    if (!opened) throw new Error("this machine is too slow to open seven pages in two minutes");
    const { begin, list, own, pages } = opened;

    // All at once: it does not last long.
    await Promise.all([
      ...pages.map(({ page, path }) => expect(page.locator(".banner p.level-emergency"), path).toBeVisible({ timeout: begin - Date.now() + 60_000 })),
      expect(list.page.getByRole("heading", { name: "Sắp có hiệu lực" })).toHaveCount(0, { timeout: begin - Date.now() + 60_000 }),
      expect(own.page.locator("#standing")).not.toContainText("本通告尚未生效", { timeout: begin - Date.now() + 60_000 }),
    ]);
    expect(Date.now(), "not before its time").toBeGreaterThan(begin);
    const [home] = pages;
    if (home) await expectAccessible(home.page, "home in an emergency");

    for (const { page, path } of pages) await expect(page.locator(".banner p.level-emergency"), path).toHaveCount(0, { timeout: 180_000 });
    await expect(list.page.getByRole("heading", { name: "Đã kết thúc" })).toBeVisible();
    await expect(own.page.locator("#standing")).toContainText("本通告已结束");
    for (const { page, path } of [...pages, list, own])
      expect(await page.evaluate(() => "loadedOnce" in window && performance.getEntriesByType("navigation").length === 1), path).toBe(true);
    // Who only reads holds no stream open.
    expect(pages.map(({ path, streams }) => [path, streams.length > 0])).toEqual([
      ["/vi", true],
      ["/zh/articles/mang-tien-mat", false],
      ["/vi/about", false],
      ["/zh/questions/new", false],
      ["/vi/gates/chi-ma", true],
    ]);
  } finally {
    await context.close();
    await site.remove();
  }
});

/** Before anybody has read anything: what a publisher would have set. */
function setTerms(dataDir: string, slug: string, terms: object): void {
  const database = new Database(join(dataDir, "cau-noi.db"));
  const { changes } = database
    .prepare("UPDATE Edition SET body = json_set(body, '$.about.notice', json(?)) WHERE slug = ? AND currentOf IS NOT NULL")
    .run(JSON.stringify(terms), slug);
  database.close();
  expect(changes).toBe(1);
}
