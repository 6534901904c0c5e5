import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGS, type Lang } from "../language/languages.ts";
import { isTrivialChange } from "./trivial-change.ts";

/** What may be confirmed with one key. */
const TRIVIAL: Record<Lang, [string, string][]> = {
  vi: [
    ["Xin đến sớm", "Xin đến sớm."],
    ["Xin đến sớm ,quầy mở cửa cả tuần.", "Xin đến sớm, quầy mở cửa cả tuần."],
    ["Xuất trình giấy tờ  tại quầy.", "Xuất trình giấy tờ tại quầy."],
    ["Mang theo hộ chiếu; thị thực và tờ khai.", "Mang theo hộ chiếu, thị thực và tờ khai."],
    ["Gọi 0205 3812 345 để hỏi", "Gọi 0205 3812 345 để hỏi."],
    ["Cửa khẩu mở lúc  07:00 hằng ngày.", "Cửa khẩu mở lúc 07:00 hằng ngày."],
    ["Không mang pháo qua cửa khẩu", "Không mang pháo qua cửa khẩu."],
    ["Người đi lần đầu - xin đọc kỹ.", "Người đi lần đầu – xin đọc kỹ."],
    ["Hỏi “Quầy hướng dẫn” ở tầng trệt.", 'Hỏi "Quầy hướng dẫn" ở tầng trệt.'],
    ["Không mang pháo. Xin xếp hàng, giữ trật tự.", "Không mang pháo. Xin xếp hàng; giữ trật tự."],
  ],
  zh: [
    ["请提前到达", "请提前到达。"],
    ["请提前到达,柜台全周开放。", "请提前到达，柜台全周开放。"],
    ["请携带护照、签证和申报单。", "请携带护照，签证和申报单。"],
    ["在 Hữu Nghị 口岸办理。", "在Hữu Nghị口岸办理。"],
    ["每天 07:00 开放。", "每天07:00开放。"],
    ["请到 3 号柜台。", "请到3号柜台。"],
    ["请出示证件 。", "请出示证件。"],
    ["不得携带烟花", "不得携带烟花。"],
    ["《申报单》在柜台领取。", "“申报单”在柜台领取。"],
  ],
};

/** What a translator has to look at, however little it is. */
const TELLING: Record<Lang, [string, string][]> = {
  vi: [
    ["Mang tối đa 1.500 tệ.", "Mang tối đa 1,500 tệ."],
    ["Mở cửa 7-9 giờ.", "Mở cửa 7, 9 giờ."],
    ["Trước ngày 17/11.", "Trước ngày 17-11."],
    ["Mở cửa lúc 07:00.", "Mở cửa lúc 07.00."],
    ["Gọi 0205 3812 345.", "Gọi 02053812345."],
    ["Gọi 0205.3812.345.", "Gọi 0205-3812-345."],
    ["Nhiệt độ giảm 5 độ.", "Nhiệt độ giảm -5 độ."],
    ["Mỗi người 15 triệu đồng, tiền mặt.", "Mỗi người 15 triệu đồng tiền mặt."],
    ["Hành lý 20 kg, xách tay.", "Hành lý 20 kg; xách tay."],
    ["Hai, ba người một xe.", "Hai ba người một xe."],
    ["Không, được mang rượu.", "Không được mang rượu."],
    ["Miễn thuế mọi thứ, trừ rượu.", "Miễn thuế mọi thứ trừ rượu."],
    ["Không mang rượu, thuốc lá.", "Không mang rượu thuốc lá."],
    ["Cấm quay phim, chụp ảnh.", "Cấm quay phim. Chụp ảnh."],
    ["Chưa có thị thực, xin quay lại.", "Chưa có thị thực; xin quay lại."],
    ["Được mang vàng.", "Được mang vàng?"],
    ["Xem {{fact:fee.visa}} trước.", "Xem {{fact:fee-visa}} trước."],
    ["Xem [trang này](https://a.example/b).", "Xem [trang này](https://a.example.b)."],
    ["Văn bản 5115/CTr-BTTTT-BTLBP.", "Văn bản 5115/CTr BTTTT BTLBP."],
    ["Giấy cá nhân.", "Giấy cán hân."],
    ["Giảm 5% phí.", "Giảm 5 phí."],
    ["Hỏi Lan@example.vn.", "Hỏi Lan@example-vn."],
    ["Mở cửa sớm.", "Mở cửa muộn."],
  ],
  zh: [
    ["可携带1,500元。", "可携带1.500元。"],
    ["开放时间7-9点。", "开放时间7，9点。"],
    ["11月17日之前。", "11月1日，7日之前。"],
    ["每天07:00开放。", "每天07.00开放。"],
    ["请拨打0205 3812 345。", "请拨打02053812345。"],
    ["每人1500万越南盾，现金。", "每人1500万越南盾现金。"],
    ["行李20公斤，手提。", "行李20公斤；手提。"],
    ["二、三人一车。", "二三人一车。"],
    ["不，得携带酒类。", "不得携带酒类。"],
    ["除酒类，均免税。", "除酒类均免税。"],
    ["不得携带酒、香烟。", "不得携带酒香烟。"],
    ["禁止拍照，摄像。", "禁止拍照。摄像。"],
    ["未办签证，请返回。", "未办签证；请返回。"],
    ["勿靠近，危险。", "勿靠近：危险。"],
    ["可以携带黄金。", "可以携带黄金？"],
    ["参见{{fact:fee.visa}}。", "参见{{fact:fee-visa}}。"],
    ["优惠5%。", "优惠5。"],
    ["早开门。", "晚开门。"],
  ],
};

describe.each(LANGS)("a change of the source in %s", (lang) => {
  it.each(TRIVIAL[lang])("%s → %s asks nothing of the translation, either way", (before, after) => {
    expect(isTrivialChange(before, after, lang)).toBe(true);
    expect(isTrivialChange(after, before, lang)).toBe(true);
  });

  it.each(TELLING[lang])("%s → %s has to be looked at, either way", (before, after) => {
    expect(isTrivialChange(before, after, lang)).toBe(false);
    expect(isTrivialChange(after, before, lang)).toBe(false);
  });
});

const PIECES = [
  "Xin",
  "không",
  "7",
  "1.500",
  "07:00",
  "17/11",
  "kg",
  "đồng",
  "口岸",
  "不",
  "元",
  "5%",
  "+84",
  " ",
  "  ",
  ",",
  ".",
  "，",
  "。",
  "-",
  "{{fact:a}}",
  "\n",
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(""));
const lang = fc.constantFrom(...LANGS);

describe("whatever the change", () => {
  const content = (given: string) => given.replace(/[\s\p{P}]/gu, "");
  it("what is called trivial has the same letters and figures, in their order", () => {
    fc.assert(
      fc.property(text, text, lang, (before, after, of) => {
        if (isTrivialChange(before, after, of)) expect(content(after)).toBe(content(before));
      }),
      { numRuns: 2_000 },
    );
  });

  it("no digit, currency, percent or negation comes or goes unseen", () => {
    const inserted = fc.constantFrom("3", "０", "₫", "%", "không ", "chưa ", "cấm ", "trừ ", "đừng ", "不", "没", "未", "禁", "勿", "除", "+", "/");
    fc.assert(
      fc.property(text, inserted, fc.nat(40), lang, (before, what, place, of) => {
        const at = Math.min(place, before.length);
        expect(isTrivialChange(before, before.slice(0, at) + what + before.slice(at), of)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it("no mark comes or goes beside a digit unseen, but at the end of the text", () => {
    const marks = fc.constantFrom(",", ".", "-", ":", "–", "(", "，", "：");
    fc.assert(
      fc.property(text, marks, lang, (before, mark, of) => {
        for (const { index } of before.matchAll(/\d/g)) {
          const within = `${before.slice(0, index)}${mark}${before.slice(index)}`;
          expect(isTrivialChange(before, within, of), within).toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("it is the same there and back, and no change is trivial", () => {
    fc.assert(
      fc.property(text, text, lang, (before, after, of) => {
        expect(isTrivialChange(before, before, of)).toBe(true);
        expect(isTrivialChange(before, after, of)).toBe(isTrivialChange(after, before, of));
      }),
    );
  });
});
