import { judge } from "./tables.test-data.ts";

judge("limits", {
  good: [
    ["Mang không quá 200 điếu.", "携带不超过200支。"],
    ["Rượu từ 20 độ trở lên.", "20度及以上的酒。"],
    ["Rượu dưới 20 độ.", "20度以下的酒。"],
    ["Người chưa đủ 18 tuổi.", "未满18周岁的人。"],
    ["Mang trên {{fact:cash-usd}} thì khai.", "携带超过{{fact:cash-usd}}的须申报。"],
    ["Ít nhất {{min}} ký tự.", "至少{{min}}个字符。"],
    ["Không dưới 3 tháng.", "不少于3个月。"],
    ["Tối đa 90 ngày.", "最长90天。"],
    ["Cấm mang pháo nổ.", "禁止携带爆竹。"],
    ["Không được quay phim.", "不得摄像。"],
    ["Xin không trả tiền cho người lạ.", "请勿付钱给陌生人。"],
    ["Trừ trẻ em dưới 6 tuổi.", "6岁以下儿童除外。"],
  ],
  bad: [
    { vi: "Mang không quá 200 điếu.", zh: "携带超过200支。", reason: "opposite" },
    { vi: "Mang trên 5.000 USD thì khai.", zh: "携带不超过5,000美元的须申报。", reason: "opposite" },
    { vi: "Rượu dưới 20 độ.", zh: "20度以上的酒。", reason: "opposite" },
    { vi: "Rượu từ 20 độ trở lên.", zh: "20度以下的酒。", reason: "opposite" },
    { vi: "Mang trên {{fact:cash-usd}} thì khai.", zh: "携带低于{{fact:cash-usd}}的须申报。", reason: "opposite" },
    { vi: "Ít nhất {{min}} ký tự.", zh: "最多{{min}}个字符。", reason: "opposite" },
    { vi: "Người chưa đủ 18 tuổi.", zh: "18岁以上的人。", reason: "opposite" },
    { vi: "Không được quay phim ở đây.", zh: "这里可以摄像。", reason: "prohibition", from: "vi" },
    { vi: "Được quay phim ở đây.", zh: "这里禁止摄像。", reason: "prohibition", lang: "vi" },
    { vi: "Cấm mang pháo nổ.", zh: "请携带爆竹。", reason: "prohibition", lang: "zh", from: "vi" },
  ],
});
