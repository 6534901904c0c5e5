import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { byLang, LANGS } from "../language/languages.ts";
import { checkFiles } from "./check-files.ts";
import { readLocaleFile } from "./locale-file.ts";

const found = (vi: string, zh: string | null) =>
  checkFiles(new Map([["n", { vi: readLocaleFile(vi), zh: zh === null ? null : readLocaleFile(zh) }]]), []).map(
    ({ lang, line, key, what }) => `${lang}${line === null ? "" : `:${line}`} ${key} ${what}`,
  );

it.each([
  ["a key that a language lacks", '{\n"a": "Mở",\n"b": "Đóng"\n}', '{\n"a": "开"\n}', ["zh b missing"]],
  ["a key that a language has alone", '{\n"a": "Mở"\n}', '{\n"a": "开",\n"b": "关"\n}', ["vi b missing"]],
  ["a key without words", '{\n"a": "Mở"\n}', '{\n"a": " "\n}', ["zh:2 a empty"]],
  ["a lost placeholder", '{\n"a": "Mở lúc {{at}}"\n}', '{\n"a": "开放"\n}', ["zh:2 a placeholders"]],
  ["a renamed placeholder", '{\n"a": "Mở lúc {{at}}"\n}', '{\n"a": "{{time}}开放"\n}', ["zh:2 a placeholders", "zh:2 a placeholders"]],
  [
    "a plural form that neither language has",
    '{\n"a_one": "{{count}} bài"\n}',
    '{\n"a_one": "{{count}}篇"\n}',
    ["vi:2 a_one plural-forms", "zh:2 a_one plural-forms"],
  ],
  ["a key that stands twice", '{\n"a": "Mở",\n"a": "Đóng"\n}', '{\n"a": "关"\n}', ["vi:3 a duplicate"]],
  ["a file that is no JSON", '{\n"a"}', '{\n"a": "关"\n}', ["vi:2 null syntax"]],
  ["a file that is not there", '{\n"a": "Mở"\n}', null, ["zh null no_file"]],
])("%s is found, with its place", (_, vi, zh, findings) => {
  expect(found(vi, zh)).toEqual(findings);
});

it("Vietnamese may have an ordinal of its own for the first", () => {
  expect(found('{"a_ordinal_one": "thứ nhất", "a_ordinal_other": "thứ {{count}}"}', '{"a_ordinal_other": "第{{count}}"}')).toEqual([]);
});

it("the files of this project are in order", () => {
  const folder = new URL("../../../locales/", import.meta.url);
  const names = readdirSync(new URL("vi/", folder));
  const files = names.map((name) => [name, byLang((lang) => readLocaleFile(readFileSync(new URL(`${lang}/${name}`, folder), "utf8")))] as const);
  expect(names.length).toBeGreaterThan(10);
  for (const lang of LANGS) expect(readdirSync(new URL(`${lang}/`, folder))).toEqual(names);
  expect(checkFiles(new Map(files), [])).toEqual([]);
});
