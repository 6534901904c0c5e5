import { expect, it } from "vitest";
import { AUDIT_COLUMNS, csvLine, csvOf, type ExportedEntry, jsonLineOf } from "./audit-export.ts";

const entry: ExportedEntry = {
  id: "019",
  at: new Date("2026-11-23T05:00:00Z"),
  by: "m1",
  name: `Nông "Hoa", 农`,
  act: "wording.save",
  object: "article:a1",
  before: null,
  after: { unit: "p1" },
  seal: 7,
};

it("a cell with a comma, a quote or a line break stays one cell", () => {
  expect(csvLine(["a", "b,c", 'd"e', "f\ng", ""])).toBe('a,"b,c","d""e","f\ng",\r\n');
});

it.each(["=HYPERLINK(1)", "+84", "-1", "@x", "\tx"])("what a spreadsheet would compute stays words: %j", (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`);
});

it("an entry has a cell for each column, and its JSON is what was sealed", () => {
  expect(csvOf(entry)).toBe(`019,2026-11-23T05:00:00.000Z,m1,"Nông ""Hoa"", 农",wording.save,article:a1,,"{""unit"":""p1""}",7\r\n`);
  expect(AUDIT_COLUMNS).toHaveLength(9);
  expect(JSON.parse(jsonLineOf(entry))).toEqual({
    id: "019",
    at: "2026-11-23T05:00:00.000Z",
    by: "m1",
    act: "wording.save",
    object: "article:a1",
    before: null,
    after: { unit: "p1" },
    seal: 7,
  });
});
