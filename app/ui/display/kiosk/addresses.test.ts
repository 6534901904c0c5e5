import { expect, test } from "vitest";
import { formAddress, portalPath, replyAddress } from "./addresses.ts";
import { emptyDraft } from "./draft.ts";
import type { Place } from "./state.ts";

test.each<[Place, string]>([
  [{ screen: "home" }, "/zh"],
  [{ screen: "topic", topic: "cash" }, "/zh/topics/cash"],
  [{ screen: "article", slug: "a" }, "/zh/articles/a"],
  [{ screen: "question", slug: "a" }, "/zh/questions/a"],
  [{ screen: "notice", slug: "a" }, "/zh/notices/a"],
  [{ screen: "phrase", slug: "a" }, "/zh/phrases#a"],
  [{ screen: "gate", gate: "chi-ma" }, "/zh/gates/chi-ma"],
  [{ screen: "gates" }, "/zh/gates"],
  [{ screen: "questions" }, "/zh/questions"],
  [{ screen: "notices" }, "/zh/notices"],
  [{ screen: "phrases" }, "/zh/phrases"],
  [{ screen: "write" }, "/zh/questions/new"],
])("%j goes on at %s", (place, path) => {
  expect(portalPath(place, "zh")).toBe(path);
});

test("a search goes on with what was sought", () => {
  expect(portalPath({ screen: "search" }, "vi", " tiền & vàng ")).toBe("/vi/search?q=ti%E1%BB%81n+%26+v%C3%A0ng");
});

test("a phone gets the form with what was typed here, whole or not at all", () => {
  const draft = { ...emptyDraft, text: "Hỏi gì?", topic: "cash" };
  expect(new URL(formAddress("https://a.example", "vi", draft)).searchParams.get("text")).toBe("Hỏi gì?");
  const long = new URL(formAddress("https://a.example", "vi", { ...draft, text: "rất dài ".repeat(200) }));
  expect([long.searchParams.get("text"), long.searchParams.get("topic")]).toEqual([null, "cash"]);
  expect(formAddress("https://a.example", "zh", { ...emptyDraft, kind: "feedback" })).toBe("https://a.example/zh/feedback");
});

test("the answer is looked up by its number", () => {
  expect(replyAddress("https://a.example", "zh", "QN-7K3M-9TXA-4WPD")).toBe("https://a.example/zh/questions/reply?number=QN-7K3M-9TXA-4WPD");
});
