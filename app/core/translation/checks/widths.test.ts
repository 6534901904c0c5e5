import { judge } from "./tables.test-data.ts";

judge("widths", {
  good: [
    ["Mở lúc 07:00, đóng lúc 17:00.", "07:00开放，17:00关闭。"],
    ["Tổng là 1.500 đồng.", "总计1,500越南盾。"],
    ["Pò Chài (浦寨), đối diện Tân Thanh.", "浦寨（Pò Chài），对面为新清。"],
    ["Theo WCAG 2.2 mức AA.", "按照WCAG 2.2的AA级。"],
    ["Ở Hà Nội, Lạng Sơn (VN).", "在Hà Nội, Lạng Sơn (VN)。"],
    ["Xin nói: “请叫公安。”", "请说：“Xin gọi công an.”"],
    ["Xem [bài](https://a.example/b,c).", "请看[文章](https://a.example/b,c)。"],
    ["{{own}} ({{others}})", "{{own}}（{{others}}）"],
    ["Tiếng Trung là 我的护照丢了。 (wǒ de hùzhào diū le)", "越南语为**Tôi bị mất hộ chiếu.**（读作：堆）"],
    ["Chọn A/B rồi ký.", "选择A/B后签名。"],
  ],
  bad: [
    { vi: "Xin đợi, rồi hỏi.", zh: "请等候,然后询问。", reason: "found", lang: "zh", fix: "请等候，然后询问。" },
    { vi: "Cần có: hộ chiếu.", zh: "须有: 护照。", reason: "found", lang: "zh", fix: "须有：护照。" },
    { vi: "Hữu Nghị (đường bộ)", zh: "友谊 (公路)", reason: "found", lang: "zh", fix: "友谊（公路）" },
    { vi: "Xin hỏi tại quầy.", zh: "请在柜台询问.", reason: "found", lang: "zh", fix: "请在柜台询问。" },
    { vi: "Có phải khai không?", zh: "需要申报吗?", reason: "found", lang: "zh", fix: "需要申报吗？" },
    { vi: "Ghi “chưa rõ”.", zh: '标为"不明"。', reason: "found", lang: "zh", fix: "标为“不明”。" },
    { vi: "Giờ mở cửa…", zh: "开放时间...", reason: "found", lang: "zh", fix: "开放时间……" },
    { vi: "Có 12 quầy.", zh: "有１２个柜台。", reason: "found", lang: "zh", fix: "有12个柜台。" },
    { vi: "Xin đợi，rồi hỏi.", zh: "请等候，然后询问。", reason: "found", lang: "vi", fix: "Xin đợi, rồi hỏi." },
    { vi: "Xin hỏi tại quầy。", zh: "请在柜台询问。", reason: "found", lang: "vi", fix: "Xin hỏi tại quầy." },
    { vi: "Có １２ quầy.", zh: "有12个柜台。", reason: "found", lang: "vi", fix: "Có 12 quầy." },
    { vi: "Pò Chài（浦寨）ở đối diện.", zh: "浦寨在对面。", reason: "found", lang: "vi", fix: "Pò Chài (浦寨) ở đối diện." },
    { vi: "Xin　hỏi.", zh: "请问。", reason: "found", lang: "vi", fix: "Xin hỏi." },
  ],
});
