import Ajv2020, { type AnySchema } from "ajv/dist/2020.js";
import QRCode from "qrcode";
import { SCHEMAS } from "../../app/core/feeds/openapi-schemas.ts";
import { LANGS, language } from "../../app/core/language/languages.ts";
import { expect, test } from "./fixtures.ts";

/** A schema that allows nothing which it does not name: what an answer holds beyond its description is found too. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!schema || typeof schema !== "object") return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "properties" in inner && !("additionalProperties" in inner) ? { ...inner, additionalProperties: false } : inner;
}

const isDate = (text: string) => !Number.isNaN(Date.parse(text));
const ajv = new Ajv2020({ strict: false, formats: { "date-time": isDate, date: /^\d{4}-\d\d-\d\d$/, uri: (text) => URL.canParse(text) } });
ajv.addSchema({ $id: "api", components: { schemas: closed(SCHEMAS) } } as AnySchema);

function expectToFit(answer: unknown, schema: string, what: string): void {
  const fits = ajv.compile({ $ref: `api#/components/schemas/${schema}` });
  expect(fits(answer) ? [] : fits.errors, what).toEqual([]);
}

const ANSWERS: [path: string, schema: string][] = [
  ["articles", "ArticleList"],
  ["articles?limit=2", "ArticleList"],
  ["gates", "GateList"],
  ["notices", "NoticeList"],
  ["search?q=visa", "HitList"],
  ["search?q=%E6%8A%A4%E7%85%A7&lang=zh", "HitList"],
  ["search?q=chi+ma&lang=vi&limit=1", "HitList"],
  ["articles/khong-co", "Error"],
  ["articles?limit=201", "Error"],
  ["gates?limit=-1", "Error"],
  ["articles?cursor=%00", "Error"],
  ["search", "Error"],
  ["search?q=a&lang=fr", "Error"],
  [`search?q=${"a".repeat(300)}`, "Error"],
  ["nothing", "Error"],
];

test("every answer of the API is as its description says, refusals too, and any site may read it", async ({ request }) => {
  for (const [path, schema] of ANSWERS) {
    const answer = await request.get(`/api/v1/${path}`);
    expect(answer.ok(), path).toBe(schema !== "Error");
    expect(answer.headers()["access-control-allow-origin"], path).toBe("*");
    expectToFit(await answer.json(), schema, path);
  }
  const { items } = await (await request.get("/api/v1/articles?limit=200")).json();
  expect(items.length).toBeGreaterThanOrEqual(15);
  for (const { slug } of items) expectToFit(await (await request.get(`/api/v1/articles/${slug}`)).json(), "ArticleWhole", slug);
});

test("the description names the address it was asked at, and every path of it answers", async ({ request, site }) => {
  const document = await (await request.get("/api/v1/openapi.json")).json();
  expect(document).toMatchObject({ openapi: "3.1.0", servers: [{ url: `${site.origin}/api/v1` }] });
  for (const path of Object.keys(document.paths)) {
    const answer = await request.get(`/api/v1${path.replace("{slug}", "mang-tien-mat")}?q=visa`);
    expect(answer.status(), path).toBe(200);
  }
});

test("who holds an answer already is told so in a few bytes", async ({ request }) => {
  for (const path of ["/api/v1/articles", "/vi/feed.xml", "/sitemap.xml", "/robots.txt", "/manifest.webmanifest", "/qr/vi/gates.svg"]) {
    const first = await request.get(path);
    expect(first.headers()["cache-control"], path).toMatch(/^public, max-age=\d+$/);
    const again = await request.get(path, { headers: { "if-none-match": first.headers().etag ?? "" } });
    expect(again.status(), path).toBe(304);
  }
});

/** Reads XML as a browser does: broken XML becomes an error. */
const readXml = (text: string) => {
  const xml = new DOMParser().parseFromString(text, "application/xml");
  const all = (name: string, within: Document | Element = xml) => [...within.getElementsByTagNameNS("*", name)];
  return {
    broken: all("parsererror").length > 0,
    root: xml.documentElement.localName,
    ids: all("id").map((one) => one.textContent),
    entries: all("entry").map((one) => ({
      children: [...one.children].map((child) => child.localName),
      twins: all("link", one).map((link) => link.getAttribute("hreflang")),
    })),
    urls: all("url").map((one) => ({
      loc: all("loc", one)[0]?.textContent ?? "",
      twins: Object.fromEntries(all("link", one).map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")])),
    })),
  };
};

for (const lang of LANGS) {
  test(`the feed in ${lang} is whole: every entry with its own id and both languages' pages`, async ({ page, request }) => {
    const answer = await request.get(`/${lang}/feed.xml`);
    expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
    await page.goto(`/${lang}`);
    await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute("href", `/${lang}/feed.xml`);
    const feed = await page.evaluate(readXml, await answer.text());
    expect(feed).toMatchObject({ broken: false, root: "feed" });
    expect(new Set(feed.ids).size).toBe(feed.ids.length);
    expect(feed.entries.length).toBeGreaterThan(10);
    for (const { children, twins } of feed.entries) {
      expect(children).toEqual(expect.arrayContaining(["id", "title", "updated", "summary"]));
      expect(twins.toSorted()).toEqual(LANGS.map((code) => language(code).tag).toSorted());
    }
  });
}

test("the sitemap names each page once, with its twins, which name it", async ({ page, request, site }) => {
  await page.goto("/vi");
  const { broken, urls } = await page.evaluate(readXml, await (await request.get("/sitemap.xml")).text());
  expect(broken).toBe(false);
  const byAddress = new Map(urls.map(({ loc, twins }) => [loc, twins]));
  expect(byAddress.size).toBe(urls.length);
  expect(byAddress.has(`${site.origin}/zh/articles/mang-tien-mat`)).toBe(true);
  for (const [loc, twins] of byAddress) {
    expect(Object.keys(twins).toSorted()).toEqual(["vi", "x-default", "zh-Hans"]);
    for (const tag of ["vi", "zh-Hans"]) expect(byAddress.get(twins[tag] ?? ""), `${loc} ${tag}`).toEqual(twins);
  }
});

test("a browser takes the manifest and its icons without a complaint", async ({ page, request }) => {
  await page.goto("/vi");
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { icons } = JSON.parse(data ?? "{}") as { icons: { src: string; sizes: string }[] };
  for (const { src, sizes } of icons) {
    const bytes = await (await request.get(src)).body();
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
});

for (const lang of LANGS) {
  test(`a link to a pair shared in ${lang} shows the pair's picture, and the page says what it is, under its policy`, async ({ page, request, site }) => {
    for (const path of ["/articles/mang-tien-mat", "/questions/goi-110-o-viet-nam", "/notices/tan-thanh-don-hanh-khach"]) {
      await page.goto(`/${lang}${path}`);
      const image = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
      expect(image.startsWith(`${site.origin}/og/`), path).toBe(true);
      const answer = await request.get(image);
      const bytes = await answer.body();
      expect(answer.headers()).toMatchObject({ "content-type": "image/png", "cross-origin-resource-policy": "cross-origin" });
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
      const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
      expect(data["@graph"][0]).toMatchObject({ inLanguage: language(lang).tag, image, "@id": `${site.origin}/${lang}${path}` });
      expect(data["@graph"].at(-1)).toMatchObject({ "@type": "BreadcrumbList" });
    }
  });
}

test("the picture of an older edition leads to today's, and of nothing there is none", async ({ request }) => {
  const older = await request.get("/og/article/mang-tien-mat.0000000000000000.png", { maxRedirects: 0 });
  expect(older.status()).toBe(302);
  expect(older.headers().location).toMatch(/^\/og\/article\/mang-tien-mat\.[0-9a-f]{16}\.png$/);
  for (const path of ["article/khong-co.0000000000000000.png", "gate/chi-ma.0000000000000000.png", "article/mang-tien-mat.png", "article/..%2Fx.png"])
    expect((await request.get(`/og/${path}`)).status(), path).toBe(404);
});

test("a QR code holds the page's own address; what is no public page has none", async ({ request, site }) => {
  for (const path of ["vi", "zh/articles/mang-tien-mat", "vi/articles/mang-tien-mat/side-by-side", "zh/gates/huu-nghi", "vi/phrases"]) {
    const answer = await request.get(`/qr/${path}.svg`, { headers: { host: "evil.example" } });
    expect(answer.headers()["content-type"]).toBe("image/svg+xml");
    expect(await answer.text()).toBe(await QRCode.toString(`${site.origin}/${path}`, { type: "svg", errorCorrectionLevel: "M", margin: 4 }));
  }
  for (const path of ["workbench", "vi/articles/x/y/z", "fr/gates", "vi/..%2Fworkbench", "vi/gates?x", ""])
    expect((await request.get(`/qr/${path}.svg`)).status(), path).toBe(404);
});

test("search engines are kept from the staff's and the displays' pages, and led to the sitemap", async ({ request, site }) => {
  const robots = await (await request.get("/robots.txt")).text();
  for (const path of ["/workbench", "/display", "/kiosk"]) expect(robots).toContain(`Disallow: ${path}\n`);
  expect(robots).toContain(`Sitemap: ${site.origin}/sitemap.xml`);
});
