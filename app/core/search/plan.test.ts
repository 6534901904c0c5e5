import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { LONGEST_QUERY, planQuery, readQuery } from "./plan.ts";

const database = new Database(":memory:");
database.exec(`CREATE VIRTUAL TABLE words USING fts5 (title, body, exact, alt, content = '', tokenize = "unicode61 remove_diacritics 0")`);
const ask = database.prepare("SELECT rowid FROM words WHERE words MATCH ?");
afterAll(() => database.close());

const anything = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('"', "'", "*", "(", ")", "{", "}", ":", "^", "-", "+", "AND", "OR", "NOT", "NEAR", "title", " ", "a", "关", "1", "\0", "\\"), {
      maxLength: 30,
    })
    .map((parts) => parts.join("")),
);

describe("a query as typed", () => {
  test("is composed; a space after it stays, since it ends the last word", () => {
    expect(readQuery(" hải quan ".normalize("NFD"))).toBe("hải quan ");
  });

  test("may have 200 characters, however many units each takes", () => {
    expect([...readQuery("𠮷".repeat(LONGEST_QUERY))]).toHaveLength(LONGEST_QUERY);
    expect(readQuery("ệ".repeat(LONGEST_QUERY).normalize("NFD"))).toBe("ệ".repeat(LONGEST_QUERY));
    for (const text of ["a".repeat(LONGEST_QUERY + 1), "签".repeat(10_000), "̣".repeat(1_000_000)])
      expect(() => readQuery(text)).toThrow(expect.objectContaining({ code: "query_too_long" }));
  });

  test("without a letter or a digit asks for nothing", () => {
    for (const text of ["", "   ", "!?…", '"*"', "()", "\ud800", "—"]) expect(planQuery(readQuery(text))).toBeNull();
  });
});

describe("the plan", () => {
  const first = (text: string) => planQuery(text)?.strict;

  test("asks for one Chinese character as the beginning of a pair, for more as pairs in a row", () => {
    expect(first("证")).toBe('{title body} : "证"*');
    expect(first("通行證")).toBe('{title body} : "通行 行证"');
  });

  test("lets the last word go on while it is being typed, and no longer after a space", () => {
    expect(first("hai qu")).toContain('"qu"*');
    expect(first("hai quan ")).not.toContain('"quan"*');
  });

  test("asks for accents only where they were typed", () => {
    expect(first("hai quan")).not.toContain("exact");
    expect(first("hải quan")).toContain('{exact} : "hải quan"*');
  });

  test("lets a number go on only while it is short: 112 is not 1120", () => {
    expect(first("cap cuu 11")).toContain('"11"*');
    expect(first("112")).not.toContain("*");
  });

  test("takes a number with and without the marks inside it", () => {
    expect(first("5.000")).toContain('("5 000" OR "5000")');
    expect(first("07")).toContain('("07"* OR "7"*)');
  });

  test("leaves out of the loose way what stands everywhere, unless there is nothing else", () => {
    const everywhere = (term: string) => ["cua", "khau", "口岸"].includes(term);
    expect(planQuery("cua khau tan thanh", everywhere)?.loose).not.toContain('"cua"');
    expect(planQuery("cua khau ", everywhere)).toMatchObject({ common: true, loose: expect.stringContaining('"cua"') });
    expect(planQuery("口岸开放", everywhere)?.loose).toBe('({title body} : "岸开" OR {title body} : "开放")');
  });

  test("never lets what was typed become syntax of the index, and never fails", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const plan = planQuery(text);
        for (const stage of plan ? [plan.strict, plan.loose, plan.scattered ?? plan.strict] : []) {
          expect(stage.replace(/"[\p{L}\p{N} ]*"\*?/gu, "").replace(/\{(?:title body|title body alt|exact|alt)\} : /g, "")).toMatch(/^(?:[()]| AND | OR )*$/);
          expect(() => ask.all(stage)).not.toThrow();
        }
      }),
      { numRuns: 500 },
    );
  });
});
