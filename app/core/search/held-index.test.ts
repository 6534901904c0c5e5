import { describe, expect, test } from "vitest";
import type { Lang } from "../language/languages.ts";
import type { Marked, SearchDocument } from "./document.ts";
import { type HeldHit, heldIndex, searchHeld } from "./held-index.ts";
import { asPinyin, wordsReadAs } from "./pinyin.ts";
import { readingsOf } from "./readings.ts";
import { traditionalPairs } from "./traditional.ts";

const page = (slug: string, vi: [title: string, ...passages: string[]], zh: [title: string, ...passages: string[]], change: Partial<SearchDocument> = {}) => {
  const version = ([title, ...texts]: [string, ...string[]]) => ({ title, passages: texts.map((text, index) => ({ segment: `p${index}`, text })) });
  return { id: `article:${slug}`, kind: "article", slug, topic: null, gates: [], versions: { vi: version(vi), zh: version(zh) }, ...change } as SearchDocument;
};

const PAGES = [
  page("giay-to", ["Giấy tờ cần có", "Hộ chiếu còn hạn, thị thực.", "Trẻ em có hộ chiếu riêng."], ["需要的证件", "有效护照和签证。", "儿童须持本人护照。"]),
  page(
    "tien-mat",
    ["Mang tiền mặt qua biên giới", "Phải khai báo khi mang trên 15 triệu đồng.", "Khai tại quầy hải quan."],
    ["携带现金出入境", "携带超过1500万越南盾须申报。", "在海关柜台申报。"],
  ),
  page("mat-ho-chieu", ["Mất hộ chiếu", "Báo công an ngay."], ["护照遗失", "请立即报警。"]),
  page("bo", ["Đi bộ", "Lối đi bộ."], ["步行", "步行通道。"]),
  page("bo-thit", ["Thịt bò", "Không mang thịt bò."], ["牛肉", "不得携带牛肉。"]),
  page("huu-nghi", ["Hữu Nghị", "Cửa khẩu quốc tế."], ["友谊", "国际口岸。"], { kind: "gate" }),
];

const TEXTS = PAGES.flatMap(({ versions }) => Object.values(versions).flatMap(({ title, passages }) => [title, ...passages.map(({ text }) => text)]));
const index = heldIndex(PAGES, readingsOf(TEXTS), traditionalPairs(TEXTS));
const find = (query: string, lang: Lang = "vi"): HeldHit[] => searchHeld(index, query, lang, 10);
const slugs = (query: string, lang: Lang = "vi"): string[] => find(query, lang).map(({ slug }) => slug);
const hits = (parts: readonly Marked[] = []): string[] => parts.filter(({ hit }) => hit).map(({ text }) => text);

describe("a visitor finds a page", () => {
  test.each([
    ["with its accents", "hộ chiếu", "mat-ho-chieu"],
    ["without accents", "ho chieu", "mat-ho-chieu"],
    ["in capitals", "HO CHIEU", "mat-ho-chieu"],
    ["while the last word is being typed", "tien ma", "tien-mat"],
    ["by Telex that nobody composed", "hooj chieesu", "mat-ho-chieu"],
    ["with its syllables in one word", "tienmat", "tien-mat"],
    ["by the initials of its name", "tmqbg", "tien-mat"],
    ["in Chinese", "护照遗失", "mat-ho-chieu"],
    ["by one Chinese character", "友", "huu-nghi"],
    ["by pinyin in one word", "huzhao", "mat-ho-chieu"],
    ["by pinyin with spaces", "xian jin", "tien-mat"],
    ["by pinyin whose last syllable is being typed", "youy", "huu-nghi"],
    ["by the initials of its pinyin", "yy", "huu-nghi"],
    ["by pinyin of what it says", "haiguan", "tien-mat"],
    ["by what it says in the other language", "海关", "tien-mat"],
    ["by a number", "15 trieu", "tien-mat"],
    ["by an old place of the tone", "hoà", ""],
  ])("%s: %s", (_, query, slug) => {
    expect(slugs(query)[0] ?? "").toBe(slug);
    expect(slugs(query, "zh")[0] ?? "").toBe(slug);
  });
});

test("who writes Traditional characters finds what is written in Simplified ones, and has it marked as it stands there", () => {
  expect(slugs("護照遺失", "zh")[0]).toBe("mat-ho-chieu");
  expect(slugs("攜帶現金")[0]).toBe("tien-mat");
  expect(hits(find("護照遺失", "zh")[0]?.title)).toEqual(["护照遗失"]);
  const written = heldIndex([page("cua", ["Hữu Nghị Quan"], ["友誼關"])], {}, traditionalPairs(["友誼關"]));
  for (const query of ["友誼關", "友谊关"]) expect(searchHeld(written, query, "zh", 10).map(({ slug }) => slug)).toEqual(["cua"]);
  expect(traditionalPairs(["有效护照"])).toContain("護护");
  expect(traditionalPairs(["有效护照"])).not.toContain("關");
});

test("Chinese words in a row that no page has as a row are found where they stand here and there", () => {
  expect(slugs("护照签证", "zh")).toEqual(["giay-to"]);
  expect(slugs("现金海关申报", "zh")).toEqual(["tien-mat"]);
  expect(slugs("现金龘龘", "zh")).toEqual([]);
});

test("who minds the accents gets what has them first", () => {
  expect(slugs("bò")[0]).toBe("bo-thit");
  expect(slugs("bộ")[0]).toBe("bo");
});

test("a page that is named so comes before one that only says so", () => {
  expect(slugs("ho chieu")).toEqual(["mat-ho-chieu", "giay-to"]);
});

test("every word has to be there, unless no page has them all", () => {
  expect(slugs("ho chieu thi thuc")).toEqual(["giay-to"]);
  expect(slugs("ho chieu xyzxyz")).toEqual(["mat-ho-chieu", "giay-to"]);
});

test("nothing is found for nothing, and for what is not there", () => {
  for (const query of ["", "   ", "?!", "qwrtp", "龘"]) expect(slugs(query)).toEqual([]);
});

test("what was found is marked as it is written, accents and all, in the visitor's language", () => {
  const [first] = find("ho chieu");
  expect(first?.title).toEqual([
    { text: "Mất ", hit: false },
    { text: "hộ", hit: true },
    { text: " ", hit: false },
    { text: "chiếu", hit: true },
  ]);
  expect(hits(find("huzhao", "zh")[0]?.title)).toEqual(["护照"]);
});

test("a passage found in the other language is shown by its twin", () => {
  expect(find("海关", "vi")[0]?.passage).toEqual({ segment: "p1", marked: [{ text: "Khai tại quầy hải quan.", hit: false }] });
});

test("a long passage is cut around what was found", () => {
  const long = page("long", ["Dài", `${"mở đầu dài dòng ".repeat(30)} kiểm dịch ${"kết thúc ".repeat(30)}`], ["长", "长"]);
  const [hit] = searchHeld(heldIndex([long], {}), "kiem dich", "vi", 5);
  const text = hit?.passage?.marked.map((part) => part.text).join("") ?? "";
  expect(text.length).toBeLessThan(170);
  expect(text.startsWith("…") && text.endsWith("…")).toBe(true);
  expect(hits(hit?.passage?.marked)).toEqual(["kiểm", "dịch"]);
});

test("pinyin offers the words of our own pages, the most frequent first", () => {
  const texts = PAGES.flatMap(({ versions }) => [versions.zh.title, ...versions.zh.passages.map(({ text }) => text)]);
  expect(wordsReadAs(texts, "huzhao", index.readings, 5)).toEqual(["护照"]);
  expect(wordsReadAs(texts, "hu", index.readings, 5)).toEqual(["护"]);
  expect(wordsReadAs(texts, "shenbao", index.readings, 5)).toEqual(["申报"]);
  expect(wordsReadAs(texts, "zz", index.readings, 5)).toEqual([]);
});

test("ü may be typed as u or v, and a word with other letters is no pinyin", () => {
  const green = heldIndex([page("lu", ["Xanh", "Màu xanh."], ["绿色通道", "绿色通道。"])], readingsOf(["绿色通道"]));
  for (const query of ["lvse", "luse"]) expect(searchHeld(green, query, "zh", 5)).toHaveLength(1);
  expect([asPinyin("hu zhao"), asPinyin("h"), asPinyin("护照"), asPinyin("15")]).toEqual(["huzhao", null, null, null]);
});
