import { createInstance } from "i18next";
import { expect, it } from "vitest";
import vi from "../../../locales/vi/common.json" with { type: "json" };
import zh from "../../../locales/zh/common.json" with { type: "json" };
import type { GateStatus } from "../../core/facts/gate-status.ts";
import type { Lang } from "../../core/language/languages.ts";
import { options } from "../../i18n/options.ts";
import { confirmedWords, statusWords } from "./status-words.ts";

const instance = createInstance();
void instance.init({ ...options, lng: "vi", resources: { vi: { common: vi }, zh: { common: zh } } });
const t = (lang: Lang) => instance.getFixedT(lang, "common");

const hanoi = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`);
const EVENING = hanoi("2026-11-23", "20:00");
const REASON = { vi: "tổ chức lễ ký", zh: "举行签约仪式" };

const told = (status: GateStatus, lang: Lang, confirmedAt: Date | null = null) =>
  Object.values(statusWords(t(lang), { status, confirmedAt, validUntil: null }, lang));

it.each<[string, GateStatus, [string, string | null], [string, string | null]]>([
  [
    "open by the timetable says that it is the timetable which says so",
    { state: "open", closesAt: EVENING, basis: "hours" },
    ["Đang mở", "theo giờ công bố, đến 20:00 giờ Hà Nội (21:00 giờ Bắc Kinh)"],
    ["开放中", "按公布时间，至北京时间21:00（河内时间20:00）"],
  ],
  [
    "open as a person saw it",
    { state: "open", closesAt: EVENING, basis: "observation" },
    ["Đang mở", "đến 20:00 giờ Hà Nội (21:00 giờ Bắc Kinh)"],
    ["开放中", "至北京时间21:00（河内时间20:00）"],
  ],
  [
    "before opening",
    { state: "opens", opensAt: hanoi("2026-11-24", "07:00"), basis: "hours" },
    ["Ngoài giờ mở cửa", "mở lúc 07:00 giờ Hà Nội (08:00 giờ Bắc Kinh)"],
    ["非开放时间", "北京时间08:00（河内时间07:00）开放"],
  ],
  [
    "jammed, with the wait and its reason",
    { state: "congested", closesAt: EVENING, waitMinutes: 120, reason: REASON },
    ["Ùn tắc", "thời gian chờ khoảng 2 giờ; tổ chức lễ ký"],
    ["拥堵", "等候约2小时；举行签约仪式"],
  ],
  [
    "jammed for a short while, without a reason",
    { state: "congested", closesAt: EVENING, waitMinutes: 30, reason: null },
    ["Ùn tắc", "thời gian chờ khoảng 30 phút"],
    ["拥堵", "等候约30分钟"],
  ],
  ["jammed, and nobody said for how long", { state: "congested", closesAt: EVENING, waitMinutes: null, reason: null }, ["Ùn tắc", null], ["拥堵", null]],
  [
    "suspended until a time carries the day too",
    { state: "suspended", until: EVENING, reason: REASON },
    ["Tạm dừng", "tổ chức lễ ký; dự kiến đến 20:00 giờ Hà Nội (21:00 giờ Bắc Kinh), ngày 23 tháng 11 năm 2026"],
    ["暂停", "举行签约仪式；预计至2026年11月23日北京时间21:00（河内时间20:00）"],
  ],
  [
    "closed without an end says that nobody knows the end",
    { state: "closed", until: null, reason: null },
    ["Tạm đóng cửa", "chưa biết khi nào mở lại"],
    ["临时关闭", "恢复时间未定"],
  ],
  ["unknown is never told as open or closed", { state: "unknown" }, ["Chưa rõ", "giờ mở cửa chưa công bố"], ["情况不明", "开放时间尚未公布"]],
])("%s", (_, status, inVietnamese, inChinese) => {
  expect(told(status, "vi")).toEqual(inVietnamese);
  expect(told(status, "zh")).toEqual(inChinese);
});

it("an unknown status says when somebody was last there", () => {
  const seen = hanoi("2026-11-22", "09:10");
  expect(told({ state: "unknown" }, "vi", seen)[1]).toBe("xác nhận lần cuối lúc 09:10 giờ Hà Nội (10:10 giờ Bắc Kinh), ngày 22 tháng 11 năm 2026");
});

it("the day is that of the clock which stands first: at 23:30 in Hanoi it is tomorrow in Beijing", () => {
  const late: GateStatus = { state: "closed", until: hanoi("2026-11-23", "23:30"), reason: null };
  expect(told(late, "vi")[1]).toContain("23:30 giờ Hà Nội (00:30 giờ Bắc Kinh), ngày 23 tháng 11");
  expect(told(late, "zh")[1]).toContain("2026年11月24日北京时间00:30（河内时间23:30）");
});

it("a person is named as the source only where a person was", () => {
  const at = (status: GateStatus) => confirmedWords(t("vi"), { status, confirmedAt: EVENING, validUntil: null }, "vi");
  expect(at({ state: "open", closesAt: null, basis: "observation" })).toContain("Cán bộ cửa khẩu xác nhận lúc 20:00");
  expect(at({ state: "open", closesAt: EVENING, basis: "hours" })).toBeNull();
  expect(at({ state: "unknown" })).toBeNull();
});
