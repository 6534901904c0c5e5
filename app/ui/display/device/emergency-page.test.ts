import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGS } from "../../../core/language/languages.ts";
import { EMERGENCY } from "../../kit/emergency-numbers.tsx";
import { DATABASE } from "./browser-shelf.ts";
import { CHUNK } from "./files.ts";

const worker = readFileSync("public/display/sw.js", "utf8");

test("the worker's own page says the emergency numbers in the portal's words", () => {
  for (const lang of LANGS) {
    const { emergency } = JSON.parse(readFileSync(`locales/${lang}/common.json`, "utf8")) as { emergency: Record<string, string> };
    for (const { number, help } of EMERGENCY) {
      expect(worker).toContain(`<b>${number}</b>`);
      expect(worker).toContain(`>${emergency[help]}</span>`);
    }
    expect(worker).toContain(`>${emergency.title}</span>`);
  }
});

test("the worker reads the store that the page writes", () => {
  expect(worker).toContain(`const DATABASE = "${DATABASE}";`);
  expect(CHUNK).toBe(1 << 20);
  expect(worker).toContain("const CHUNK = 1 << 20;");
});
