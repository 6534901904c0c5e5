import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Lang } from "../../app/core/language/languages.ts";
import { openSearch, type Search } from "../../app/server/search/open-search.server.ts";
import { starterDocuments } from "./starter-documents.ts";

interface Query {
  q: string;
  kind: string;
  lang: Lang;
  /** The page that must come up, or any one of these. */
  expect: string | string[];
}

const queries: Query[] = JSON.parse(readFileSync(new URL("../search/queries.json", import.meta.url), "utf8"));
const documents = starterDocuments();
const folder = mkdtempSync(join(tmpdir(), "search-queries-"));
let search: Search;
let first = 0;

beforeAll(async () => {
  const source = {
    state: async () => ({ generationId: "starter", revision: 1 }),
    async *all() {
      yield* documents;
    },
  };
  search = openSearch({ file: join(folder, "search.db"), source, now: () => new Date("2026-11-23T12:00:00+07:00") });
  await search.ready();
});

afterAll(async () => {
  await search.close();
  rmSync(folder, { recursive: true });
  console.info(`search: ${first} of ${queries.length} queries bring up their page first`);
});

test("the list asks for pages that exist", () => {
  const known = new Set(documents.map((document) => document.id));
  expect(queries.flatMap((query) => query.expect).filter((id) => !known.has(id))).toEqual([]);
  expect(queries.length).toBeGreaterThanOrEqual(120);
});

describe("the page that is meant is among the first ten", () => {
  test.each(queries.map((query) => [query.kind, query.q, query] as const))("%s: %s", async (_kind, _q, query) => {
    const { hits } = await search.query({ text: query.q, lang: query.lang, limit: 10 });
    const ids = hits.map((hit) => hit.id);
    const meant = [query.expect].flat();
    if (meant.includes(ids[0] ?? "")) first++;
    expect(ids).toSatisfy((found: string[]) => found.some((id) => meant.includes(id)));
  });
});

test("at least nine of ten queries bring up their page as the very first", () => {
  expect(first / queries.length).toBeGreaterThanOrEqual(0.9);
});

test("every hit is shown in the asked language, whatever language was typed", async () => {
  for (const lang of ["vi", "zh"] as const) {
    const { hits } = await search.query({ text: lang === "vi" ? "电子签证" : "thị thực điện tử", lang, limit: 10 });
    const hit = hits[0];
    const written = documents.find((document) => document.id === hit?.id)?.versions[lang];
    expect(hit?.title.map((part) => part.text).join("")).toBe(written?.title);
    expect(written?.passages.map((passage) => passage.segment)).toContain(hit?.passage?.segment);
  }
});

test("a page that both languages' words find comes up once", async () => {
  const { hits } = await search.query({ text: "LED 113 Hữu Nghị 友谊", lang: "vi", limit: 50 });
  expect(new Set(hits.map((hit) => hit.id)).size).toBe(hits.length);
});
