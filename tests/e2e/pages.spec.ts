import { LANGS, language, others } from "../../app/core/language/languages.ts";
import { expect, expectAccessibleInAllColours, test } from "./fixtures.ts";

/** One of each kind of page, below its language. */
const PAGES = {
  home: "",
  "gate board": "/gates",
  gate: "/gates/huu-nghi",
  "gate of which little is known": "/gates/na-nua",
  topic: "/topics/papers",
  article: "/articles/so-dien-thoai-khan-cap",
  "article with facts": "/articles/mang-tien-mat",
  "side by side": "/articles/gio-mo-cua/side-by-side",
  search: "/search?q=visa",
  "search without a hit": "/search?q=xyzxyz",
  "search without a question": "/search",
  "page that is not there": "/articles/khong-co",
};

for (const lang of LANGS) {
  for (const [kind, path] of Object.entries(PAGES)) {
    test(`${kind} in ${lang} is accessible in all colours, and speaks its language`, async ({ page }) => {
      await page.goto(`/${lang}${path}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language(lang).tag);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessibleInAllColours(page, path);
    });
  }

  test(`the language link of every kind of page in ${lang} leads to its twin, and back`, async ({ page }) => {
    for (const path of Object.values(PAGES)) {
      await page.goto(`/${lang}${path}`);
      for (const other of others(lang)) {
        await page
          .getByRole("banner")
          .getByRole("link", { name: language(other).name })
          .click();
        await expect(page).toHaveURL(new RegExp(`/${other}${path.replace(/[?]/g, "\\?")}$`));
        await expect(page.locator("html")).toHaveAttribute("lang", language(other).tag);
      }
    }
  });
}

test("the choice of language, and what is shown without a link, are accessible in all colours", async ({ page }) => {
  for (const path of ["/", "/offline"]) {
    await page.goto(path);
    await expectAccessibleInAllColours(page, path);
  }
});

test("the choice of language shows both as equals with the likelier first", async ({ browser, site }) => {
  for (const [locale, first] of [
    ["zh-CN", "zh"],
    ["vi-VN", "vi"],
    ["zh-TW", "zh"],
  ] as const) {
    const context = await browser.newContext({ baseURL: site.origin, locale });
    const page = await context.newPage();
    await page.goto("/");
    const choices = page.locator('main a[href^="/choose/"]');
    await expect(page.getByRole("main").locator("section").first()).toHaveAttribute("lang", language(first).tag);
    const [one, two] = await choices.evaluateAll((links) =>
      links.map((link) => ({ size: getComputedStyle(link).fontSize, weight: getComputedStyle(link).fontWeight })),
    );
    expect(one).toEqual(two);
    await choices.first().click();
    await expect(page).toHaveURL(`${site.origin}/${first}`);
    // A choice that was made is remembered.
    await page.goto("/");
    await expect(page).toHaveURL(`${site.origin}/${first}`);
    await context.close();
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const [lang, query, article] of [
    ["vi", "ho chieu", /Giấy tờ cần có/],
    ["zh", "护照", /出入境所需证件/],
  ] as const) {
    test(`a visitor finds, reads and switches, in ${lang}`, async ({ page }) => {
      await page.goto(`/${lang}`);
      await page.getByRole("searchbox").fill(query);
      await page.getByRole("searchbox").press("Enter");
      await page.getByRole("main").getByRole("link", { name: article }).first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(article);
      const [other] = others(lang);
      await page
        .getByRole("banner")
        .getByRole("link", { name: language(other ?? lang).name })
        .click();
      await expect(page.locator("html")).toHaveAttribute("lang", language(other ?? lang).tag);
    });
  }

  test("the place is kept: a paragraph's own link opens the same paragraph in the other language", async ({ page }) => {
    await page.goto("/vi/articles/mang-tien-mat#s-where");
    await page
      .locator(".heading")
      .filter({ has: page.locator("#s-where") })
      .getByRole("link", { name: "中文" })
      .click();
    await expect(page).toHaveURL(/\/zh\/articles\/mang-tien-mat#s-where$/);
    await expect(page.locator("#s-where")).toBeInViewport();
  });

  test("no page of the portal brings a script but the small ones that it can do without, or asks a third host for anything", async ({ page, site }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const path of ["/vi", "/zh/gates/huu-nghi", "/vi/articles/mang-tien-mat", "/zh/search?q=visa"]) {
      await page.goto(path);
      const scripts = await page.locator('script:not([type="application/ld+json"])').evaluateAll((all) => all.map((one) => one.getAttribute("src")));
      expect(scripts, path).toEqual(["/portal-early.js", "/portal.js"]);
    }
    for (const url of asked) expect(new URL(url).origin).toBe(site.origin);
  });
});

test("both languages of every article show the same segments in the same order", async ({ page, site }) => {
  const topics = await page
    .goto("/vi")
    .then(() => page.locator('a[href^="/vi/topics/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]));
  const articles = new Set<string>();
  for (const topic of topics) {
    await page.goto(topic);
    for (const href of await page.locator('main a[href^="/vi/articles/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "")))
      articles.add(href.split("#")[0] ?? href);
  }
  expect(articles.size).toBeGreaterThanOrEqual(30);
  for (const path of articles) {
    const segments: string[][] = [];
    for (const lang of LANGS) {
      await page.goto(site.origin + path.replace("/vi/", `/${lang}/`));
      segments.push(await page.locator('[id^="s-"]').evaluateAll((nodes) => nodes.map((node) => node.id)));
    }
    expect(segments[0]?.length, path).toBeGreaterThan(5);
    expect(segments[1], path).toEqual(segments[0]);
  }
});

for (const width of [320, 390, 768, 1280, 2560]) {
  test(`nothing overflows at ${width} pixels`, async ({ page }) => {
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
