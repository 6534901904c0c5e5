import type { Page } from "@playwright/test";
import { LANGS, type Lang, language, others } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { join, person } from "./people.ts";
import { openSite } from "./site.ts";

test.use({ javaScriptEnabled: false });

const search = (page: Page, lang: Lang, query: string, more = "") => page.goto(`/${lang}/search?q=${encodeURIComponent(query)}${more}`);
const hits = (page: Page) => page.locator(".hits > li");

/** What is typed in each language, and what is to come of it. */
const WORDS: Record<Lang, { found: string; slip: string; meant: string; narrow: string; none: string; noted: string }> = {
  vi: { found: "tiền mặt", slip: "giay thong hahn", meant: "Giấy thông hành", narrow: "Thu hẹp kết quả", none: "xyzxyz", noted: "Tìm mà không thấy" },
  zh: { found: "现金", slip: "电子千证", meant: "电子签证", narrow: "缩小范围", none: "xyzxyz", noted: "未找到的搜索" },
};

for (const lang of LANGS) {
  const words = WORDS[lang];

  test(`a passage that was found opens the very paragraph, in ${lang}`, async ({ page }) => {
    await search(page, lang, words.found);
    const passage = hits(page).locator("p a").first();
    await expect(passage.locator("mark").first()).toBeVisible();
    await passage.click();
    await expect(page).toHaveURL(/#s-/);
    const anchor = new URL(page.url()).hash.slice(1);
    await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
  });

  test(`hits are narrowed by a topic and a gate to as many as was said, also in the other language, in ${lang}`, async ({ page }) => {
    await search(page, lang, "Hữu Nghị");
    const narrow = page.getByRole("navigation", { name: words.narrow });
    await expect(narrow).toBeVisible();
    for (const parameter of ["topic", "gate"]) {
      const way = narrow
        .locator(`li a[href*="${parameter}="]:not([aria-current])`)
        .filter({ has: page.locator("small") })
        .first();
      const said = Number(await way.locator("small").innerText());
      await way.click();
      await expect(page).toHaveURL(new RegExp(`[?&]${parameter}=[^&]`));
      await expect(hits(page)).toHaveCount(said);
    }
    await expect(narrow.locator("a[aria-current]")).toHaveCount(2);
    const count = await hits(page).count();
    const [other] = others(lang);
    await page
      .getByRole("banner")
      .getByRole("link", { name: language(other ?? lang).name })
      .click();
    await expect(page).toHaveURL(new RegExp(`/${other}/search`));
    await expect(hits(page)).toHaveCount(count);
    await expect(page.locator(".narrow-by a[aria-current]")).toHaveCount(2);
    await page.locator(".narrow-by a[aria-current]").first().click();
    await expect(page.locator(".narrow-by a[aria-current]")).toHaveCount(1);
  });

  test(`a slip of the finger is answered with what was meant, one tap away, in ${lang}`, async ({ page }) => {
    await search(page, lang, words.slip);
    await page.locator(".meant").getByRole("link", { name: words.meant }).click();
    await expect(page.getByRole("searchbox")).toHaveValue(words.meant);
    await expect(hits(page).first()).toBeVisible();
    await expect(page.locator(".meant")).toHaveCount(0);
  });

  test(`who finds nothing is told what to try, whom to ask and whom to call, in ${lang}`, async ({ page }) => {
    await search(page, lang, words.none);
    const main = page.getByRole("main");
    await expect(main.locator(".tips li")).toHaveCount(3);
    await expect(main.locator('a[href="tel:113"]')).toBeVisible();
    expect(await main.locator(".tiles a").count()).toBeGreaterThan(3);
    const ask = main.locator(`a[href^="/${lang}/questions/new"]`);
    await expect(ask).toHaveAttribute("href", `/${lang}/questions/new?text=${words.none}`);
  });

  test(`search is accessible, narrowed and misspelt, light and dark, in ${lang}`, async ({ browser, site }) => {
    // axe itself needs scripts.
    const context = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: true });
    const page = await context.newPage();
    for (const path of [`/${lang}/search?q=Hữu+Nghị&gate=huu-nghi`, `/${lang}/search?q=${words.slip}`, `/${lang}/search?q=xyzxyz`]) {
      await page.goto(path);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${path} ${colorScheme}`);
      }
    }
    await context.close();
  });
}

test("no character of a page is damaged where the pieces of it were joined", async ({ request }) => {
  for (const path of ["/zh/search?q=海关", "/zh/search?q=口岸", "/vi/search?q=cửa khẩu", "/zh/gates", "/zh/articles/hang-mien-thue"]) {
    const page = await (await request.get(path)).body();
    expect(page.includes(0), path).toBe(false);
    expect(page.toString("utf8")).not.toContain("\ufffd");
  }
});

test("every kind of page is found, and its link leads to it", async ({ page }) => {
  const asked = { question: "flycam", phrase: "cấp cứu", notice: "đổi tên cơ quan", gate: "Pò Chài", page: "quyền riêng tư", article: "tiền mặt" };
  for (const [kind, query] of Object.entries(asked)) {
    await search(page, "vi", query);
    const address = { question: "/questions/", phrase: "/phrases#", notice: "/notices/", gate: "/gates/", page: "/vi/", article: "/articles/" }[kind] ?? "";
    const link = hits(page).locator(`:scope > a[href*="${address}"]`).first();
    const href = (await link.getAttribute("href")) ?? "";
    const answer = await page.request.get(href);
    expect(answer.status(), `${kind}: ${href}`).toBe(200);
    if (kind === "phrase") expect(await answer.text()).toContain(`id="${href.split("#")[1]}"`);
  }
});

test.describe("with scripts", () => {
  test.use({ javaScriptEnabled: true });

  test("what was searched in vain is there for the authors, in words and numbers, and not who searched", async ({ browser }, info) => {
    const site = await openSite(info.project.name);
    try {
      const visitor = await person(browser, site.origin);
      await visitor.page.goto("/vi/search?q=Zyxzyx+Qwrtpị");
      await visitor.page.waitForTimeout(1100);
      await visitor.page.goto("/zh/search?q=0987654321");
      const author = await person(browser, site.origin);
      await join(author.page, site.firstLink, "Nguyễn Thị Lan", "lan@example.vn");
      await author.page.getByRole("navigation").getByText("Quản lý").click();
      await author.page.getByRole("link", { name: WORDS.vi.noted }).click();
      await expect(author.page.getByRole("heading", { level: 1, name: WORDS.vi.noted })).toBeVisible();
      // It is counted behind the answer.
      const row = author.page.getByRole("row", { name: /^zyxzyx qwrtpi Tiếng Việt 1 / });
      await expect(async () => {
        await author.page.reload();
        await expect(row).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await expect(author.page.getByText("0987654321")).toHaveCount(0);
      await expectAccessible(author.page, "misses");
      await visitor.context.close();
      await author.context.close();
    } finally {
      await site.remove();
    }
  });
});
