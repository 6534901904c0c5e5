import { expect, test } from "vitest";
import { checkPair } from "./check-pair.ts";
import { judge } from "./tables.test-data.ts";

judge("nfc", {
  good: [
    ["Cửa khẩu Hữu Nghị", "友谊口岸"],
    ["Đồng Đăng", "同登"],
    ["Thị thực điện tử", "电子签证"],
    ["Xin hỏi cán bộ.", "请询问工作人员。"],
    ["Người dưới 18 tuổi", "未满18周岁的人"],
    ["Lũng Nghịu (弄尧)", "弄尧（Lòngyáo）"],
    ["Ở đâu?", "在哪里？"],
    ["{{day}}", "{{day}}"],
  ],
  bad: [
    ...["Cửa khẩu", "Hữu Nghị", "Đồng Đăng", "Thị thực", "người", "giấy tờ", "hộ chiếu"].map((vi) => ({
      vi: vi.normalize("NFD"),
      zh: "口岸与证件",
      reason: "found" as const,
      lang: "vi" as const,
      fix: vi,
    })),
    { vi: "Ái Điểm", zh: "爱店（Àidiàn）".normalize("NFD"), reason: "found", lang: "zh", fix: "爱店（Àidiàn）" },
  ],
});

judge("script", {
  good: [
    ["Hộ chiếu và thị thực", "护照和签证"],
    ["Nổi tiếng về hoa hồi", "以八角著名"],
    ["Vua Càn Long", "乾隆皇帝"],
    ["Hoàng hậu", "皇后"],
    ["Sau đó", "然后"],
    ["Núi Mẫu Sơn", "母山"],
    ["Mặt đồng hồ", "钟面"],
    ["Phát triển", "发展"],
    ["Cứu giúp", "救助"],
  ],
  bad: (
    [
      ["護照", "护照"],
      ["簽證", "签证"],
      ["口岸開放", "口岸开放"],
      ["越南與中國", "越南与中国"],
      ["時間", "时间"],
      ["請詢問", "请询问"],
      ["發展", "发展"],
      ["國際口岸", "国际口岸"],
    ] as const
  ).map(([zh, fix]) => ({ vi: "Những điều cần biết", zh, fix, reason: "found" as const, lang: "zh" as const })),
});

judge("invisible", {
  good: [
    ["Xin hỏi\ntại quầy.", "请在柜台\n询问。"],
    ["Hai dòng:\nmột và hai.", "两行：\n一和二。"],
    ["10 000 đồng".replace(" ", "."), "10,000越南盾"],
    ["Trang chủ", "首页"],
    ["A–B", "A–B"],
    ["Giờ: {{at}}", "时间：{{at}}"],
    ["Xin mời vào.", "请进。"],
    ["Quầy số 5", "5号柜台"],
  ],
  bad: [
    { vi: "Xin\u200B hỏi tại quầy.", zh: "请在柜台询问。", reason: "found", lang: "vi", fix: "Xin hỏi tại quầy." },
    { vi: "Xin hỏi tại quầy.", zh: "请在\u200B柜台询问。", reason: "found", lang: "zh", fix: "请在柜台询问。" },
    { vi: "\uFEFFXin hỏi.", zh: "请问。", reason: "found", lang: "vi", fix: "Xin hỏi." },
    { vi: "Xin hỏi.", zh: "请\u202E问。", reason: "found", lang: "zh", fix: "请问。" },
    { vi: "Xin\u00AD hỏi.", zh: "请问。", reason: "found", lang: "vi", fix: "Xin hỏi." },
    { vi: "Xin h\uFFFDi.", zh: "请问。", reason: "found", lang: "vi", fix: null },
    { vi: "Xin hỏi.", zh: "请\u0007问。", reason: "found", lang: "zh", fix: "请问。" },
    { vi: "Xin\u2060 hỏi.", zh: "请问。", reason: "found", lang: "vi", fix: "Xin hỏi." },
  ],
});

judge("structure", {
  good: [
    ["Hữu Nghị (đường bộ)", "友谊（公路）"],
    ["Xem “Luật Biên phòng”.", "请看《边防法》。"],
    ["a) hộ chiếu; b) thị thực.", "a) 护照；b) 签证。".replaceAll(") ", "）")],
    ["Xin gọi **ngay**.", "请**立即**拨打。"],
    ["<1>Xem</1> tiếp.", "继续<1>浏览</1>。"],
    ["[Xem](https://a.example) rồi [gọi](tel:113).", "[查看](https://a.example)后[拨打](tel:113)。"],
    ["Ghi [sic] trong bản gốc.", "原文注明[sic]。"],
    ["Trong “trang (mới)”.", "在“（新）页”中。"],
    ["Tải về <age/>.", "下载于<age/>。"],
  ],
  bad: [
    { vi: "Hữu Nghị (đường bộ", zh: "友谊（公路）", reason: "unbalanced", lang: "vi" },
    { vi: "Hữu Nghị (đường bộ)", zh: "友谊（公路", reason: "unbalanced", lang: "zh" },
    { vi: "Xem “Luật Biên phòng”.", zh: "请看《边防法。", reason: "unbalanced", lang: "zh" },
    { vi: "Xem “Luật Biên phòng.", zh: "请看《边防法》。", reason: "unbalanced", lang: "vi" },
    { vi: "Xin gọi **ngay.", zh: "请**立即**拨打。", reason: "unbalanced", lang: "vi" },
    { vi: "<1>Xem</1> tiếp.", zh: "继续<1>浏览。", reason: "unbalanced", lang: "zh" },
    { vi: "Ghi “a (b”).", zh: "写“a（b）”。", reason: "unbalanced", lang: "vi" },
    { vi: "[Xem](https://a.example).", zh: "[查看](http://a.example)。", reason: "link", lang: "zh" },
    { vi: "[Xem] (https://a.example).", zh: "[查看](https://a.example)。", reason: "link", lang: "vi" },
    { vi: "Xin gọi **ngay**.", zh: "请立即拨打。", reason: "strong", from: "vi" },
    { vi: "Xin gọi ngay.", zh: "请**立即**拨打。", reason: "strong", from: "zh" },
  ],
});

test.each([
  ["messages.waiting_other", []],
  ["place_ordinal_one", []],
  ["place_ordinal_other", []],
  ["messages.waiting_one", ["vi", "zh"]],
  ["messages.waiting_few", ["vi", "zh"]],
  ["place_ordinal_two", ["vi", "zh"]],
])("a string of the key %s is refused in %j", (key, langs) => {
  const issues = checkPair({ kind: "string", sourceLang: "vi", texts: { vi: "{{count}} bài", zh: "{{count}}篇" }, terms: [], key });
  expect(issues.filter(({ check }) => check === "plural-forms").map(({ lang }) => lang)).toEqual(langs);
});

test("a structure and unwritten words are not judged", () => {
  expect(checkPair({ kind: "structure", sourceLang: "vi", texts: { vi: "", zh: "" }, terms: [] })).toEqual([]);
  expect(checkPair({ kind: "title", sourceLang: "vi", texts: { vi: "Mở lúc 7:00.", zh: " " }, terms: [] })).toEqual([]);
});

test("what one language says wrongly by itself is found before the other is written", () => {
  expect(checkPair({ kind: "title", sourceLang: "zh", texts: { vi: "", zh: "護照" }, terms: [] })).toMatchObject([{ check: "script", lang: "zh" }]);
});
