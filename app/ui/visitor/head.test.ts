import { expect, it } from "vitest";
import { headOf, type Site } from "./head.ts";

const SITE: Site = { origin: "https://cua-khau.example", name: "桥梁", title: "谅山口岸信息门户" };

it("a page names its address and its twin in every language, itself included, from the configured origin", () => {
  const head = headOf(SITE, { title: "携带现金出入境", description: "…", path: "/zh/articles/mang-tien-mat" });
  expect(head).toContainEqual({ tagName: "link", rel: "canonical", href: "https://cua-khau.example/zh/articles/mang-tien-mat" });
  expect(head).toContainEqual({ tagName: "link", rel: "alternate", hrefLang: "vi", href: "https://cua-khau.example/vi/articles/mang-tien-mat" });
  expect(head).toContainEqual({ tagName: "link", rel: "alternate", hrefLang: "zh-Hans", href: "https://cua-khau.example/zh/articles/mang-tien-mat" });
  expect(head[0]).toEqual({ title: "携带现金出入境 · 桥梁" });
});

it("search results ask not to be listed and have no twins to offer", () => {
  const head = headOf(SITE, { title: "搜索", path: "/zh/search", listed: false });
  expect(head).toContainEqual({ name: "robots", content: "noindex" });
  expect(JSON.stringify(head)).not.toContain("alternate");
});
