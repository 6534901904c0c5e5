import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGS } from "../core/language/languages.ts";
import { flatten } from "../core/strings/catalogue.ts";
import { readUses } from "./string-uses.ts";

const ROOT = new URL("../../", import.meta.url);
const stringsOf = (lang: string, namespace: string) => flatten(JSON.parse(readFileSync(new URL(`locales/${lang}/${namespace}.json`, ROOT), "utf8")));
const namespaces = readdirSync(new URL("locales/vi/", ROOT)).map((name) => name.replace(".json", ""));
const uses = readUses(ROOT.pathname);

describe("the program's strings", () => {
  it("are each asked for somewhere: what nobody sees nobody should have to translate", () => {
    const unused = namespaces.flatMap((namespace) => {
      // What is told of a string is asked for by the string's own key.
      const keys = Object.keys(stringsOf("vi", namespace)).filter((key) => namespace !== "notes" || !key.startsWith("about."));
      return keys.filter((key) => !uses[namespace]?.[key]?.length).map((key) => `${namespace}:${key}`);
    });
    expect(unused).toEqual([]);
  });

  it("stand on pages that have a name in locales/*/notes.json", () => {
    const pages = new Set(Object.values(uses).flatMap((keys) => Object.values(keys).flat()));
    for (const lang of LANGS) expect([...pages].filter((page) => !(`pages.${page}` in stringsOf(lang, "notes")))).toEqual([]);
  });

  it("that are explained there exist", () => {
    const explained = Object.keys(stringsOf("vi", "notes")).filter((key) => key.startsWith("about."));
    const known = new Set(namespaces.flatMap((namespace) => Object.keys(stringsOf("vi", namespace)).map((key) => `about.${namespace}.${key}`)));
    expect(explained.filter((key) => !known.has(key))).toEqual([]);
  });
});
