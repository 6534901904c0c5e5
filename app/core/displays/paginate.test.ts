import fc from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import { joined, piecesOf } from "./line-breaks.ts";
import { bestSetting, paginate } from "./paginate.ts";

/** As a terminal counts: a Chinese character is as wide as two letters. */
const measure = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/\p{Script=Han}|[，。、；：？！（）《》“”]/u.test(letter) ? 2 : /\p{M}/u.test(letter) ? 0 : 1), 0);
const paged = (text: string, width: number, lines: number) => paginate(text, { width, lines }, measure).pages;

describe("a text in pages", () => {
  it.each<[string, string, number, number, string[][]]>([
    ["stays one page where it fits", "Cửa khẩu đang mở.", 20, 1, [["Cửa khẩu đang mở."]]],
    [
      "ends its pages with sentences",
      "Trời mưa to. Xin đi chậm. Chú ý đường trơn.",
      14,
      2,
      [
        ["Trời mưa to.", "Xin đi chậm."],
        ["Chú ý", "đường trơn."],
      ],
    ],
    ["else with clauses", "Xin chuẩn bị hộ chiếu, thị thực, giấy thông hành", 24, 1, [["Xin chuẩn bị hộ chiếu,"], ["thị thực,"], ["giấy thông hành"]]],
    ["else between syllables, all about as full", "một hai ba bốn năm sáu bảy", 12, 1, [["một hai ba"], ["bốn năm"], ["sáu bảy"]]],
    ["breaks lines evenly, so that none is left with one word", "Xin không mang thuốc lá điện tử", 30, 2, [["Xin không mang", "thuốc lá điện tử"]]],
    ["cuts only what is wider than a line by itself", "aaaaaaaaaa b", 4, 2, [["aaaa", "aaaa"], ["aa b"]]],
    ["breaks Chinese between any two characters", "口岸现在开放通行", 8, 1, [["口岸现在"], ["开放通行"]]],
    ["lets no Chinese line begin with a mark", "出行请带护照，谢谢", 12, 2, [["出行请带", "护照，谢谢"]]],
    ["lets no line end with what opens", "请看一下《通行证》", 10, 2, [["请看一下", "《通行证》"]]],
    ["ends Chinese pages with sentences", "道路湿滑。请慢行。注意安全。", 10, 1, [["道路湿滑。"], ["请慢行。"], ["注意安全。"]]],
    ["keeps a number and its counter together", "每人可带1500万越南盾", 14, 1, [["每人可带"], ["1500万越南盾"]]],
    ["keeps times and spans whole", "Mở cửa 07:00–20:00 hằng ngày", 12, 3, [["Mở cửa", "07:00–20:00", "hằng ngày"]]],
    ["keeps Latin names whole among Chinese", "请问Bộ đội Biên phòng", 12, 2, [["请问Bộ đội", "Biên phòng"]]],
    ["breaks Chinese between words", "进入或离开越南时须向海关申报", 12, 3, [["进入或离开", "越南时须", "向海关申报"]]],
    ["breaks a Chinese word where that saves a page", "海关护照通行", 6, 2, [["海关护", "照通行"]]],
    ["leaves no character alone", "请出示护照谢谢了", 14, 2, [["请出示", "护照谢谢了"]]],
    ["keeps a number and its unit together, with a space or without", "每人限带30 万越南盾现金", 20, 3, [["每人限带", "30 万越南盾现金"]]],
    ["keeps a Chinese date together", "越南自2025年1月1日起", 18, 2, [["越南自", "2025年1月1日起"]]],
    ["keeps a Vietnamese amount and its unit together", "Mang trên 15 triệu đồng phải khai báo", 26, 2, [["Mang trên 15 triệu đồng", "phải khai báo"]]],
    ["keeps names of several syllables together", "mở lại lúc 15:00 tại Hà Nội", 22, 3, [["mở lại lúc 15:00", "tại Hà Nội"]]],
    ["leaves no short syllable alone", "Xin chuẩn bị hộ chiếu ạ", 21, 2, [["Xin chuẩn bị", "hộ chiếu ạ"]]],
    ["takes no dot in a number for an end", "Giá 1.240.000 đồng. Xin cảm ơn.", 20, 1, [["Giá 1.240.000 đồng."], ["Xin cảm ơn."]]],
  ])("%s", (_, text, width, lines, pages) => {
    expect(paged(text, width, lines)).toEqual(pages);
  });
});

const SYLLABLES = [
  "Xin",
  "quý",
  "khách",
  "chuẩn",
  "bị",
  "hộ",
  "chiếu",
  "1.500",
  "07:00–20:00",
  "nghiêng",
  "ấy,",
  "rồi.",
  "(nếu",
  "có)",
  "“Đồng",
  "Đăng”",
  "chứ?",
];
const HAN = [..."请准备护照与通行证", "，", "。", "（", "）", "《", "》", "、", "1500", "20:00", "Hà", " "];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 60 }).map((words) => words.join(" ")),
  fc.array(fc.constantFrom(...HAN), { minLength: 1, maxLength: 80 }).map((parts) => parts.join("")),
  fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
);
const folded = (text: string) => text.replace(/\s+/g, "");

describe("whatever the text and the room", () => {
  test("nothing is lost, doubled or moved", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 40 }), fc.integer({ min: 1, max: 6 }), (text, width, lines) => {
        expect(folded(paged(text, width, lines).flat().join(" "))).toBe(folded(text));
      }),
    );
  });

  test("every page has its lines, and no line is wider than the room, unless one letter is", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 40 }), fc.integer({ min: 1, max: 6 }), (text, width, lines) => {
        for (const page of paged(text, width, lines)) {
          expect(page.length).toBeGreaterThan(0);
          expect(page.length).toBeLessThanOrEqual(lines);
          for (const line of page) expect(measure(line) <= width || [...line.matchAll(/\P{M}\p{M}*/gu)].length === 1).toBe(true);
        }
      }),
    );
  });

  test("no line begins with a mark that closes nor ends with one that opens, where a line has room for a word and its marks", () => {
    const marked = fc
      .array(fc.constantFrom(..."请准备护照，。、）》（《"), { minLength: 1, maxLength: 60 })
      .map((parts) => parts.join("").replace(/([，。、）》（《]){2,}/g, "$1"));
    fc.assert(
      fc.property(marked, fc.integer({ min: 8, max: 30 }), (text, width) => {
        const lines = paged(text, width, 3).flat();
        expect(lines.slice(1).filter((line) => /^[，。、）》]/.test(line))).toEqual([]);
        expect(lines.slice(0, -1).filter((line) => /[（《]$/.test(line))).toEqual([]);
      }),
    );
  });

  test("Vietnamese is broken at spaces alone", () => {
    const words = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 40 }), (words, width) => {
        const lines = paged(words.join(" "), width, 2).flat();
        expect(lines.flatMap((line) => line.split(" "))).toEqual(words);
      }),
    );
  });

  test("no short syllable stands alone on a last line", () => {
    const short = fc.array(fc.constantFrom("xin", "đi", "cửa", "số", "bên", "kia", "ạ"), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(short, fc.integer({ min: 16, max: 40 }), (words, width) => {
        const [lines = []] = paged(words.join(" "), width, 20);
        if (lines.length > 1) expect(lines.at(-1)?.split(" ").length).toBeGreaterThan(1);
      }),
    );
  });

  test("no Chinese word is broken where a page has lines enough", () => {
    const words = fc.array(fc.constantFrom<string>("护照", "海关", "通行证", "旅客", "申报"), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 14, max: 40 }), (words, width) => {
        const text = words.join("，");
        const [lines = [], ...more] = paged(text, width, 40);
        expect(more).toEqual([]);
        expect(lines.flatMap((line) => line.split("，")).filter((word) => word !== "" && !words.includes(word))).toEqual([]);
      }),
    );
  });

  test("keeping words whole costs no page", async () => {
    const known = Intl.Segmenter;
    vi.resetModules();
    Object.assign(Intl, { Segmenter: undefined });
    const { paginate: without } = await import("./paginate.ts");
    Object.assign(Intl, { Segmenter: known });
    const han = fc.array(fc.constantFrom(..."请准备护照与通行证向海关申报，。"), { minLength: 1, maxLength: 80 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(han, fc.integer({ min: 6, max: 30 }), fc.integer({ min: 1, max: 4 }), (text, width, lines) => {
        expect(paged(text, width, lines).length).toBe(without(text, { width, lines }, measure).pages.length);
      }),
    );
    expect(without("进入或离开越南时须向海关申报", { width: 12, lines: 3 }, measure).pages.flat()).not.toEqual(
      paged("进入或离开越南时须向海关申报", 12, 3).flat(),
    );
  });

  test("a place's name is never broken where there is room for it", () => {
    const [lines] = paginate("通往峙马口岸", { width: 8, lines: 2 }, measure, ["峙马"]).pages;
    expect(lines).toEqual(["通往", "峙马口岸"]);
  });

  test("pieces joined are the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(folded(joined(piecesOf(text)))).toBe(folded(text));
      }),
    );
  });
});

describe("the size of a text", () => {
  const setAt = (text: string) => (size: number) => paginate(text, { width: 60, lines: Math.floor(40 / size) }, (line) => measure(line) * size);

  it("is the largest that needs no more pages than the least legible one", () => {
    expect(bestSetting([8, 4, 2], setAt("Đang mở"))).toEqual({ size: 8, pages: [["Đang mở"]] });
    expect(bestSetting([8, 4, 2], setAt("Xin không mang thuốc lá điện tử")).size).toBe(4);
  });

  it("is a little smaller where that keeps words whole", () => {
    const chinese = (size: number) => paginate("海关护照通行", { width: 48, lines: 2 }, (line) => measure(line) * size);
    expect(bestSetting([7, 6, 4], chinese)).toEqual({ size: 6, pages: [["海关", "护照通行"]] });
    expect(bestSetting([7, 4], chinese).size).toBe(7);
  });

  it("is never smaller than the least, however long the text", () => {
    const long = Array(80).fill("nghiêng").join(" ");
    expect(bestSetting([8, 4, 2], setAt(long)).size).toBe(2);
  });
});
