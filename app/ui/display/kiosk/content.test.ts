import { expect, test } from "vitest";
import { articlesOf, readContent, topicsOf } from "./content.ts";
import { sampleArticle, sampleContent } from "./sample-content.ts";

const wired = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const article = sampleArticle("gio-mo-cua", "hours");
const withArticle = (change: object) => ({ ...sampleContent(), articles: [{ ...article, ...change }] });

test("whole content is read", () => {
  expect(readContent(wired(sampleContent()), "huu-nghi")).toEqual(sampleContent());
});

test.each([
  ["nothing", null],
  ["an error's answer", { error: { code: "busy" } }],
  ["another gate's content", { ...sampleContent(), gate: "chi-ma" }],
  ["content without its own gate", { ...sampleContent(), gates: [] }],
  ["a revision that is no number", { ...sampleContent(), revision: "2" }],
  [
    "an observation without an instant",
    { ...sampleContent(), observations: [{ id: "1", gate: "huu-nghi", state: "open", at: "soon", until: null, unknownAfter: null }] },
  ],
  ["a topic named in one language", { ...sampleContent(), topics: [{ key: "cash", position: 0, icon: "banknote", name: { vi: "Tiền mặt" } }] }],
  ["an article with one half of a pair", withArticle({ texts: { vi: article.texts.vi } })],
  ["an article with an untranslated segment", withArticle({ texts: { vi: article.texts.vi, zh: { title: "…", summary: "…" } } })],
  ["an article whose tree is broken", withArticle({ tree: [{ id: "cell", kind: "cell" }] })],
  ["an article whose tree is no tree", withArticle({ tree: [null] })],
  ["an article that refers to a fact it does not carry", withArticle({ tree: [{ id: "box", kind: "facts", facts: ["fee"] }] })],
])("%s is refused as a whole", (_, value) => {
  expect(readContent(wired(value), "huu-nghi")).toBeNull();
});

test("topics without an article are not offered", () => {
  const content = sampleContent({ articles: [article] });
  expect(topicsOf(content).map(({ key }) => key)).toEqual(["hours"]);
  expect(articlesOf(content, "cash")).toEqual([]);
});
