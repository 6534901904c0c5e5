import fc from "fast-check";
import { expect, it } from "vitest";
import { balanced, drawCard, linesOf, widthOf } from "./card.server.ts";

const ROOM = 9;
const titleVi = fc
  .array(fc.constantFrom("Giấy", "tờ", "cần", "có", "khi", "qua", "cửa", "khẩu", "Lạng", "Sơn", "113,", "(LED)"), { minLength: 1, maxLength: 24 })
  .map((words) => words.join(" "));
const titleZh = fc
  .array(fc.constantFrom("出", "入", "境", "所", "需", "证", "件", "，", "“", "”", "24/7", "LED"), { minLength: 1, maxLength: 40 })
  .map((marks) => marks.join(""));

it("a title loses nothing when it is broken into lines", () => {
  const bare = (text: string) => text.replace(/\s/g, "");
  fc.assert(fc.property(titleVi, (title) => bare(linesOf(title, "vi", ROOM).join("")) === bare(title)));
  fc.assert(fc.property(titleZh, (title) => bare(linesOf(title, "zh", ROOM).join("")) === bare(title)));
});

it("no line is wider than its room, but for a mark that must not begin the next", () => {
  fc.assert(fc.property(titleVi, (title) => linesOf(title, "vi", ROOM).every((line) => widthOf(line) <= ROOM)));
  expect(linesOf("出入境所需证件证件，口岸", "zh", 9)).toEqual(["出入境所需证件证件，", "口岸"]);
});

it("no last word stands alone where the lines can be even", () => {
  expect(linesOf("Cổng thông tin cửa khẩu Lạng Sơn", "vi", 8.2).at(-1)).toBe("Sơn");
  expect(balanced("Cổng thông tin cửa khẩu Lạng Sơn", "vi", 8.2).at(-1)).toBe("Lạng Sơn");
});

it("the languages are drawn in the same size, and marks of XML in a title stay words", () => {
  const svg = drawCard({ titles: { vi: "A <b> & c", zh: "证件" }, names: { vi: "Cầu Nối", zh: "桥梁" }, sites: { vi: "Cổng", zh: "门户" } });
  expect(svg).toContain("A &lt;b&gt; &amp; c");
  const sizes = [...svg.matchAll(/xml:lang="([^"]+)"[^>]*font-size="(\d+)"/g)].map(([, lang, size]) => `${lang} ${size}`);
  expect(new Set(sizes)).toEqual(new Set(["vi 60", "zh-Hans 60", "vi 26", "zh-Hans 26"]));
});

it("a title too long for any size ends with an ellipsis, within the picture", () => {
  const svg = drawCard({ titles: { vi: "rất dài ".repeat(80).trim(), zh: "长" }, names: { vi: "a", zh: "b" }, sites: { vi: "c", zh: "d" } });
  expect(svg).toContain("…</text>");
  for (const [, y] of svg.matchAll(/ y="(\d+)"/g)) expect(Number(y)).toBeLessThan(630);
});

it("quotation marks count as wide as the face draws them: a Chinese character each", () => {
  expect(widthOf("关于“桥梁”信息门户")).toBeGreaterThanOrEqual(10);
});
