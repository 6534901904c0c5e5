import { LANGS, type Lang, language, others } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";

/** Notices, questions, phrase cards and the portal's own pages, as visitors meet them. */
const PAGES = {
  notices: "/notices",
  "notice that has ended": "/notices/thu-he-thong-thong-bao-khan-cap",
  questions: "/questions",
  question: "/questions/goi-110-o-viet-nam",
  phrases: "/phrases",
  "phrase that fills the screen": "/phrases#cau-mat-ho-chieu",
  about: "/about",
  accessibility: "/accessibility",
  privacy: "/privacy",
  terms: "/terms",
};

const SENTENCE: Record<Lang, string> = { vi: "Tôi bị mất hộ chiếu.", zh: "我的护照丢了。" };

for (const lang of LANGS) {
  for (const [kind, path] of Object.entries(PAGES)) {
    test(`${kind} in ${lang} is accessible, light and dark, and has its twin`, async ({ page }) => {
      await page.goto(`/${lang}${path}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language(lang).tag);
      await expect(page.locator("h1")).toHaveCount(1);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${path} ${colorScheme}`);
      }
      for (const other of others(lang)) {
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
        expect(await card.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
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
    expect(await page.evaluate(() => document.activeElement?.closest(".phrase")?.id)).toBe("cau-mat-ho-chieu");
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
      for (const path of Object.values(PAGES)) {
        await page.goto(`/${lang}${path}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide, `${lang}${path}`).toBeLessThanOrEqual(0);
      }
    }
  });
}
