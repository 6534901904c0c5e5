import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SearchDocument } from "../../app/core/search/document.ts";
import { SearchIndex } from "../../app/server/search/search-index.server.ts";

/** Enough pages for words to become common, all of which hold "cửa khẩu" and 口岸; one in ten is called so. */
const PAGES = 2600;
const folder = mkdtempSync(join(tmpdir(), "search-large-"));
const content = { generationId: "large", revision: 1 };
let index: SearchIndex;

const page = (number: number, vi: string, zh: string): SearchDocument => ({
  id: `article:p${number}`,
  kind: "article",
  slug: `p${number}`,
  topic: null,
  gates: [],
  versions: {
    vi: { title: number % 10 ? "Trang" : "Cửa khẩu", passages: [{ segment: "summary", text: `Ở cửa khẩu ${vi} xin hỏi cán bộ trực.` }] },
    zh: { title: number % 10 ? "页面" : "口岸", passages: [{ segment: "summary", text: `在口岸${zh}请询问值班人员。` }] },
  },
});

beforeAll(() => {
  index = SearchIndex.open({ file: join(folder, "search.db"), content, fresh: false }).index;
  index.fill(Array.from({ length: PAGES }, (_, number) => page(number, number === 1234 ? "hiếm hoi" : "này", number === 1234 ? "罕见" : "这里")));
  index.seal(content);
});

afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

const slugs = (text: string, limit = 10) => index.query({ text, lang: "vi", limit }).hits.map((hit) => hit.slug);

test("a rare word finds its page among thousands that share the others", () => {
  expect(slugs("hiem hoi")).toEqual(["p1234"]);
  expect(slugs("cán bộ cửa khẩu hiếm hoi")[0]).toBe("p1234");
  expect(slugs("口岸罕见")[0]).toBe("p1234");
  expect(slugs("cua khau hiem khong co trong trang")[0]).toBe("p1234");
});

test("what many pages are named brings up pages of that name", () => {
  for (const text of ["cửa khẩu", "口岸", "口"]) {
    const found = slugs(text, 50);
    expect(found).toHaveLength(50);
    expect(found.filter((slug) => !slug.endsWith("0"))).toEqual([]);
  }
});

test("words that stand in every page, and name none, still bring up pages", () => {
  for (const text of ["xin hoi can bo truc", "询问值班人员", "xin"]) expect(slugs(text)).toHaveLength(10);
});

test("opened again, it knows what is common, and what was written right, as before", () => {
  index.close();
  index = SearchIndex.open({ file: join(folder, "search.db"), content, fresh: false }).index;
  expect(slugs("cán bộ cửa khẩu hiếm hoi")[0]).toBe("p1234");
  expect(index.query({ text: "hiem hoii", lang: "vi", limit: 10 }).meant).toBe("hiếm hoi");
});

test("what so many words begin with that nobody could wait for is looked for in names", () => {
  for (const text of ["c", "口"]) expect(slugs(text, 50).every((slug) => slug.endsWith("0"))).toBe(true);
});

test("a page that comes later is found by its words at once", () => {
  index.apply({ content: { ...content, revision: 2 }, changed: [page(9999, "mới mở", "新开")], removed: ["article:p1234"] });
  expect([slugs("moi mo"), slugs("新开"), slugs("hiem hoi")]).toEqual([["p9999"], ["p9999"], []]);
});

test("the words of a page that came later are known after a restart too", () => {
  index.close();
  index = SearchIndex.open({ file: join(folder, "search.db"), content: { ...content, revision: 2 }, fresh: false }).index;
  index.apply({ content: { ...content, revision: 3 }, changed: [page(10_001, "phục vụ", "服务")], removed: [] });
  for (const reopened of [false, true]) {
    if (reopened) {
      index.close();
      index = SearchIndex.open({ file: join(folder, "search.db"), content: { ...content, revision: 3 }, fresh: false }).index;
    }
    expect(index.query({ text: "phucc", lang: "vi", limit: 10 }).meant).toBe("phục");
  }
});
