import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { LANGS, type Lang } from "../../app/core/language/languages.ts";
import { flatten } from "../../app/core/strings/catalogue.ts";
import { placeholdersOf } from "../../app/core/translation/wording.ts";

const ROOT = join(import.meta.dirname, "../..");
const TOP_LEVEL = ["README.md", "app", "locales", "package-lock.json", "package.json", "prisma", "public", "remix.config.js", "tests", "tsconfig.json"];
const LONGEST_FILE_LINES = 400;

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** Files under a folder, by their path from the project's folder; what tools generate is left out. */
const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((path) => !path.includes("/generated/"));

describe("the repository", () => {
  test("holds at its top only what the design lists", () => {
    const ignored = read(".gitignore").split("\n").filter(Boolean);
    const isIgnored = (name: string) => ignored.some((line) => line.replace(/\/$/, "") === name || (line.startsWith("*") && name.endsWith(line.slice(1))));
    const unexpected = readdirSync(ROOT).filter((name) => !name.startsWith(".") && !TOP_LEVEL.includes(name) && !isIgnored(name));
    expect(unexpected).toEqual([]);
  });

  test("locks packages by their integrity, not by the address of one registry", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, { resolved?: string; link?: boolean; integrity?: string }> };
    const entries = Object.entries(packages).filter(([path]) => path !== "");
    expect(entries.filter(([, { resolved }]) => resolved?.startsWith("http")).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path)).toEqual([]);
  });

  test(`has no file of the product with more than ${LONGEST_FILE_LINES} lines`, () => {
    const long = filesUnder("app").filter((path) => read(path).split("\n").length - 1 > LONGEST_FILE_LINES);
    expect(long).toEqual([]);
  });

  test("has a migration for what the schema says", () => {
    expect(read("prisma/migrations/schema.prisma") === read("prisma/schema.prisma"), "run: npm run db:migration -- what-changed").toBe(true);
  });

  test("keeps words that people read out of components", () => {
    const sources = [...filesUnder("app/ui"), ...filesUnder("app/routes")].filter((path) => /\.tsx?$/.test(path) && !/\.test(-data)?\.tsx?$/.test(path));
    expect(sources.flatMap(foreignWordsIn)).toEqual([]);
  });
});

describe("the words of the interface", () => {
  const namespaces = [...new Set(LANGS.flatMap((lang) => readdirSync(join(ROOT, "locales", lang))))].map((file) => basename(file, ".json"));
  const strings = (lang: Lang, namespace: string) => flatten(JSON.parse(read(`locales/${lang}/${namespace}.json`)));
  const PLURAL = /_(?:zero|one|two|few|many)$/;
  /** Vietnamese has an ordinal of its own for the first ("thứ nhất"), Chinese has none. */
  const isOwnOrdinal = (lang: Lang, key: string) => lang === "vi" && key.endsWith("_ordinal_one");

  test("are in folders of the languages and nowhere else", () => {
    expect(readdirSync(join(ROOT, "locales")).sort()).toEqual([...LANGS].sort());
  });

  test.each(namespaces)("%s has the same keys in every language", (namespace) => {
    const keys = LANGS.map((lang) =>
      Object.keys(strings(lang, namespace))
        .filter((key) => !isOwnOrdinal(lang, key))
        .sort(),
    );
    for (const list of keys) expect(list).toEqual(keys[0]);
  });

  test.each(namespaces)("%s fills the same placeholders in every language", (namespace) => {
    const [first = {}, ...rest] = LANGS.map((lang) => strings(lang, namespace));
    const used = (text = "") => [...new Set(placeholdersOf(text))].sort();
    const different = Object.keys(first).filter((key) => rest.some((other) => key in other && String(used(other[key])) !== String(used(first[key]))));
    expect(different).toEqual([]);
  });

  test.each(namespaces.flatMap((namespace) => LANGS.map((lang) => ({ namespace, lang }))))(
    "$namespace in $lang has only its language's plural forms",
    ({ namespace, lang }) => {
      const all = strings(lang, namespace);
      expect(Object.keys(all).filter((key) => PLURAL.test(key) && !isOwnOrdinal(lang, key))).toEqual([]);
      expect(Object.keys(all).filter((key) => isOwnOrdinal(lang, key) && !(key.replace(/_one$/, "_other") in all))).toEqual([]);
    },
  );

  test.each(namespaces.flatMap((namespace) => LANGS.map((lang) => ({ namespace, lang }))))(
    "$namespace in $lang is written out, and in NFC",
    ({ namespace, lang }) => {
      const flawed = Object.entries(strings(lang, namespace)).filter(([, text]) => text.trim() === "" || text !== text.normalize("NFC"));
      expect(flawed.map(([key]) => key)).toEqual([]);
    },
  );
});

/** "path:line words" for every string or JSX text with Han or accented Latin letters; comments may name what they like. */
function foreignWordsIn(path: string): string[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if ((ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) && isForeign(node.text))
      found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.text.trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isForeign = (text: string) => /\p{Script=Han}|[\p{Script=Latin}--\p{ASCII}]|\p{M}/v.test(text);
