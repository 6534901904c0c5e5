import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hanNumber } from "./han-numbers.ts";
import { issuesOf, judge } from "./tables.test-data.ts";
import { spokenNumbers } from "./vietnamese-numbers.ts";

judge("numbers", {
  good: [
    ["Mang trên 15 triệu đồng thì phải khai báo.", "携带超过1500万越南盾的，须申报。"],
    ["Tổng giá trị không quá 1.240.000 đồng.", "总价值不超过124万越南盾。"],
    ["Tổng giá trị không quá 1,24 triệu đồng.", "总价值不超过1,240,000越南盾。"],
    ["Được mang 1,5 lít rượu.", "可携带1.5升酒。"],
    ["Chuyến đi hai ngày một đêm.", "两天一夜的行程。"],
    ["Chuyến du lịch hai ngày.", "两日游。"],
    ["Giấy có giá trị trong ba tháng.", "证件有效期为3个月。"],
    ["Giấy có giá trị trong 3 tháng.", "证件有效期为三个月。"],
    ["Thời hạn mười lăm ngày.", "期限为十五天。"],
    ["Thời hạn 15 ngày.", "期限为十五天。"],
    ["Phạt tiền đến hai mươi triệu đồng.", "罚款最高2000万越南盾。"],
    ["Năm trăm nghìn đồng một người.", "每人50万越南盾。"],
    ["Tỉnh có 2,5 tỷ đồng cho việc này.", "全省为此拨款25亿越南盾。"],
    ["Ba nơi Hữu Nghị, Tân Thanh và Cốc Nam.", "友谊、新清、谷南三处。"],
    ["Một số cơ quan đã đổi tên.", "部分机关已更名。"],
    ["Xin hỏi hai bên trước khi đi.", "出发前请向双方询问。"],
    ["Giảm một nửa số quầy.", "柜台减少一半。"],
    ["In ra giấy A4 và giữ một bản.", "用A4纸打印并保存一份。"],
    ["Trong hơn hai năm dịch COVID-19.", "在两年多的新冠肺炎（COVID-19）疫情期间。"],
    ["Gọi 110, 119 hoặc 120.", "请拨打110、119或120。"],
    ["Chiếm 50% số khách.", "占旅客总数的百分之五十。"],
    ["Khoảng 1/3 số xe phải chờ.", "约三分之一的车辆需要等候。"],
    ["Giai đoạn 2021–2030, có 36 điều.", "2021–2030年阶段，共36条。"],
    ["Lần thứ hai phải nộp lại đơn.", "第二次须重新提交申请。"],
    ["Đổi được 1 triệu rưỡi.", "可兑换150万。"],
    ["Học sinh lớp 5 được giảm 50% phí.", "五年级学生费用减半。"],
    ["Nộp 02 ảnh 4x6 cm, nền trắng.", "提交2张4×6厘米白底照片。"],
    ["Tiền phạt từ 1 đến 2 triệu đồng.", "罚款100万至200万越南盾。"],
    ["Có 10–20 nghìn khách.", "有1至2万名旅客。"],
    ["Hàng trăm xe đang chờ.", "数百辆车正在等候。"],
    ["Năm nay có thêm lối mới.", "今年新增了通道。"],
  ],
  bad: [
    { vi: "Mang trên 15 triệu đồng thì phải khai báo.", zh: "携带超过150万越南盾的，须申报。", reason: "invented" },
    { vi: "Tổng giá trị không quá 1.240.000 đồng.", zh: "总价值不超过1240万越南盾。", reason: "invented" },
    { vi: "Được mang 1,5 lít rượu.", zh: "可携带15升酒。", reason: "invented" },
    { vi: "Chuyến đi hai ngày.", zh: "三天的行程。", reason: "invented" },
    { vi: "Thời hạn 30 ngày.", zh: "期限为三个月。", reason: "invented" },
    { vi: "Thời hạn mười lăm ngày.", zh: "期限为五十天。", reason: "invented" },
    { vi: "Phí là 200.000 đồng.", zh: "费用另行通知。", reason: "lost", from: "vi" },
    { vi: "Phí sẽ thông báo sau.", zh: "费用为20万越南盾。", reason: "lost", from: "zh" },
    { vi: "Năm trăm nghìn đồng một người.", zh: "每人5万越南盾。", reason: "invented" },
    { vi: "Có 21 tổ thông tin.", zh: "设有12个信息小组。", reason: "invented" },
    { vi: "Giá trị đến 10.000.000 đồng.", zh: "价值不超过10.000.000越南盾，即100万。", reason: "invented", from: "vi" },
    { vi: "In ra giấy A4.", zh: "用A5纸打印。", reason: "code" },
    { vi: "Mua theo mẫu NA1.", zh: "按NA5表格填写。", reason: "code" },
    { vi: "Mang không quá 5,000 đô la Mỹ.", zh: "携带不超过5,000美元。", reason: "notation", lang: "vi", from: "zh", fix: "Mang không quá 5.000 đô la Mỹ." },
    { vi: "Mang không quá 5.000 đô la Mỹ.", zh: "携带不超过5.000美元。", reason: "notation", lang: "zh", from: "vi", fix: "携带不超过5,000美元。" },
  ],
});

describe("numbers in words", () => {
  test.each([
    ["mười lăm", [15]],
    ["hai mươi lăm", [25]],
    ["một trăm linh năm", [105]],
    ["năm trăm nghìn", [500_000]],
    ["một triệu hai trăm nghìn", [1_200_000]],
    ["hai ba", [2, 3]],
    ["hai năm", [2]],
    ["mười năm", [10]],
    ["hai mươi năm", [20]],
    ["năm mươi", [50]],
    ["một trăm năm mươi", [150]],
  ])("“%s” is %j in Vietnamese", (run, values) => {
    expect(spokenNumbers(run).map(({ value }) => value)).toEqual(values);
  });

  test.each([
    ["十", 10],
    ["十五", 15],
    ["二十", 20],
    ["三百零五", 305],
    ["一千二百", 1200],
    ["两万五千", 25_000],
    ["一百二十万", 1_200_000],
    ["二〇二六", 2026],
    ["三三两两", null],
    ["千万", null],
  ])("“%s” is %j in Chinese", (run, value) => {
    expect(hanNumber(run)).toBe(value);
  });

  test("an amount written as each language writes it is the same, and ten times as much is not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 99_999 }), (thousands) => {
        const amount = thousands * 1_000;
        const vi = `Số tiền là ${amount.toLocaleString("de-DE")} đồng.`;
        const han = (times: number): string => `金额为${(amount * times) / 10_000}万越南盾。`;
        expect(issuesOf(vi, han(1), "vi")).toEqual([]);
        expect(issuesOf(vi, han(10), "vi").map(({ check }) => check)).toContain("numbers");
      }),
      { numRuns: 50 },
    );
  });
});
