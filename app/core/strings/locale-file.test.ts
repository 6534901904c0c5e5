import { expect, it } from "vitest";
import { readLocaleFile, withTexts } from "./locale-file.ts";

const SOURCE = `{
  "nav": {
    "home": "Trang chủ",
    "more": { "all": "Xem \\"tất cả\\", nhé" }
  },
  "search": "Tìm"
}
`;

it("reads each string with its key and its line", () => {
  const { entries, faults } = readLocaleFile(SOURCE);
  expect([...entries].map(([key, { text, line }]) => [key, text, line])).toEqual([
    ["nav.home", "Trang chủ", 3],
    ["nav.more.all", 'Xem "tất cả", nhé', 4],
    ["search", "Tìm", 6],
  ]);
  expect(faults).toEqual([]);
});

it("puts other words in place and leaves everything else as it is written", () => {
  const file = readLocaleFile(SOURCE);
  const written = withTexts(
    file,
    new Map([
      ["search", 'Tìm "nhanh"'],
      ["nav.home", "Đầu trang"],
      ["unknown", "x"],
    ]),
  );
  expect(written).toBe(SOURCE.replace("Trang chủ", "Đầu trang").replace('"Tìm"', '"Tìm \\"nhanh\\""'));
  expect(withTexts(file, new Map())).toBe(SOURCE);
});

it("says where something is no text, stands twice, or is no JSON", () => {
  const { faults, entries } = readLocaleFile('{\n  "a": "x",\n  "b": 3,\n  "a": "y",\n  "c": ["x", { "d": "e" }],\n  "f": "g"\n}');
  expect(faults).toEqual([
    { line: 3, key: "b", kind: "not_text" },
    { line: 4, key: "a", kind: "duplicate" },
    { line: 5, key: "c", kind: "not_text" },
  ]);
  expect(entries.get("f")?.text).toBe("g");
  expect(readLocaleFile('{\n  "a": "x"\n  "b": "y"\n}').faults).toEqual([{ line: 3, key: "", kind: "syntax" }]);
});
