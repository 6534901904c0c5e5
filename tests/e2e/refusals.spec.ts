import { LANGS, language } from "../../app/core/language/languages.ts";
import { expect, test } from "./fixtures.ts";

/** What no answer may ever hold. */
const INSIDES = /\bat \S+ \(|node_modules|Prisma|SQLITE|Error:|undefined|\[object/;

const BAD: { what: string; path: string; status: number }[] = [
  { what: "an unknown language", path: "/en/gates", status: 404 },
  { what: "an unknown article", path: "/:lang/articles/khong-co", status: 404 },
  { what: "an unknown gate", path: "/:lang/gates/khong-co", status: 404 },
  { what: "an unknown topic", path: "/:lang/topics/khong-co", status: 404 },
  { what: "an unknown kiosk", path: "/kiosk/khong-co", status: 404 },
  { what: "a slug out of a prototype", path: "/:lang/articles/__proto__", status: 404 },
  { what: "a query of 10,000 characters", path: `/:lang/search?q=${"a".repeat(10_000)}`, status: 400 },
  { what: "a query of 10,000 Chinese characters", path: `/:lang/search?q=${encodeURIComponent("关".repeat(10_000))}`, status: 400 },
  { what: "a search of quotes and operators", path: `/:lang/search?q=${encodeURIComponent('" OR NEAR( * ^ col:x')}`, status: 200 },
  { what: "broken UTF-8 in the path", path: "/:lang/articles/%E5%8F", status: 400 },
  { what: "broken UTF-8 in the query", path: "/:lang/search?q=%E5%8F", status: 400 },
  { what: "a broken escape", path: "/:lang/%zz", status: 400 },
  { what: "a zero byte", path: "/:lang/articles/a%00b", status: 400 },
];

for (const lang of LANGS) {
  for (const { what, path, status } of BAD) {
    test(`${what} gets a clear answer, asked in ${lang}`, async ({ request, site }) => {
      const response = await request.get(site.origin + path.replace(":lang", lang), { headers: { "accept-language": language(lang).tag }, maxRedirects: 0 });
      const body = await response.text();
      expect(response.status()).toBe(status);
      expect(body).toContain(`<html lang="${language(lang).tag}"`);
      expect(body).toMatch(/<h1/);
      expect(body).not.toMatch(INSIDES);
      expect(response.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
    });
  }
}

test("a decomposed or misspelt address leads to the right one, with its query", async ({ request, site }) => {
  for (const [from, to] of [
    ["/zh-CN/gates", "/zh/gates"],
    ["/VI/search?q=h%C3%B4", "/vi/search?q=h%C3%B4"],
    ["/vn", "/vi"],
    ["/cn/articles/gio-mo-cua?x=1", "/zh/articles/gio-mo-cua?x=1"],
  ]) {
    const response = await request.get(site.origin + from, { maxRedirects: 0 });
    expect(response.status(), from).toBe(308);
    expect(response.headers().location, from).toBe(to);
  }
});

test("a decomposed query finds what the composed one finds", async ({ page }) => {
  await page.goto(`/vi/search?q=${encodeURIComponent("hộ chiếu".normalize("NFD"))}`);
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /Giấy tờ cần có/ })
      .first(),
  ).toBeVisible();
});

test.describe("a form", () => {
  const form = { email: "a@langson.example", password: "x" };

  test("from another site is refused, in words", async ({ request, site }) => {
    const response = await request.post(`${site.origin}/workbench/sign-in`, {
      form,
      headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    });
    expect(response.status()).toBe(403);
    expect(await response.text()).not.toMatch(INSIDES);
  });

  test("that names no origin is refused", async ({ request, site }) => {
    expect((await request.post(`${site.origin}/workbench/sign-in`, { form })).status()).toBe(403);
  });

  test("with a body beyond the limit is refused while it comes", async ({ request, site }) => {
    const response = await request.post(`${site.origin}/workbench/sign-in`, {
      form: { ...form, password: "x".repeat(2_000_000) },
      headers: { origin: site.origin },
    });
    expect(response.status()).toBe(413);
    expect(await response.text()).not.toMatch(INSIDES);
  });

  test("without a session leads to sign-in, and never does what it says", async ({ request, site }) => {
    const fields = { intent: "publish", articleId: "x" };
    const response = await request.post(`${site.origin}/workbench/articles/mang-tien-mat`, { form: fields, headers: { origin: site.origin }, maxRedirects: 0 });
    expect([302, 303, 401]).toContain(response.status());
  });

  test("with a wrong password says so, in the same words for an unknown account", async ({ request, site }) => {
    const response = await request.post(`${site.origin}/workbench/sign-in`, { form, headers: { origin: site.origin, "accept-language": "vi" } });
    expect(response.status()).toBe(401);
    expect(await response.text()).toContain("Địa chỉ hoặc mật khẩu chưa đúng");
  });
});

test("no method but reading is known to visitors' pages", async ({ request, site }) => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
    const response = await request.fetch(`${site.origin}/vi`, { method, headers: { origin: site.origin } });
    expect([404, 405], method).toContain(response.status());
    expect(await response.text()).not.toMatch(INSIDES);
  }
});
