import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { LANGS, type Lang } from "../app/core/language/languages.ts";
import type { SearchDocument } from "../app/core/search/document.ts";
import { heldIndex, searchHeld } from "../app/core/search/held-index.ts";
import { readingsOf } from "../app/core/search/readings.ts";
import { traditionalPairs } from "../app/core/search/traditional.ts";
import { starterDocuments } from "./integration/starter-documents.ts";

/*
 * What the kiosk at Hữu Nghị finds of the queries by which the portal's search is measured, in its own content: pages about other gates
 * alone, and pages about the portal itself, it does not hold.
 */
interface Query {
  q: string;
  kind: string;
  lang: Lang;
  /** The page that must come up, or any one of these. */
  expect: string | string[];
}

/** As many as the kiosk shows. */
const SHOWN = 20;

const isHeld = ({ kind, gates }: SearchDocument): boolean =>
  kind !== "page" && (!["article", "question"].includes(kind) || gates.length === 0 || gates.includes("huu-nghi"));
const documents = starterDocuments().filter(isHeld);
const held = new Set(documents.map(({ id }) => id));
const texts = documents.flatMap(({ versions }) => LANGS.flatMap((lang) => [versions[lang].title, ...versions[lang].passages.map(({ text }) => text)]));
const traditional = traditionalPairs(texts);
const index = heldIndex(documents, readingsOf(texts), traditional);

const queries = (JSON.parse(readFileSync(new URL("search/queries.json", import.meta.url), "utf8")) as Query[])
  .map((query) => ({ ...query, meant: [query.expect].flat() }))
  .filter(({ meant }) => meant.every((id) => held.has(id)));

const find = (query: string, lang: Lang): string[] =>
  searchHeld(index, query, lang, SHOWN).map(({ kind, slug }) => documents.find((one) => one.kind === kind && one.slug === slug)?.id ?? "");

let first = 0;
afterAll(() =>
  console.info(
    `kiosk search: of ${queries.length} queries about its pages ${first} bring up their page first; ${Buffer.byteLength(traditional)} bytes of Traditional characters`,
  ),
);

test("most of the list is about what a kiosk holds", () => {
  expect(queries.length).toBeGreaterThan(250);
});

describe("the page that is meant is among those that the kiosk shows", () => {
  test.each(queries.map((query) => [query.kind, query.q, query] as const))("%s: %s", (_kind, _q, { q, lang, meant }) => {
    const ids = find(q, lang);
    if (meant.includes(ids[0] ?? "")) first += 1;
    expect(ids).toSatisfy((found: string[]) => found.some((id) => meant.includes(id)));
  });
});

test("at least nine of ten queries bring up their page as the very first", () => {
  expect(first / queries.length).toBeGreaterThanOrEqual(0.9);
});

test("what makes Traditional characters findable weighs less than a small picture", () => {
  expect(Buffer.byteLength(traditional)).toBeLessThan(4_096);
});
