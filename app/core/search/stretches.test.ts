import { describe, expect, it } from "vitest";
import { fold } from "./normalise.ts";
import { markStretches } from "./stretches.ts";

const marked = (text: string, ...sought: string[]): string =>
  markStretches(text, sought)
    .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
    .join("");

describe("words at work, where they say what is sought", () => {
  it.each([
    ["Cửa khẩu Hữu Nghị đóng lúc 19:00.", "huu nghi", "Cửa khẩu [Hữu Nghị] đóng lúc 19:00."],
    ["Đồng Đăng", "dong d", "[Đồng Đ]ăng"],
    ["giấy thông hành", "ong h", "giấy th[ông h]ành"],
    ["友誼關口岸", "友谊关", "[友誼關]口岸"],
    ["không có", "gì", "không có"],
    ["Số 8ﬁ", "8fi", "Số [8ﬁ]"],
    ["hòa hoà", "hoa", "[hòa] [hoà]"],
  ])("%s · %s", (text, sought, shown) => {
    expect(marked(text, fold(sought))).toBe(shown);
  });

  it("marks every word that is sought, and loses nothing of the text", () => {
    expect(marked("Mở cửa, đóng cửa 🚪", "cua", "mo")).toBe("[Mở] [cửa], đóng [cửa] 🚪");
    expect(marked("aaa", "", "aa")).toBe("[aa]a");
    expect(marked("", "a")).toBe("");
  });
});
