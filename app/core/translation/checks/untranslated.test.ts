import { expect, test } from "vitest";
import { issuesOf, judge } from "./tables.test-data.ts";

judge("untranslated", {
  good: [
    ["Hành lý", "行李"],
    ["LED", "LED"],
    ["113", "113"],
    ["{{percent}}%", "{{percent}}%"],
    ["Pò Chài (浦寨)", "浦寨（Pò Chài）"],
    ["Bình Nghi, Na Hình và Nà Nưa", "Bình Nghi、Na Hình与Nà Nưa三处口岸"],
    ["Ở Hữu Nghị, chọn Tiếng Việt hoặc 中文.", "在友谊口岸，请选择Tiếng Việt或中文。"],
    ["**Đường biên giới**: tiếng Trung là 边界线 (biānjièxiàn).", "**边界线**：越南语为đường biên giới。"],
    ["Xin nói: “请叫救护车。”", "请说：“Xin gọi xe cấp cứu.”"],
    ["Hữu Nghị Quan (友谊关) ở phía đối diện.", "友谊关在对面。"],
  ],
  bad: [
    { vi: "Xin khai báo tại quầy hải quan.", zh: "Xin khai báo tại quầy hải quan.", reason: "same" },
    { vi: "请在海关柜台申报。", zh: "请在海关柜台申报。", reason: "same" },
    { vi: "hành lý", zh: "hành lý", reason: "same" },
    { vi: "Nà Nưa", zh: "Nà Nưa", reason: "same" },
    { vi: "Xin hỏi cán bộ trực.", zh: "Xin hỏi cán bộ biên phòng.", reason: "script", lang: "zh" },
    { vi: "浦寨口岸今日开放 LED", zh: "浦寨口岸今日开放。", reason: "script", lang: "vi" },
    { vi: "请在柜台申报现金", zh: "请在海关柜台申报现金。", reason: "script", lang: "vi" },
    { vi: "Xin đến quầy và khai báo tiền mặt.", zh: "请到柜台 khai báo tiền mặt ngay 。", reason: "leftover", lang: "zh" },
    { vi: "Xin đến quầy 海关申报柜台 để khai báo.", zh: "请到海关申报柜台申报。", reason: "leftover", lang: "vi" },
  ],
});

test("a name that may have no other form is only warned of", () => {
  expect(issuesOf("Nà Nưa", "Nà Nưa", "vi")).toMatchObject([{ check: "untranslated", severity: "warning" }]);
});
