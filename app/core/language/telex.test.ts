import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTelex, typeTelex } from "./telex.ts";

/** What is typed, and what has to stand there. */
const TABLE: [what: string, pairs: [typed: string, stands: string][]][] = [
  [
    "the five tones, and none",
    [
      ["mas", "má"],
      ["maf", "mà"],
      ["mar", "mả"],
      ["max", "mã"],
      ["maj", "mạ"],
      ["ma", "ma"],
    ],
  ],
  [
    "roofs, bowls, horns and the bar",
    [
      ["aa", "â"],
      ["ee", "ê"],
      ["oo", "ô"],
      ["aw", "ă"],
      ["ow", "ơ"],
      ["uw", "ư"],
      ["dd", "đ"],
      ["ddi", "đi"],
    ],
  ],
  [
    "whole words of a border gate",
    [
      ["hooj chieesu", "hộ chiếu"],
      ["cuwar khaaru", "cửa khẩu"],
      ["bieen phofng", "biên phòng"],
      ["hair quan", "hải quan"],
      ["tieefn mawtj", "tiền mặt"],
      ["giaasy thoong hafnh", "giấy thông hành"],
      ["nguwowfi phieen dichj", "người phiên dịch"],
      ["ddoongf ddawng", "đồng đăng"],
      ["Langj", "Lạng"],
      ["quoocs tees", "quốc tế"],
      ["kieerm dichj", "kiểm dịch"],
      ["thij thuwjc", "thị thực"],
      ["ruwowuj", "rượu"],
      ["nghieemj", "nghiệm"],
      ["khuyur", "khuỷu"],
      ["khuya", "khuya"],
      ["nguyeenx", "nguyễn"],
      ["xoong", "xông"],
    ],
  ],
  [
    "the tone and the mark at any later place of the syllable",
    [
      ["toans", "toán"],
      ["toasn", "toán"],
      ["tosan", "toán"],
      ["tieengs", "tiếng"],
      ["tiengse", "tiếng"],
      ["tiesnge", "tiếng"],
      ["vietej", "việt"],
      ["vieetj", "việt"],
      ["cana", "cân"],
      ["did", "đi"],
      ["dangd", "đang"],
      ["dduowngf", "đường"],
      ["duongwdf", "đường"],
      ["duwowng", "dương"],
      ["muaw", "mưa"],
      ["muwa", "mưa"],
      ["hoawcj", "hoặc"],
      ["hoacwj", "hoặc"],
    ],
  ],
  [
    "the tone where the house writes it, moving as the syllable grows",
    [
      ["hoaf", "hòa"],
      ["hoafn", "hoàn"],
      ["thuys", "thúy"],
      ["quys", "quý"],
      ["quas", "quá"],
      ["giaf", "già"],
      ["gif", "gì"],
      ["giets", "giét"],
      ["gieets", "giết"],
      ["mias", "mía"],
      ["cuar", "của"],
      ["khoer", "khỏe"],
      ["ngoaif", "ngoài"],
      ["thuowr", "thuở"],
      ["thuowng", "thương"],
      ["huow", "huơ"],
      ["quow", "quơ"],
      ["uoongs", "uống"],
      ["ngoeof", "ngoèo"],
    ],
  ],
  [
    "another tone or mark in place of the first, and none with z",
    [
      ["masf", "mà"],
      ["masfr", "mả"],
      ["masz", "ma"],
      ["hoafz", "hoa"],
      ["maaw", "mă"],
      ["mawa", "mâ"],
      ["duowngo", "duông"],
      ["az", "az"],
    ],
  ],
  [
    "a key typed again takes back what it did",
    [
      ["ass", "as"],
      ["aff", "af"],
      ["aaa", "aa"],
      ["eee", "ee"],
      ["ooo", "oo"],
      ["aww", "aw"],
      ["oww", "ow"],
      ["uww", "uw"],
      ["uoww", "uow"],
      ["ddd", "dd"],
      ["didd", "did"],
      ["canaa", "cana"],
      ["vissa", "visa"],
      ["toanss", "toans"],
      ["asss", "ass"],
      ["dddd", "ddd"],
    ],
  ],
  [
    "capitals stay where they were typed",
    [
      ["VIEETJ NAM", "VIỆT NAM"],
      ["Vieetj Nam", "Việt Nam"],
      ["DDi", "Đi"],
      ["Ddi", "Đi"],
      ["dDi", "đi"],
      ["AA", "Â"],
      ["Aa", "Â"],
      ["aA", "â"],
      ["UWOWNG", "ƯƠNG"],
      ["ASS", "AS"],
      ["HOAF", "HÒA"],
    ],
  ],
  [
    "what is no Vietnamese stays as typed",
    [
      ["wechat", "wechat"],
      ["www", "www"],
      ["bb", "bb"],
      ["zalo", "zalo"],
      ["facts", "facts"],
      ["class", "class"],
      ["QR", "QR"],
      ["A4", "A4"],
      ["112", "112"],
      ["a b", "a b"],
      ["huzhao", "huzhao"],
    ],
  ],
];

describe.each(TABLE)("%s", (_, pairs) => {
  test.each(pairs)("%s → %s", (typed, stands) => {
    expect(readTelex(typed)).toBe(stands.normalize("NFC"));
  });
});

test("only the word before the caret is touched, and other writing is left alone", () => {
  expect(typeTelex("hộ chiêu", "s")).toBe("hộ chiếu");
  expect(typeTelex("a ", "s")).toBe("a s");
  expect(typeTelex("护照a", "s")).toBe("护照á");
  expect(typeTelex("護", "s")).toBe("護s");
  expect(typeTelex("ho", " ")).toBe("ho ");
  expect(typeTelex("", "s")).toBe("s");
});

test("an accent that came decomposed is understood", () => {
  expect(typeTelex("toa\u0301", "n")).toBe("toán");
});

test("whatever is typed, nothing is lost: with its marks taken away the text holds no letter that was not typed", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."abcdeghiklmnopqrstuvwxyzADESW "), maxLength: 14 });
  fc.assert(
    fc.property(letters, (typed) => {
      const stands = readTelex(typed);
      expect(stands).toBe(stands.normalize("NFC"));
      const bare = stands.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
      // Every letter that stands was typed, in this order.
      let at = 0;
      for (const letter of bare) {
        at = typed.indexOf(letter, at) + 1;
        expect(at, `${typed} → ${stands}`).toBeGreaterThan(0);
      }
    }),
  );
});
