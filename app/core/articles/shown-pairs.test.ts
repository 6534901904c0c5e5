import { expect, it } from "vitest";
import { LANGS } from "../language/languages.ts";
import { ARTICLE_KINDS, pathOf } from "./kinds.ts";
import { pairsAt } from "./shown-pairs.ts";

it("what stands at a page's path is found again from it, in every language", () => {
  for (const lang of LANGS)
    for (const kind of ARTICLE_KINDS) {
      const [path = ""] = `/${lang}${pathOf(kind, "mang-tien")}`.split("#");
      expect(pairsAt(path)).toEqual({ lang, kind, slug: kind === "phrase" ? null : "mang-tien" });
    }
  expect(pairsAt("/zh/articles/mang-tien/side-by-side")).toEqual({ lang: "zh", kind: "article", slug: "mang-tien" });
});

it("a path of no language, or of a page that shows no pair whole, names nothing", () => {
  for (const path of ["", "/", "/vi", "/xx/articles/a", "/workbench", "/vi/articles", "/vi/articles/a/b", "/vi/gates/huu-nghi", "/kiosk/huu-nghi"])
    expect([path, pairsAt(path)?.kind ?? null]).toEqual([path, path === "/vi/articles" ? "page" : null]);
});
