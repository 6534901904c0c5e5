import { describe, expect, it } from "vitest";
import { alternatesOf, cardPath, hasPublicShape } from "./addresses.ts";
import { type AtomEntry, atomFeed, stableId } from "./atom.ts";
import { sitemap, sitemapIndex } from "./sitemap.ts";
import { xmlText } from "./xml.ts";

const ORIGIN = "https://cua-khau.example";

const entry = (change: Partial<AtomEntry> = {}): AtomEntry => ({
  articleId: "0198",
  kind: "article",
  slug: "gio-mo-cua",
  title: "Giờ mở cửa",
  summary: "Hữu Nghị <07:00> & Chi Ma",
  publishedAt: new Date("2026-11-20T00:00:00Z"),
  ...change,
});

const feed = (entries: AtomEntry[], origin = ORIGIN) =>
  atomFeed({ origin, lang: "vi", title: "Cầu Nối", author: "Cầu Nối", entries, now: new Date("2026-11-23T00:00:00Z") });

describe("the feed", () => {
  it("was updated when its newest entry was", () => {
    const xml = feed([entry(), entry({ articleId: "0199", publishedAt: new Date("2026-11-22T00:00:00Z") })]);
    expect(/<updated>([^<]+)/.exec(xml)?.[1]).toBe("2026-11-22T00:00:00.000Z");
    expect(/<updated>([^<]+)/.exec(feed([]))?.[1]).toBe("2026-11-23T00:00:00.000Z");
  });

  it("keeps an entry's id when the portal moves to another address, and gives each language its own", () => {
    const idOf = (xml: string) => /<entry>\s*<id>([^<]+)/.exec(xml)?.[1];
    expect(idOf(feed([entry()]))).toBe(idOf(feed([entry()], "https://other.example")));
    expect(stableId("0198 vi")).not.toBe(stableId("0198 zh"));
    expect(stableId("0198 vi")).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("names an entry's page in every language", () => {
    const xml = feed([entry({ kind: "notice" })]);
    expect(xml).toContain('hreflang="vi" href="https://cua-khau.example/vi/notices/gio-mo-cua"');
    expect(xml).toContain('hreflang="zh-Hans" href="https://cua-khau.example/zh/notices/gio-mo-cua"');
  });

  it("lets no mark of XML through from the words", () => {
    expect(feed([entry()])).toContain("<summary>Hữu Nghị &lt;07:00&gt; &amp; Chi Ma</summary>");
    expect(xmlText("a\u0000\u000Bb\"'")).toBe("ab&quot;&apos;");
  });
});

describe("the sitemap", () => {
  it("lists each page once in every language, each with all its twins and when it changed", () => {
    const xml = sitemap(ORIGIN, [
      { below: "", changedAt: null },
      { below: "/articles/gio-mo-cua", changedAt: new Date("2026-11-20T00:00:00Z") },
    ]);
    expect([...xml.matchAll(/<loc>([^<]+)/g)].map(([, loc]) => loc)).toEqual([
      "https://cua-khau.example/vi",
      "https://cua-khau.example/zh",
      "https://cua-khau.example/vi/articles/gio-mo-cua",
      "https://cua-khau.example/zh/articles/gio-mo-cua",
    ]);
    expect(xml.match(/hreflang="zh-Hans" href="https:\/\/cua-khau.example\/zh\/articles\/gio-mo-cua"/g)).toHaveLength(2);
    expect(xml.match(/<lastmod>2026-11-20T00:00:00.000Z/g)).toHaveLength(2);
  });

  it("of many parts names each", () => {
    expect(sitemapIndex([`${ORIGIN}/sitemap.xml?after=`, `${ORIGIN}/sitemap.xml?after=0198`]).match(/<loc>/g)).toHaveLength(2);
  });
});

it("x-default is the choice of language for home, and one language's page elsewhere", () => {
  const fallback = (below: string) => alternatesOf(ORIGIN, below).find(({ hreflang }) => hreflang === "x-default")?.href;
  expect(fallback("")).toBe(`${ORIGIN}/`);
  expect(fallback("/gates")).toBe(`${ORIGIN}/vi/gates`);
});

it("a picture's address changes with the edition", () => {
  expect(cardPath("article", "gio-mo-cua", "0".repeat(32))).not.toBe(cardPath("article", "gio-mo-cua", "1".repeat(32)));
});

it.each(["", "/gates", "/gates/huu-nghi", "/articles/gio-mo-cua", "/articles/gio-mo-cua/side-by-side", "/notices/tan-thanh", "/questions/new", "/about"])(
  "%j has the shape of a public page",
  (below) => expect(hasPublicShape(below)).toBe(true),
);

it.each(["/", "/Articles/x", "/articles/x/y", "/gates/x/side-by-side", "//example.com", "/a?b", "/a b", `/${"a".repeat(300)}`, "/../workbench"])(
  "%j has not",
  (below) => expect(hasPublicShape(below)).toBe(false),
);
