import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsIn, type Inline, parseInline, plainText } from "./inline.ts";

const flat = (parts: Inline[]): string => parts.map((part) => (part.kind === "text" ? part.text : part.kind === "fact" ? "" : flat(part.children))).join("");

describe("the markup inside a segment", () => {
  it("knows strong words, safe links and facts", () => {
    expect(parseInline("Gọi **ngay [113](tel:113)**, mang {{fact:cash-usd}}.")).toEqual([
      { kind: "text", text: "Gọi " },
      {
        kind: "strong",
        children: [
          { kind: "text", text: "ngay " },
          { kind: "link", href: "tel:113", children: [{ kind: "text", text: "113" }] },
        ],
      },
      { kind: "text", text: ", mang " },
      { kind: "fact", key: "cash-usd" },
      { kind: "text", text: "." },
    ]);
  });

  it.each(["javascript:alert(1)", "http://x.vn", "//x.vn", "/vi", "data:text/html,x", "JAVASCRIPT:x"])("leaves a link to %s as the text it is", (href) => {
    const text = `[bấm](${href})`;
    expect(parseInline(text)).toEqual([{ kind: "text", text }]);
  });

  it("reads any text, and adds no character to it", () => {
    const comesInOrder = (part: string, whole: string): boolean => {
      let at = 0;
      for (const character of whole) if (character === part.charAt(at)) at += 1;
      return at === part.length;
    };
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."*[]({fact:a})} kéo岸\n") }), (text) => comesInOrder(flat(parseInline(text)), text)));
  });

  it("finds each fact once, inside other markup too", () => {
    expect(factsIn("{{fact:a}} **{{fact:b}}** {{fact:a}}")).toEqual(["a", "b"]);
    expect(plainText("**{{fact:a}}** là [mức](https://a.vn)", (key) => `<${key}>`)).toBe("<a> là mức");
  });
});
