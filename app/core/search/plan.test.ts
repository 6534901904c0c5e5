import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { LONGEST_QUERY, readQuery } from "./needles.ts";
import { type Frequencies, planQuery } from "./plan.ts";

const database = new Database(":memory:");
database.exec(`CREATE VIRTUAL TABLE words USING fts5 (title, body, about, pairs, exact, alt, content = '', tokenize = "unicode61 remove_diacritics 0")`);
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

const common = (...terms: string[]): Frequencies => ({ isCommon: (term) => terms.includes(term), isVast: () => false });

describe("the plan", () => {
  const first = (text: string) => planQuery(text)?.strict;

  test("asks for one Chinese character as the beginning of a pair, for more as pairs in a row", () => {
    expect(first("证")).toBe('{title about body} : "证"*');
    expect(first("通行證")).toBe('{title about body} : "通行 行证"');
  });

  test("lets the last word go on while it is being typed, and no longer after a space", () => {
    expect(first("hai qu")).toContain('"qu"*');
    expect(first("hai quan ")).not.toContain('"quan"*');
  });

  test("asks for words in a row as for the pairs that they are, and for words here and there only where they tell pages apart", () => {
    const near = '({title about body} : "luat" OR {title about pairs} : "luatǀbien" OR {title about pairs} : "bienǀphong")';
    expect(planQuery("luat bien phong ", common("bien", "phong"))?.strict).toBe(
      `(({title about body} : "luat" AND ${near}) OR {title about pairs} : "luatǀbien bienǀphong")`,
    );
    expect(planQuery("luat bien phong ", common("luat", "bien", "phong", "bienǀphong"))?.strict).toBe(
      '({title about pairs} : "luatǀbien" AND ({title about pairs} : "luatǀbien" OR {title about pairs} : "bienǀphong"))',
    );
    expect(planQuery("luat bien phong ", { ...common(), isCommon: () => true })?.strict).toBe('{title about pairs} : "luatǀbien bienǀphong"');
  });

  test("takes one letter after a word for the beginning of the next, and for nothing by itself", () => {
    expect(first("khieu n")).toBe('(({title about body} : "khieu" AND {title about pairs} : "khieuǀn"*) OR {title about pairs} : "khieuǀn"*)');
  });

  test("asks for accents only where they were typed", () => {
    expect(first("quan")).not.toContain("exact");
    expect(first("hải")).toContain('{exact} : "hải"*');
    expect(first("hải quan")).toContain('{title about pairs} : "hảiǀquan"*');
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
    const everywhere = common("cua", "khau", "口岸");
    expect(planQuery("cua khau tan thanh", everywhere)?.loose).not.toContain('"cua"');
    expect(planQuery("cua khau ", everywhere)).toMatchObject({ common: true, loose: '{title about pairs} : "cuaǀkhau"' });
    expect(planQuery("cua ", everywhere)).toMatchObject({ common: true, loose: null, scattered: expect.stringContaining('"cua"') });
    expect(planQuery("口岸开放", everywhere)?.loose).toBe('({title about body} : "岸开" OR {title about body} : "开放")');
  });

  test("asks for all that begins so, unless that is too much for pages: then only in names", () => {
    const vast = { isCommon: () => false, isVast: (beginning: string) => beginning === "h*" };
    expect(planQuery("h", vast)).toMatchObject({ strict: expect.not.stringContaining("*"), named: expect.stringContaining('{title} : "h"*') });
    expect(planQuery("ha", vast)?.strict).toContain('"ha"*');
  });

  test("never lets what was typed become syntax of the index, and never fails", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { needles: _, common: __, ...ways } = planQuery(text) ?? {};
        for (const way of Object.values(ways).filter((way) => way !== null)) {
          expect(way.replace(/"[\p{L}\p{N} ]*"\*?/gu, "").replace(/\{[a-z ]+\} : /g, "")).toMatch(/^(?:[()]| AND | OR )*$/);
          expect(() => ask.all(way)).not.toThrow();
        }
      }),
      { numRuns: 500 },
    );
  });
});
