import { describe, expect, test } from "vitest";
import { tokens } from "./normalise.ts";
import { isTerm, spellingsOfName, spellingsOfNumbers } from "./other-spellings.ts";

describe("other spellings", () => {
  test("a Chinese name is found by its pinyin in one word, from any of its syllables on, and by its initials", () => {
    const spellings = spellingsOfName(tokens("电子签证"));
    for (const typed of ["dianziqianzheng", "qianzheng", "dzqz", "qz"]) expect(spellings).toContain(typed);
  });

  test("a Traditional name has the spellings of its Simplified one", () => {
    expect(spellingsOfName(tokens("電子簽證"))).toEqual(spellingsOfName(tokens("电子签证")));
  });

  test("a character that is read in two ways is read as its word wants", () => {
    expect(spellingsOfName(tokens("银行"))).toContain("yinhang");
  });

  test("ü is found as v and as u", () => {
    expect(spellingsOfName(tokens("旅行"))).toEqual(expect.arrayContaining(["lvxing", "luxing"]));
  });

  test("a Vietnamese name is found without its spaces, and by its initials", () => {
    const spellings = spellingsOfName(tokens("Giờ mở cửa"));
    for (const typed of ["giomocua", "mocua", "gmc"]) expect(spellings).toContain(typed);
  });

  test("amounts and telephones are found without the marks inside them, hours without their zero", () => {
    expect(spellingsOfNumbers("15.000.000 đồng, 0205 3 861 234, 07:00")).toEqual(expect.arrayContaining(["15000000", "02053861234", "7"]));
    expect(spellingsOfNumbers("113")).toEqual([]);
  });

  test("an amount with its word is found in full", () => {
    expect(spellingsOfNumbers("trên 15 triệu đồng")).toContain("15000000");
    expect(spellingsOfNumbers("1500万越南盾")).toContain("15000000");
    expect(spellingsOfNumbers("1,24 triệu")).toContain("1240000");
    expect(spellingsOfNumbers("1.500 tỷ")).toContain("1500000000000");
  });

  test("a heading is a term, a sentence is not", () => {
    expect(isTerm(tokens("Khai báo ở đâu"))).toBe(true);
    expect(isTerm(tokens("在哪里申报"))).toBe(true);
    expect(isTerm(tokens("Quý khách khai báo tại quầy hải quan ở cửa khẩu"))).toBe(false);
    expect(isTerm(tokens("携带现金超过限额的，须向海关如实申报"))).toBe(false);
  });
});
