import fc from "fast-check";
import { expect, test } from "vitest";
import { facetsOf, gateTerm, isWithin, topicTerm } from "./facets.ts";

const keys = ["customs", "cash", "help"];
const pages = fc.array(fc.record({ topic: fc.option(fc.constantFrom(...keys)), gates: fc.uniqueArray(fc.constantFrom("huu-nghi", "chi-ma", "tan-thanh")) }));
const narrowings = fc.record({ topic: fc.option(fc.constantFrom(...keys)), gate: fc.option(fc.constantFrom("huu-nghi", "chi-ma", "tan-thanh")) });

test("the number on a way to narrow is the number of hits behind it", () => {
  fc.assert(
    fc.property(pages, narrowings, (found, narrowing) => {
      const { topics, gates } = facetsOf(found, narrowing, true);
      for (const { key, count } of topics) expect(found.filter((page) => isWithin(page, { ...narrowing, topic: key }))).toHaveLength(count ?? -1);
      for (const { key, count } of gates) expect(found.filter((page) => isWithin(page, { ...narrowing, gate: key }))).toHaveLength(count ?? -1);
    }),
  );
});

test("what was chosen can be taken back even where nothing is left", () => {
  expect(facetsOf([], { topic: "cash", gate: null }, true)).toEqual({ topics: [{ key: "cash", count: 0 }], gates: [] });
});

test("where not all pages are known, no number is told", () => {
  expect(facetsOf([{ topic: "cash", gates: [] }], {}, false).topics).toEqual([{ key: "cash", count: null }]);
});

test("a place is filed under one word of letters and digits, and no two under the same", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(topicTerm(a)).toMatch(/^t[0-9a-f]*$/);
      expect(topicTerm(a)).not.toBe(gateTerm(a));
      if (/^[a-z0-9-]*$/.test(a + b)) expect(topicTerm(a) === topicTerm(b)).toBe(a === b);
    }),
  );
});
