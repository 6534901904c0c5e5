import { createInstance, type TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import viCommon from "../../../locales/vi/common.json" with { type: "json" };
import viPages from "../../../locales/vi/pages.json" with { type: "json" };
import zhCommon from "../../../locales/zh/common.json" with { type: "json" };
import zhPages from "../../../locales/zh/pages.json" with { type: "json" };
import type { Lang } from "../../core/language/languages.ts";
import { periodWords } from "./notice-period.ts";

const i18n = createInstance();
await i18n.init({
  resources: { vi: { common: viCommon, pages: viPages }, zh: { common: zhCommon, pages: zhPages } },
  interpolation: { escapeValue: false },
});
const period = (from: string, until: string | null, lang: Lang) =>
  periodWords(
    { pages: i18n.getFixedT(lang, "pages") as TFunction<"pages">, common: i18n.getFixedT(lang, "common") as TFunction<"common"> },
    { level: "routine", from: new Date(from).toISOString(), until: until && new Date(until).toISOString() },
    lang,
  );

describe("from when until when a notice holds", () => {
  it("is told on both clocks, the reader's own first", () => {
    const [from, until] = ["2026-11-20T09:00:00+07:00", "2026-11-22T23:30:00+07:00"];
    expect(period(from, until, "vi")).toBe(
      "Từ 09:00 giờ Hà Nội (10:00 giờ Bắc Kinh), ngày 20 tháng 11 năm 2026 đến 23:30 giờ Hà Nội (00:30 giờ Bắc Kinh), ngày 22 tháng 11 năm 2026",
    );
    expect(period(from, until, "zh")).toBe("自2026年11月20日北京时间10:00（河内时间09:00）起，至2026年11月23日北京时间00:30（河内时间23:30）止");
  });

  it("names the day once when it begins and ends on it", () => {
    const [from, until] = ["2026-11-20T09:00:00+07:00", "2026-11-20T09:30:00+07:00"];
    expect(period(from, until, "vi")).toBe("Từ 09:00 giờ Hà Nội (10:00 giờ Bắc Kinh) đến 09:30 giờ Hà Nội (10:30 giờ Bắc Kinh), ngày 20 tháng 11 năm 2026");
    expect(period(from, until, "zh")).toBe("2026年11月20日，北京时间10:00（河内时间09:00）至北京时间10:30（河内时间09:30）");
  });

  it("names the day alone when it begins with a day in Hanoi", () => {
    expect(period("2025-01-25T00:00:00+07:00", null, "vi")).toBe("Từ ngày 25 tháng 1 năm 2025");
    expect(period("2025-01-25T00:00:00+07:00", null, "zh")).toBe("自2025年1月25日起");
  });
});
