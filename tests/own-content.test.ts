import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { segmentsOf, walk } from "../app/core/articles/tree.ts";
import { byLang, LANGS } from "../app/core/language/languages.ts";
import { catalogueOf } from "../app/core/strings/catalogue.ts";
import { checkPair } from "../app/core/translation/checks/check-pair.ts";
import type { PairToCheck } from "../app/core/translation/checks/pair.ts";
import { readStarter } from "../app/server/starter/read-starter.server.ts";

const ROOT = join(import.meta.dirname, "..");
const STARTER = join(ROOT, "prisma/starter");

const files = Object.fromEntries(
  readdirSync(STARTER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(STARTER.length + 1), readFileSync(path, "utf8")]),
);
const { articles, terms } = readStarter(files);
const namespaces = [...new Set(LANGS.flatMap((lang) => readdirSync(join(ROOT, "locales", lang))))].map((file) => basename(file, ".json"));

/**
 * Warnings of the portal's own strings that are right as they are, and why. Whatever else the checks say of them is to be mended,
 * in the words or in the check: a check that our own content can't live with is of no use to anybody.
 */
const RIGHT_AS_IT_IS: Record<string, string> = {
  "workbench:messages.answerIn end-marks": "A name of a language follows: part of the sentence in Vietnamese, after a colon in Chinese.",
  "publishing:string.title end-marks": "A string's key follows, in the same two ways.",
};

const findings = (where: string, pair: Omit<PairToCheck, "terms">): string[] =>
  checkPair({ ...pair, terms })
    .map(({ severity, check, reason, lang, details }) => ({ says: `${where} ${check}`, more: `${severity} ${reason} ${lang} ${JSON.stringify(details)}` }))
    .filter(({ says, more }) => !(says in RIGHT_AS_IT_IS && more.startsWith("warning")))
    .map(({ says, more }) => `${says}: ${more}`);

describe("the checks find nothing in the portal's own content:", () => {
  test.each(articles.map((article) => [article.slug, article] as const))("%s", (slug, { tree, sourceLang, texts }) => {
    const kinds = new Map([...walk(tree)].map((node) => [node.id, node.kind]));
    const kindOf = (id: string): PairToCheck["kind"] => kinds.get(id) ?? (id === "title" ? "title" : "summary");
    expect(
      segmentsOf(tree).flatMap((id) => findings(`${slug}#${id}`, { kind: kindOf(id), sourceLang, texts: byLang((lang) => texts[lang][id] ?? "") })),
    ).toEqual([]);
  });

  test.each(namespaces)("the strings of %s", (namespace) => {
    const catalogue = catalogueOf(byLang((lang) => JSON.parse(readFileSync(join(ROOT, "locales", lang, `${namespace}.json`), "utf8"))));
    const said = Object.entries(catalogue).flatMap(([key, texts]) => findings(`${namespace}:${key}`, { kind: "string", sourceLang: "vi", texts, key }));
    expect(said).toEqual([]);
  });
});
