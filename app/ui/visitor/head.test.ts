import { expect, it } from "vitest";
import { headOf, type PageHead, type Site } from "./head.ts";
import type { ShownEdition } from "./head-data.ts";
import { pageMeta } from "./page-meta.ts";

const SITE: Site = { origin: "https://cua-khau.example", name: "桥梁", title: "谅山口岸信息门户" };
const CASH: PageHead = { title: "携带现金出入境", description: "…", lang: "zh", below: "/articles/mang-tien-mat" };
const EDITION: ShownEdition = {
  kind: "article",
  slug: "mang-tien-mat",
  contentHash: "0123456789abcdef0123456789abcdef",
  publishedAt: new Date("2026-11-23T01:00:00Z"),
  sourceLang: "vi",
};

type Data = { "@graph": Record<string, unknown>[] };
const dataIn = (head: ReturnType<typeof headOf>): Data["@graph"] =>
  head.flatMap((one) => ("script:ld+json" in one ? (one["script:ld+json"] as unknown as Data)["@graph"] : []));

it("a page names its address and its twin in every language, itself included, from the configured origin", () => {
  const head = headOf(SITE, CASH);
  expect(head).toContainEqual({ tagName: "link", rel: "canonical", href: "https://cua-khau.example/zh/articles/mang-tien-mat" });
  expect(head).toContainEqual({ tagName: "link", rel: "alternate", hrefLang: "vi", href: "https://cua-khau.example/vi/articles/mang-tien-mat" });
  expect(head).toContainEqual({ tagName: "link", rel: "alternate", hrefLang: "zh-Hans", href: "https://cua-khau.example/zh/articles/mang-tien-mat" });
  expect(head[0]).toEqual({ title: "携带现金出入境 · 桥梁" });
});

it("who reads none of the languages is led from home to the choice of one", () => {
  const head = headOf(SITE, { title: SITE.title, lang: "zh", below: "" });
  expect(head).toContainEqual({ tagName: "link", rel: "alternate", hrefLang: "x-default", href: "https://cua-khau.example/" });
});

it("a shared link shows the pair's own picture, whose address changes with the edition", () => {
  const head = headOf(SITE, { ...CASH, edition: EDITION });
  expect(head).toContainEqual({ property: "og:image", content: "https://cua-khau.example/og/article/mang-tien-mat.0123456789abcdef.png" });
  expect(head).toContainEqual({ property: "og:locale", content: "zh_CN" });
  expect(head).toContainEqual({ property: "og:locale:alternate", content: "vi_VN" });
  expect(headOf(SITE, CASH)).toContainEqual({ property: "og:image", content: "https://cua-khau.example/og.png" });
});

it("a translation names the work that it translates, and that work its translation", () => {
  const [translation] = dataIn(headOf(SITE, { ...CASH, edition: EDITION }));
  expect(translation).toMatchObject({
    "@type": "Article",
    inLanguage: "zh-Hans",
    translationOfWork: { "@id": "https://cua-khau.example/vi/articles/mang-tien-mat" },
  });
  const [source] = dataIn(headOf(SITE, { ...CASH, lang: "vi", edition: EDITION }));
  expect(source).toMatchObject({ inLanguage: "vi", workTranslation: [{ "@id": "https://cua-khau.example/zh/articles/mang-tien-mat" }] });
});

it("a question is told with its short answer, under its topic", () => {
  const edition: ShownEdition = { ...EDITION, kind: "question", slug: "mang-bao-nhieu" };
  const [question, crumbs] = dataIn(
    headOf(SITE, { ...CASH, description: "……", below: "/questions/mang-bao-nhieu", edition, crumbs: [{ name: "现金", below: "/topics/cash" }] }),
  );
  expect(question).toMatchObject({ "@type": "FAQPage", mainEntity: { "@type": "Question", acceptedAnswer: { text: "……" } } });
  expect((crumbs as { itemListElement: { item: string }[] } | undefined)?.itemListElement.map(({ item }) => item)).toEqual([
    "https://cua-khau.example/zh",
    "https://cua-khau.example/zh/topics/cash",
    "https://cua-khau.example/zh/questions/mang-bao-nhieu",
  ]);
});

it("home tells how it is searched", () => {
  const [site] = dataIn(headOf(SITE, { title: SITE.title, lang: "zh", below: "" }));
  expect(site).toMatchObject({ "@type": "WebSite", potentialAction: { target: "https://cua-khau.example/zh/search?q={query}" } });
});

it("search results ask not to be listed and have no twins to offer", () => {
  const head = headOf(SITE, { title: "搜索", lang: "zh", below: "/search", listed: false });
  expect(head).toContainEqual({ name: "robots", content: "noindex" });
  expect(JSON.stringify(head)).not.toContain("alternate");
});

it("a page's head follows from its address and what the layout knows; without the latter there is none", () => {
  const at = (matches: { id: string; data: unknown }[]) => pageMeta({ matches, location: { pathname: "/zh/gates" } }, { title: "口岸" });
  expect(at([{ id: "visitor", data: SITE }])).toContainEqual({ tagName: "link", rel: "canonical", href: "https://cua-khau.example/zh/gates" });
  expect(at([])).toEqual([]);
});
