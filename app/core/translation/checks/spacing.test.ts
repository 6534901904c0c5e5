import { judge } from "./tables.test-data.ts";

judge("spacing", {
  good: [
    ["Cần có: hộ chiếu; thị thực.", "须有：护照；签证。"],
    ["Mở lúc 07:00 với {{count}} quầy.", "07:00开放，共{{count}}个柜台。"],
    ["Màn hình LED ở Chi Ma.", "峙马的LED显示屏。"],
    ["Cách dùng WCAG 2.2 mức AA.", "WCAG 2.2的AA级用法。"],
    ["Tên: Nguyễn Văn A.", "姓名：Nguyễn Văn A。"],
    ["Từ 1.000 đến 2.000,5 mét.", "1,000至2,000.5米。"],
    ["Nội dung · Duyệt", "内容 · 审核"],
    ["Chọn “A”, rồi “B”.", "先选“A”，再选“B”。"],
  ],
  bad: [
    { vi: "Cần có : hộ chiếu.", zh: "须有：护照。", reason: "found", lang: "vi", fix: "Cần có: hộ chiếu." },
    { vi: "Có khai không ?", zh: "申报吗？", reason: "found", lang: "vi", fix: "Có khai không?" },
    { vi: "Xin  hỏi tại quầy.", zh: "请在柜台询问。", reason: "found", lang: "vi", fix: "Xin hỏi tại quầy." },
    { vi: "Xin đợi,rồi hỏi.", zh: "请等候，然后询问。", reason: "found", lang: "vi", fix: "Xin đợi, rồi hỏi." },
    { vi: "Hữu Nghị ( đường bộ )", zh: "友谊（公路）", reason: "found", lang: "vi", fix: "Hữu Nghị (đường bộ)" },
    { vi: "Màn hình LED ở Chi Ma.", zh: "峙马的 LED 显示屏。", reason: "found", lang: "zh", fix: "峙马的LED显示屏。" },
    { vi: "Mở lúc 07:00.", zh: "于 07:00 开放。", reason: "found", lang: "zh", fix: "于07:00开放。" },
    { vi: "Có {{count}} quầy.", zh: "有 {{count}} 个柜台。", reason: "found", lang: "zh", fix: "有{{count}}个柜台。" },
    { vi: "Xin đợi, rồi hỏi.", zh: "请等候， 然后询问。", reason: "found", lang: "zh", fix: "请等候，然后询问。" },
  ],
});
