import { expect, test } from "vitest";
import type { SearchDocument } from "./document.ts";
import { indexRow, NAMES_WEIGHTS, WORDS_WEIGHTS } from "./index-row.ts";

const page: SearchDocument = {
  id: "gate:tan-thanh",
  kind: "gate",
  slug: "tan-thanh",
  topic: "hours",
  gates: ["tan-thanh"],
  versions: {
    vi: {
      title: "Tân Thanh",
      names: ["Pò Chài"],
      passages: [
        { segment: "summary", text: "Xin hỏi hải quan trước." },
        { segment: "where", text: "Quầy hải quan ở tầng một." },
      ],
    },
    zh: { title: "新清", names: ["浦寨"], passages: [{ segment: "summary", text: "请先询问海关：1500万盾。" }] },
  },
};
const columns = (lang: "vi" | "zh") => Object.fromEntries(Object.entries(indexRow(page, lang)).map(([name, text]) => [name, String(text).split(" ")]));

test("words are filed by themselves and, beside each other, as pairs, with their accents and without", () => {
  const { body, pairs, exact } = columns("vi");
  expect(body).toEqual(expect.arrayContaining(["hai", "quan", "tang"]));
  expect(pairs).toEqual(expect.arrayContaining(["haiǀquan", "hảiǀquan", "tangǀmot", "tanǀthanh"]));
  expect(exact).toEqual(expect.arrayContaining(["hải", "tầng", "chài"]));
});

test("words on either side of a stretch of Chinese, or of two passages, are no pair", () => {
  expect(columns("vi").pairs).not.toContain("truocǀquay");
  const mixed = { ...page, versions: { ...page.versions, zh: { title: "新清", passages: [{ segment: "summary", text: "LED显示屏Chi Ma" }] } } };
  expect(indexRow(mixed, "zh").pairs.split(" ")).toEqual(expect.arrayContaining(["chiǀma"]));
  expect(indexRow(mixed, "zh").pairs).not.toContain("ledǀchi");
});

test("names by which a page is looked for count as its title, and are among its other spellings", () => {
  const { title, alt } = columns("zh");
  expect(title).toEqual(expect.arrayContaining(["新清", "浦寨"]));
  expect(alt).toEqual(expect.arrayContaining(["xinqing", "xq", "puzhai", "15000000"]));
  expect(indexRow(page, "zh").name.alt.split(" ")).toEqual(expect.arrayContaining(["xinqing", "puzhai"]));
  expect(indexRow(page, "zh").name.alt).not.toContain("15000000");
});

test("what a page says again and again is what it is about", () => {
  expect(columns("vi").about).toEqual(expect.arrayContaining(["hai", "quan", "haiǀquan"]));
  expect(columns("vi").about).not.toContain("tang");
});

test("every column that counts is filed", () => {
  const row = indexRow(page, "vi");
  expect(Object.keys(row)).toEqual(expect.arrayContaining(Object.keys(WORDS_WEIGHTS)));
  expect(Object.keys(row.name).sort()).toEqual(Object.keys(NAMES_WEIGHTS).sort());
});
