import { expect, test } from "vitest";
import type { Term } from "../term.ts";
import { issuesOf, judge } from "./tables.test-data.ts";

const term = (key: string, vi: string, zh: string, more: Partial<Term> = {}): Term => ({
  key,
  words: { vi, zh },
  variants: { vi: [], zh: [] },
  pinyin: "",
  note: null,
  mark: "confirmed",
  ...more,
});

const TERMS: Term[] = [
  term("huu-nghi", "Hữu Nghị", "友谊口岸", { check: "error", accepted: { zh: ["友谊"] } }),
  term("huu-nghi-quan", "Hữu Nghị Quan", "友谊关", { check: "error" }),
  term("chi-ma", "Chi Ma", "峙马", { check: "error", forbidden: { zh: ["芝麻"] } }),
  term("dai-ta", "đại tá", "大校", { check: "error", forbidden: { zh: ["上校"] } }),
  term("thuong-ta", "thượng tá", "上校", { check: "error" }),
  term("hai-quan", "hải quan", "海关"),
  term("to-khai", "tờ khai hải quan", "海关申报单"),
  term("giay-thong-hanh", "giấy thông hành", "出入境通行证", { variants: { vi: [], zh: ["通行证"] } }),
  term("thi-thuc", "thị thực điện tử", "电子签证", { variants: { vi: ["e-visa"], zh: [] } }),
  term("thong-bao", "thông báo", "通告", { check: "off" }),
];

judge("glossary", {
  terms: TERMS,
  good: [
    ["Cửa khẩu Hữu Nghị", "友谊口岸"],
    ["Hữu Nghị", "友谊"],
    ["Hữu Nghị Quan ở phía đối diện", "友谊关在对面"],
    ["Hữu Nghị, đối diện Hữu Nghị Quan", "友谊口岸，对面为友谊关"],
    ["Hợp tác, hữu nghị và phát triển", "合作、友好与发展"],
    ["Nộp tờ khai hải quan tại quầy", "在柜台提交海关申报单"],
    ["Mang giấy thông hành theo người", "随身携带通行证"],
    ["Nộp e-visa trước", "请先提交电子签证"],
    ["Theo thông báo mới", "根据最新通知"],
    ["Đại tá Trần Văn B", "大校陈文B".replace("陈文B", "Trần Văn B")],
    ["Thượng tá và đại tá", "上校和大校"],
    ["HẢI QUAN", "海关"],
  ],
  bad: [
    { vi: "Cửa khẩu Hữu Nghị mở", zh: "友谊关开放", reason: "missing" },
    { vi: "Hữu Nghị Quan ở phía đối diện", zh: "友谊口岸在对面", reason: "missing" },
    { vi: "Cửa khẩu Chi Ma", zh: "芝麻口岸", reason: "forbidden", from: "vi" },
    { vi: "Đại tá Trần Văn B", zh: "上校Trần Văn B", reason: "forbidden", from: "vi" },
    { vi: "Trung tá Trần Văn B", zh: "上校Trần Văn B", reason: "missing", from: "zh" },
    { vi: "Nộp tờ khai hải quan", zh: "提交海关表格", reason: "missing", from: "vi" },
    { vi: "Nộp giấy khai", zh: "提交海关申报单", reason: "missing", from: "zh" },
    { vi: "Mang giấy thông hành", zh: "携带护照", reason: "missing", from: "vi" },
    { vi: "Mang hộ chiếu", zh: "携带通行证", reason: "missing", from: "zh" },
    { vi: "Nộp thị thực điện tử", zh: "提交签证", reason: "missing", from: "vi" },
    { vi: "Cửa khẩu Tân Thanh", zh: "峙马口岸", reason: "missing", from: "zh" },
  ],
});

test("names are errors, other terms warnings", () => {
  expect(issuesOf("Cửa khẩu Chi Ma", "口岸", "vi", TERMS)).toMatchObject([{ check: "glossary", severity: "error" }]);
  expect(issuesOf("Hỏi hải quan", "询问柜台", "vi", TERMS)).toMatchObject([{ check: "glossary", severity: "warning", details: { expected: "海关" } }]);
});
