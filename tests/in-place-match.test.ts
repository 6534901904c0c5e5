import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCatalogue, type StringTree, stringsIn } from "../public/in-place/match.js";

const read = (resources: Record<string, Record<string, StringTree>>) => {
  const catalogue = readCatalogue(resources);
  return (text: string) => stringsIn(catalogue, text).map(({ namespace, key }) => `${namespace}:${key}`);
};

describe("which string a rendered text comes from", () => {
  const find = read({
    vi: {
      common: { nav: { home: "Trang chủ" }, age: "{{minutes}} phút", verified: "Đã xác minh ngày {{day}}", dot: "{{a}} · {{b}}" },
      visitor: {
        home: "Trang chủ",
        go: "Đi tới <1>bảng cửa khẩu</1> ngay",
        total_other: "{{count}} kết quả cho “{{query}}”",
        nest: "$t(nav.home) riêng của {{name}}",
      },
    },
    zh: { common: { nav: { home: "首页" }, age: "{{minutes}}分钟" } },
  });

  it("is found by its words, in either language, however they are spaced or composed", () => {
    expect(find("首页")).toEqual(["common:nav.home"]);
    expect(find("  Trang\n chủ ".normalize("NFD"))).toEqual(["common:nav.home", "visitor:home"]);
    expect(find("Đi tới bảng cửa khẩu ngay")).toEqual(["visitor:go"]);
  });

  it("is found around what was filled in, and where little is its own only around figures", () => {
    expect(find("Đã xác minh ngày 3 tháng 11 năm 2026")).toEqual(["common:verified"]);
    expect(find("12 kết quả cho “mang tiền (c++)”")).toEqual(["visitor:total_other"]);
    expect(find("Trang chủ riêng của Lan")).toEqual(["visitor:nest"]);
    expect(find("8分钟")).toEqual(["common:age"]);
    expect(find("等几分钟")).toEqual([]);
    expect(find("chờ 8 phút")).toEqual([]);
  });

  it("is never found for what only looks filled in", () => {
    expect(find("Mang tiền · Giấy tờ")).toEqual([]);
    expect(find("12 · 14")).toEqual([]);
    expect(find("")).toEqual([]);
  });
});

it("every string of the portal with words of its own is found again, rendered with something filled in", () => {
  const names = ["common", "visitor", "pages", "asking", "tools", "errors"];
  const trees = Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(`locales/vi/${name}.json`, "utf8")) as StringTree]));
  const find = read({ vi: trees });
  const lost: string[] = [];
  const look = (namespace: string, tree: StringTree, above: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value !== "string") look(namespace, value, `${above}${key}.`);
      else {
        const rendered = value.replace(/\{\{[^{}]*\}\}|\$t\([^()]*\)/g, "12").replace(/<\/?\w+ ?\/?>/g, "");
        if (/\p{L}/u.test(rendered) && !find(rendered).includes(`${namespace}:${above}${key}`)) lost.push(`${namespace}:${above}${key}`);
      }
    }
  };
  for (const [name, tree] of Object.entries(trees)) look(name, tree, "");
  expect(lost).toEqual([]);
});
