import type { Page } from "@playwright/test";
import { LANGS, type Lang, language, others } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { invite, join, person } from "./people.ts";
import { openSite } from "./site.ts";

/** What a reader sees of the forms, in the words of each language. */
const WORDS = {
  vi: {
    text: "Câu hỏi của quý khách",
    contact: /^Thư điện tử hoặc điện thoại/,
    topic: /^Chủ đề/,
    consent: /^Tôi đồng ý/,
    send: "Gửi",
    missing: "Xin viết nội dung.",
    noConsent: /^Xin đánh dấu vào ô đồng ý/,
    received: "Đã nhận nội dung của quý khách",
    unknown: /^Không có nội dung nào mang số này/,
    malformed: /^Số này chưa đúng/,
    question: "Tôi được mang bao nhiêu tiền mặt?\nXin cảm ơn. “<b>&amp;”",
  },
  zh: {
    text: "您的问题",
    contact: /^电子邮箱或电话/,
    topic: /^主题/,
    consent: /^本人同意/,
    send: "提交",
    missing: "请填写内容。",
    noConsent: /^请勾选同意/,
    received: "您的内容已收到",
    unknown: /^没有与该编号对应的内容/,
    malformed: /^编号格式不正确/,
    question: "过境可以带多少现金？\n谢谢。“<b>&amp;”",
  },
} satisfies Record<Lang, Record<string, string | RegExp>>;

const twinOf = (lang: Lang): Lang => others(lang)[0] ?? lang;

const switchTo = (page: Page, lang: Lang) =>
  page
    .getByRole("banner")
    .getByRole("button", { name: language(lang).name })
    .click();

async function fill(page: Page, lang: Lang) {
  await page.getByLabel(WORDS[lang].text).fill(WORDS[lang].question);
  await page.getByLabel(WORDS[lang].contact).fill("wang@example.cn");
  await page.getByLabel(WORDS[lang].topic).selectOption("papers");
  await page.getByLabel(WORDS[lang].consent).check();
}

async function expectFilled(page: Page, shown: Lang, written: Lang) {
  await expect(page.locator("html")).toHaveAttribute("lang", language(shown).tag);
  await expect(page.getByLabel(WORDS[shown].text)).toHaveValue(WORDS[written].question);
  await expect(page.getByLabel(WORDS[shown].contact)).toHaveValue("wang@example.cn");
  await expect(page.getByLabel(WORDS[shown].topic)).toHaveValue("papers");
  await expect(page.getByLabel(WORDS[shown].consent)).toBeChecked();
}

for (const lang of LANGS) {
  const words = WORDS[lang];
  for (const path of ["/questions/new", "/feedback", "/feedback?kind=difference&from=/vi/articles/mang-tien-mat&segment=s-where", "/questions/reply"]) {
    test(`${path} in ${lang} is accessible, light and dark, and fits a small phone`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(`/${lang}${path}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language(lang).tag);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${path} ${colorScheme}`);
      }
    });
  }

  test.describe(`without JavaScript, in ${lang}`, () => {
    test.use({ javaScriptEnabled: false });

    test("a change of language in the middle of a form keeps everything, there and back, and puts nothing into the address", async ({ page }) => {
      await page.goto(`/${lang}/questions/new`);
      await fill(page, lang);
      await switchTo(page, twinOf(lang));
      await expect(page).toHaveURL(new RegExp(`/${twinOf(lang)}/questions/new$`));
      await expectFilled(page, twinOf(lang), lang);
      await expect(page.getByRole("alert")).toHaveCount(0);
      await switchTo(page, lang);
      await expect(page).toHaveURL(new RegExp(`/${lang}/questions/new$`));
      await expectFilled(page, lang, lang);
    });

    test("a half-filled report keeps what it is about through a change of language", async ({ page }) => {
      await page.goto(`/${lang}/feedback?kind=difference&from=/vi/articles/mang-tien-mat&segment=s-where`);
      await page.getByRole("textbox").first().fill("A ≠ B");
      await switchTo(page, twinOf(lang));
      await expect(page).toHaveURL(new RegExp(`/${twinOf(lang)}/feedback$`));
      await expect(page.getByRole("textbox").first()).toHaveValue("A ≠ B");
      await expect(page.locator('main a[href="/vi/articles/mang-tien-mat#s-where"]')).toBeVisible();
      await expect(page.locator('input[name="kind"]')).toHaveValue("difference");
    });

    test("Enter sends the form, and what is missing is told beside each field with the rest still there", async ({ page }) => {
      await page.goto(`/${lang}/questions/new`);
      await page.getByLabel(words.contact).fill("wang@example.cn");
      await page.getByLabel(words.contact).press("Enter");
      await expect(page).toHaveURL(new RegExp(`/${lang}/questions/new$`));
      await expect(page.locator("html")).toHaveAttribute("lang", language(lang).tag);
      await expect(page.getByRole("alert").getByRole("link", { name: words.missing })).toHaveAttribute("href", "#text");
      await expect(page.getByLabel(words.text)).toHaveAccessibleDescription(new RegExp(words.missing));
      await expect(page.getByLabel(words.consent)).toHaveAccessibleDescription(words.noConsent);
      await expect(page.getByLabel(words.contact)).toHaveValue("wang@example.cn");
    });
  });

  test(`a number that nobody has is told so in ${lang}, as is one that cannot be`, async ({ page }) => {
    for (const [number, status, said] of [
      ["QN-0000-0000-0000", 404, words.unknown],
      ["QN-123", 422, words.malformed],
      ["' OR 1=1 --", 422, words.malformed],
    ] as const) {
      const response = await page.goto(`/${lang}/questions/reply?${new URLSearchParams({ number })}`);
      expect(response?.status()).toBe(status);
      expect(response?.headers()["cache-control"]).toBe("no-store");
      await expect(page.getByRole("textbox", { name: /Số tra cứu|查询编号/ })).toHaveValue(number);
      await expect(page.getByText(said)).toBeVisible();
    }
  });
}

test("a form that is refused is accessible, light and dark", async ({ page }) => {
  await page.goto("/vi/questions/new");
  await page.getByRole("main").getByRole("button", { name: "Gửi" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, colorScheme);
  }
});

test("a text that is too long comes back whole, with how much is too much", async ({ page }) => {
  await page.goto("/zh/feedback");
  const long = "关".repeat(4_321);
  await page.getByLabel("反馈内容").fill(long);
  await page.getByLabel(WORDS.zh.consent).check();
  await page.getByRole("main").getByRole("button", { name: "提交" }).click();
  await expect(page.getByText("内容共4,321个字符，最多4,000个字符。", { exact: false }).first()).toBeVisible();
  await expect(page.getByLabel("反馈内容")).toHaveValue(long);
});

test("what fills in the field that nobody sees is not kept, and a person who was filled in for sends again", async ({ page, site }) => {
  const form = { text: "spam", consent: "yes", trap: "https://spam.example" };
  const response = await page.request.post(`${site.origin}/vi/feedback`, { form, headers: { origin: site.origin }, maxRedirects: 0 });
  expect(response.status()).toBe(422);
  const body = await response.text();
  expect(body).toContain("spam</textarea>");
  expect(body).not.toContain("spam.example");
});

test("the empty form may be kept by caches, one that carries words may not", async ({ request, site }) => {
  const kept = async (path: string) => (await request.get(site.origin + path)).headers()["cache-control"];
  expect(await kept("/vi/questions/new")).toContain("public");
  expect(await kept("/vi/questions/new?text=visa")).toBe("no-store");
  expect(await (await request.get(`${site.origin}/vi/questions/new?text=thị+thực`)).text()).toContain("thị thực</textarea>");
  const switched = await request.post(`${site.origin}/vi/questions/new`, {
    form: { text: "zxcvbn", "switch-language": "vi" },
    headers: { origin: site.origin },
  });
  expect([switched.status(), switched.headers()["cache-control"]]).toEqual([200, "no-store"]);
  expect(await (await request.get(`${site.origin}/vi/questions/new`)).text()).not.toContain("zxcvbn");
});

test("a form from another site, and one that is none, are refused", async ({ request, site }) => {
  const form = { text: "x", consent: "yes" };
  const post = (headers: Record<string, string>, data?: string) =>
    request.post(`${site.origin}/vi/feedback`, data === undefined ? { form, headers, maxRedirects: 0 } : { data, headers, maxRedirects: 0 });
  expect((await post({ origin: "https://evil.example", "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await post({})).status()).toBe(403);
  expect((await post({ origin: site.origin, "content-type": "application/json" }, "{}")).status()).toBe(400);
});

test("every page leads to feedback about itself, and a pair to the report that its languages differ", async ({ page }) => {
  await page.goto("/vi/gates");
  await expect(page.getByRole("contentinfo").locator('a[href="/vi/feedback?from=%2Fvi%2Fgates"]')).toBeVisible();
  for (const path of ["/zh/articles/mang-tien-mat", "/zh/articles/mang-tien-mat/side-by-side"]) {
    await page.goto(path);
    await page.locator('main a[href*="kind=difference"]').last().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("两种语言内容不一致");
    await expect(page.locator('main a[href="/zh/articles/mang-tien-mat"]')).toBeVisible();
  }
  await page.goto("/vi/articles/mang-tien-mat/side-by-side");
  const row = page.locator(".pair", { has: page.locator("#s-where") });
  await row.hover();
  await row.getByRole("link", { name: "Báo đoạn này không khớp giữa hai bản" }).click();
  await expect(page.locator('main a[href="/vi/articles/mang-tien-mat#s-where"]')).toHaveText("đoạn quý khách vừa xem");
});

test("who sends too often is told when to send again, and loses nothing", async ({ browser }) => {
  const site = await openSite("sqlite");
  try {
    const context = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false });
    const form = { text: "x", consent: "yes" };
    for (let round = 0; round < 30; round += 1)
      expect((await context.request.post("/vi/feedback", { form, headers: { origin: site.origin }, maxRedirects: 0 })).status()).toBe(303);
    const page = await context.newPage();
    await page.goto("/vi/questions/new");
    await fill(page, "vi");
    const [answer] = await Promise.all([page.waitForResponse(/questions\/new$/), page.getByRole("main").getByRole("button", { name: "Gửi" }).click()]);
    expect([answer.status(), Number(answer.headers()["retry-after"]) > 3_000]).toEqual([429, true]);
    await expect(page.getByRole("alert")).toContainText("60 phút");
    await expectFilled(page, "vi", "vi");
  } finally {
    await site.remove();
  }
});

test("a visitor asks in Chinese without JavaScript, an adviser answers in both languages, and both read the answer by its number", async ({ browser }) => {
  const site = await openSite("sqlite");
  try {
    const visitor = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false });
    const page = await visitor.newPage();
    // What checks a page runs in it.
    const { page: checked } = await person(browser, site.origin);
    await page.goto("/vi/questions/new");
    await switchTo(page, "zh");
    await fill(page, "zh");
    await page.getByRole("main").getByRole("button", { name: WORDS.zh.send }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(WORDS.zh.received);
    const number = (await page.locator(".number b").textContent()) ?? "";
    expect(number).toMatch(/^QN(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    await checked.goto(page.url());
    await expectAccessible(checked, "received");

    const administrator = await person(browser, site.origin);
    await join(administrator.page, site.firstLink, "Quản trị", "quan-tri@example.org");
    const link = await invite(administrator.page, "tu-van@example.org", ["Tư vấn pháp lý"]);
    const { page: desk } = await person(browser, site.origin);
    await join(desk, link, "Luật sư Hoa", null);
    await desk.getByRole("link", { name: "Câu hỏi và phản hồi", exact: true }).click();
    await expectAccessible(desk, "list");
    await desk.getByRole("link", { name: /过境可以带多少现金/ }).click();
    await expect(desk.getByText("wang@example.cn")).toBeVisible();
    await expect(desk.locator('main a[href="/zh/topics/papers"]')).toBeVisible();

    await desk.getByLabel("Trả lời bằng 中文").fill("不超过1500万越南盾。");
    await desk.getByRole("button", { name: "Gửi câu trả lời" }).click();
    await expect(desk.getByText("Xin viết câu trả lời bằng ngôn ngữ này.")).toBeVisible();
    await expect(desk.getByLabel("Trả lời bằng 中文")).toHaveValue("不超过1500万越南盾。");
    await expectAccessible(desk, "answer refused");
    await desk.getByLabel("Trả lời bằng Tiếng Việt").fill("Không quá 15 triệu đồng.");
    await desk.getByRole("button", { name: "Gửi câu trả lời" }).click();
    await expect(desk.getByText(/^Luật sư Hoa, /)).toBeVisible();

    await page.goto("/vi/questions/reply");
    await page.getByLabel("Số tra cứu").fill(number.toLowerCase().replaceAll("-", " "));
    await page.getByRole("main").getByRole("button", { name: "Tra cứu" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã có câu trả lời");
    await expect(page.locator(".answer")).toHaveText(["Không quá 15 triệu đồng.", "不超过1500万越南盾。"]);
    await expect(page.locator("body")).not.toContainText("wang@example.cn");
    await checked.goto(page.url());
    await expectAccessible(checked, "answered");
    await page
      .getByRole("banner")
      .getByRole("link", { name: language("zh").name })
      .click();
    await expect(page.locator(".answer")).toHaveText(["不超过1500万越南盾。", "Không quá 15 triệu đồng."]);
  } finally {
    await site.remove();
  }
});
