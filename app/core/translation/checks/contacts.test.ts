import { judge } from "./tables.test-data.ts";

judge("contacts", {
  good: [
    ["Gọi 0205 3862 888 để hỏi.", "请拨打0205 3862 888询问。"],
    ["Gọi 0205.3862.888 để hỏi.", "请拨打0205-3862-888询问。"],
    ["Gọi (+84) 205 3862 888 để hỏi.", "请拨打0205 3862 888询问。"],
    ["Gọi [tổng đài](tel:19001234) hoặc quầy.", "请致电[热线](tel:19001234)或柜台。"],
    ["Thư gửi lienhe@langson.gov.vn.", "来信请寄lienhe@langson.gov.vn。"],
    ["Xem tại https://evisa.gov.vn/huong-dan.", "请见https://evisa.gov.vn/huong-dan。"],
    ["Xem tại evisa.gov.vn.", "请见evisa.gov.vn。"],
    ["Xem [bài này](https://cong.example.vn/vi/articles/mang-tien-mat).", "请看[此文](https://cong.example.vn/zh/articles/mang-tien-mat)。"],
    ["Xem [trang hải quan](https://www.customs.gov.cn/zh/huong-dan).", "请看[海关网页](https://www.customs.gov.cn/zh/huong-dan)。"],
    ["Gọi cảnh sát 110 hoặc cấp cứu 120.", "请拨打警察110或急救120。"],
    ["Lệ phí 1.240.000 đồng.", "费用1,240,000越南盾。"],
    ["Gọi 0771-5978888 ở Quảng Tây.", "在广西请拨打0771-5978888。"],
  ],
  bad: [
    { vi: "Gọi 0205 3862 888 để hỏi.", zh: "请拨打0205 3862 889询问。", reason: "invented" },
    { vi: "Gọi 0205 3862 888 để hỏi.", zh: "请向柜台询问。", reason: "lost", from: "vi" },
    { vi: "Xin hỏi tại quầy.", zh: "请拨打0205 3862 888询问。", reason: "lost", from: "zh" },
    { vi: "Gọi [tổng đài](tel:19001234).", zh: "请致电[热线](tel:19001235)。", reason: "invented" },
    { vi: "Thư gửi lienhe@langson.gov.vn.", zh: "来信请寄lienhe@langson.com.vn。", reason: "invented" },
    { vi: "Xem tại https://evisa.gov.vn/huong-dan.", zh: "请见https://evisa.com.vn/huong-dan。", reason: "invented" },
    { vi: "Xem tại evisa.gov.vn.", zh: "请见evisas.gov.vn。", reason: "invented" },
    {
      vi: "Xem [bài này](https://cong.example.vn/vi/articles/mang-tien-mat).",
      zh: "请看[此文](https://cong.example.vn/vi/articles/mang-tien-mat)。",
      reason: "language",
      lang: "zh",
      fix: "请看[此文](https://cong.example.vn/zh/articles/mang-tien-mat)。",
    },
    {
      vi: "Xem [bài này](https://cong.example.vn/zh/gates/huu-nghi).",
      zh: "请看[此文](https://cong.example.vn/zh/gates/huu-nghi)。",
      reason: "language",
      lang: "vi",
      fix: "Xem [bài này](https://cong.example.vn/vi/gates/huu-nghi).",
    },
  ],
});
