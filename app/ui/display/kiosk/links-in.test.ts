import { expect, test } from "vitest";
import { linksIn } from "./links-in.ts";

test("addresses outside are listed once each in reading order, and telephone numbers stay in the text", () => {
  const texts = {
    title: "…",
    summary: "See [the **law**](https://law.example/a).",
    first: "**[The form](https://form.example)**, [the law again](https://law.example/a), call [113](tel:113).",
  };
  const readable = { tree: [{ id: "first", kind: "paragraph" as const }], texts: { vi: texts, zh: { ...texts, first: "…" } } };
  expect(linksIn(readable, "vi")).toEqual([
    { href: "https://law.example/a", words: "the law" },
    { href: "https://form.example", words: "The form" },
  ]);
  expect(linksIn(readable, "zh")).toHaveLength(1);
});
