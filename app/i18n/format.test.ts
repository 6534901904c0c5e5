import { describe, expect, it } from "vitest";
import { clocks, formatDateTime, formatDay, formatFact, formatNumber, readingMinutes } from "./format.ts";

describe("values read as people write them", () => {
  it.each([
    [{ type: "money", amount: 15_000_000, currency: "VND" }, "15 triệu đồng", "1500万越南盾"],
    [{ type: "money", amount: 1_240_000, currency: "VND" }, "1,24 triệu đồng", "124万越南盾"],
    [{ type: "money", amount: 5000, currency: "USD" }, "5.000 USD", "5,000美元"],
    [{ type: "money", amount: 20_000, currency: "CNY" }, "20.000 Nhân dân tệ", "20,000元人民币"],
    [{ type: "quantity", amount: 1.5, unit: "litre" }, "1,5 lít", "1.5升"],
    [{ type: "quantity", amount: 200, unit: "cigarette" }, "200 điếu", "200支"],
    [{ type: "duration", amount: 90, unit: "day" }, "90 ngày", "90天"],
    [{ type: "hours", opens: "07:00", closes: "20:00" }, "07:00–20:00 giờ Hà Nội (08:00–21:00 giờ Bắc Kinh)", "北京时间08:00—21:00（河内时间07:00—20:00）"],
    [{ type: "date", day: "2026-11-23" }, "ngày 23 tháng 11 năm 2026", "2026年11月23日"],
    [{ type: "age", years: 18 }, "18 tuổi", "18周岁"],
    [{ type: "unpublished" }, "chưa công bố", "尚未公布"],
  ] as const)("%o", (value, vi, zh) => {
    expect([formatFact(value, "vi"), formatFact(value, "zh")]).toEqual([vi, zh]);
  });

  it("groups numbers by the language's own marks", () => {
    expect([formatNumber(1_234_567.89, "vi"), formatNumber(1_234_567.89, "zh")]).toEqual(["1.234.567,89", "1,234,567.89"]);
  });
});

describe("two clocks", () => {
  it("show one instant with the reader's own first", () => {
    const at = new Date("2026-11-23T13:05:00Z");
    expect(clocks(at, "vi").map((clock) => `${clock.time} ${clock.label}`)).toEqual(["20:05 giờ Hà Nội", "21:05 giờ Bắc Kinh"]);
    expect(clocks(at, "zh").map((clock) => `${clock.time} ${clock.label}`)).toEqual(["21:05 北京时间", "20:05 河内时间"]);
  });

  it("pass midnight on the eastern clock first", () => {
    expect(clocks("23:30", "vi").map((clock) => clock.time)).toEqual(["23:30", "00:30"]);
    expect(formatDateTime(new Date("2026-11-23T16:30:00Z"), "zh")).toBe("2026年11月24日00:30");
    expect(formatDateTime(new Date("2026-11-23T16:30:00Z"), "vi")).toBe("23:30, ngày 23 tháng 11 năm 2026");
  });
});

it("a day is the same day in both languages", () => {
  expect([formatDay("2026-02-05", "vi"), formatDay("2026-02-05", "zh")]).toEqual(["ngày 5 tháng 2 năm 2026", "2026年2月5日"]);
});

it("reading takes at least a minute and grows with the words", () => {
  expect(readingMinutes(["Một câu ngắn."], "vi")).toBe(1);
  expect(readingMinutes([Array(800).fill("chữ").join(" ")], "vi")).toBe(4);
  expect(readingMinutes(["字".repeat(700)], "zh")).toBe(2);
});
