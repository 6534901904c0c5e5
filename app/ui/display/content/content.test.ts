import { expect, test } from "vitest";
import { articlesOf, emergenciesAt, noticesAt, ownGate, readContent, topicsOf } from "./content.ts";
import { sampleArticle, sampleContent, sampleNotice } from "./sample-content.ts";

const wired = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const article = sampleArticle("gio-mo-cua", "hours");
const withArticle = (change: object) => ({ ...sampleContent(), articles: [{ ...article, ...change }] });

test("whole content is read", () => {
  expect(readContent(wired(sampleContent()), "huu-nghi")).toEqual(sampleContent());
});

test.each([
  ["nothing", null],
  ["an error's answer", { error: { code: "busy" } }],
  ["another gate's content", { ...sampleContent(), gate: "chi-ma", site: { ...sampleContent().site, key: "chi-ma" } }],
  ["content without an address for phones", { ...sampleContent(), origin: "" }],
  ["a notice without an end that can be read", { ...sampleContent(), notices: [sampleNotice("a", "routine", { until: "soon" })] }],
  ["a phrase in one language", { ...sampleContent(), phrases: sampleContent().phrases.map((phrase) => ({ ...phrase, texts: { vi: phrase.texts.vi } })) }],
  ["a question that is not whole", { ...sampleContent(), questions: [{ ...sampleContent().questions[0], facts: null }] }],
  ["content without readings", { ...sampleContent(), readings: undefined }],
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

test("a kiosk in a commune stands at no gate and holds them all", () => {
  const site = { key: "xa-mot", position: 0, kind: "commune" as const, name: { vi: "commune vi", zh: "commune zh" } };
  const content = readContent(wired(sampleContent({ site, gate: null })), "xa-mot");
  expect(content && ownGate(content)).toBeNull();
  expect(content?.gates).toHaveLength(1);
});

test("an emergency counts where it holds, while it holds, and ends on time without being told", () => {
  const at = (time: string) => new Date(`2026-11-23T${time}:00.000Z`);
  const everywhere = sampleNotice("bao-lu", "emergency", { until: "2026-11-23T04:00:00.000Z" });
  const elsewhere = sampleNotice("sat-lo", "emergency", { gates: ["chi-ma"] });
  const mild = sampleNotice("gio-moi", "priority");
  const all = [mild, elsewhere, everywhere];
  const slugs = (now: Date) => emergenciesAt(all, "huu-nghi", now).map(({ slug }) => slug);
  expect(slugs(at("01:59"))).toEqual([]);
  expect(slugs(at("02:00"))).toEqual(["bao-lu"]);
  expect(slugs(at("04:00"))).toEqual([]);
  expect(noticesAt(all, at("05:00")).map(({ slug }) => slug)).toEqual(["sat-lo", "gio-moi"]);
});
