import { judge } from "./tables.test-data.ts";

judge("documents", {
  good: [
    ["Ký chương trình 5115/CTr-BTTTT-BTLBP.", "签署第5115/CTr-BTTTT-BTLBP号协作计划。"],
    ["Theo Quyết định 637/QĐ-BVHTTDL.", "根据第637/QĐ-BVHTTDL号决定。"],
    ["Theo Thông tư 39/2020/TT-BTTTT.", "依据第39/2020/TT-BTTTT号通知。"],
    ["Luật số 06/2003/QH11 vẫn còn hiệu lực.", "第06/2003/QH11号法律仍然有效。"],
    ["Mức tiền theo Nghị định 134/2016.", "限额依据第134/2016号议定。"],
    ["Theo **15/2011/TT-NHNN** và 120/2015/TT-BTC.", "依据**15/2011/TT-NHNN**和120/2015/TT-BTC。"],
    ["Công văn 12a/UBND-KT đã gửi các gate.", "第12a/UBND-KT号公函已发往各gate。"],
    ["Theo văn bản 〔2023〕34号 của phía Trung Quốc.", "依据中方〔2023〕34号文件。"],
  ],
  bad: [
    { vi: "Ký chương trình 5115/CTr-BTTTT-BTLBP.", zh: "签署第5115/CTr-BTTTT号协作计划。", reason: "invented" },
    { vi: "Theo Quyết định 637/QĐ-BVHTTDL.", zh: "根据第637/QD-BVHTTDL号决定。", reason: "invented" },
    { vi: "Theo Quyết định 637/QĐ-BVHTTDL.", zh: "根据第673/QĐ-BVHTTDL号决定。", reason: "invented" },
    { vi: "Theo Thông tư 39/2020/TT-BTTTT.", zh: "依据第39/2021/TT-BTTTT号通知。", reason: "invented" },
    { vi: "Theo Thông tư 39/2020/TT-BTTTT.", zh: "依据信息传媒部的通知。", reason: "lost", from: "vi" },
    { vi: "Theo thông tư của bộ.", zh: "依据第39/2020/TT-BTTTT号通知。", reason: "lost", from: "zh" },
    { vi: "Luật số 06/2003/QH11 vẫn còn hiệu lực.", zh: "第06/2003/QH12号法律仍然有效。", reason: "invented" },
    { vi: "Mức tiền theo Nghị định 134/2016.", zh: "限额依据第134/2015号议定。", reason: "invented" },
    { vi: "Theo 15/2011/TT-NHNN và 120/2015/TT-BTC.", zh: "依据15/2011/TT-NHNN。", reason: "lost", from: "vi" },
    { vi: "Theo văn bản 〔2023〕34号 của phía Trung Quốc.", zh: "依据中方〔2023〕43号文件。", reason: "invented" },
  ],
});
