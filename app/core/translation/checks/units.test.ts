import { judge } from "./tables.test-data.ts";

judge("units", {
  good: [
    ["Mang 5.000 USD.", "携带5,000美元。"],
    ["Mang 5.000 đô la Mỹ.", "携带5000美金。"],
    ["20.000 Nhân dân tệ", "20,000元"],
    ["20.000 đồng Nhân dân tệ", "2万元人民币"],
    ["15 triệu đồng", "1500万越南盾"],
    ["5 kg thịt", "5公斤肉"],
    ["1,5 lít rượu", "1.5升酒"],
    ["250 gam thuốc lá sợi", "250克烟丝"],
    ["Cách 3 km", "相距3公里"],
    ["90 ngày", "90天"],
    ["Tháng 4 năm 2025", "2025年4月"],
    ["12 chữ và số", "12个字母和数字"],
  ],
  bad: [
    { vi: "Mang 5.000 USD.", zh: "携带5000元。", reason: "differs" },
    { vi: "20.000 Nhân dân tệ", zh: "2万越南盾", reason: "differs" },
    { vi: "15 triệu đồng", zh: "1500万元", reason: "differs" },
    { vi: "5 kg thịt", zh: "5克肉", reason: "differs" },
    { vi: "2 lít rượu", zh: "2毫升酒", reason: "differs" },
    { vi: "Trong 4 tháng", zh: "4月内", reason: "differs" },
    { vi: "Trong 3 ngày", zh: "3个月内", reason: "differs" },
    { vi: "Chờ 30 phút", zh: "等候30小时", reason: "differs" },
    { vi: "Cách 3 km", zh: "相距3米", reason: "differs" },
  ],
});
