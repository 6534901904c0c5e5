import { judge } from "./tables.test-data.ts";

judge("end-marks", {
  good: [
    ["Xin hỏi tại quầy.", "请在柜台询问。"],
    ["Có phải khai không?", "需要申报吗？"],
    ["Cứu tôi với!", "救救我！"],
    ["Cần mang theo:", "须携带："],
    ["Giờ mở cửa, thị thực…", "开放时间、签证……"],
    ["Hành lý", "行李"],
    ["Xem trang “Mất giấy tờ”.", "请看“证件遗失”一页。"],
    ["Hỏi: “Quầy nào?”", "问：“哪个柜台？”"],
    ["Xin gọi **trước khi đi**.", "请**在出发前**致电。"],
    ["Xem (bài này).", "请看（此文）。"],
    ["Rượu, bia, thuốc lá, v.v.", "酒、啤酒、香烟等。"],
    ["{{a}}; {{b}};", "{{a}}；{{b}}；"],
  ],
  bad: [
    { vi: "Xin hỏi tại quầy.", zh: "请在柜台询问", reason: "missing", fix: "请在柜台询问。", from: "vi" },
    { vi: "Xin hỏi tại quầy", zh: "请在柜台询问。", reason: "missing", fix: "Xin hỏi tại quầy.", from: "zh" },
    { vi: "Có phải khai không?", zh: "需要申报吗。", reason: "differs", fix: "需要申报吗？", from: "vi" },
    { vi: "Có phải khai không.", zh: "需要申报吗？", reason: "differs", fix: "Có phải khai không?", from: "zh" },
    { vi: "Hành lý", zh: "行李。", reason: "extra", fix: "行李", from: "vi" },
    { vi: "Hành lý.", zh: "行李", reason: "extra", fix: "Hành lý", from: "zh" },
    { vi: "Cần mang theo:", zh: "须携带。", reason: "differs", fix: "须携带：", from: "vi" },
    { vi: "Giờ mở cửa…", zh: "开放时间", reason: "missing", fix: "开放时间……", from: "vi" },
    { vi: "Cứu tôi với!", zh: "救救我", reason: "missing", from: "vi" },
    { vi: "Xem (bài này).", zh: "请看（此文）", reason: "missing", fix: null, from: "vi" },
  ],
});
