import fc from "fast-check";
import { expect, it } from "vitest";
import { baseHash, catalogueOf, flatten, published, unflatten } from "./catalogue.ts";

it("a catalogue survives being flattened and put back", () => {
  const key = fc.stringMatching(/^[a-z][a-z_]{0,5}$/);
  const tree = fc.letrec((tie) => ({ node: fc.oneof({ maxDepth: 3 }, fc.string(), fc.dictionary(key, tie("node"), { minKeys: 1, maxKeys: 3 })) })).node;
  fc.assert(
    fc.property(fc.dictionary(key, tree), (tree) => {
      expect(unflatten(flatten(tree as never))).toEqual(JSON.parse(JSON.stringify(tree)));
    }),
  );
});

it("lists every key of every language, an absent one as empty", () => {
  expect(catalogueOf({ vi: { a: { b: "Bê" } }, zh: { c: "丙" } })).toEqual({ "a.b": { vi: "Bê", zh: "" }, c: { vi: "", zh: "丙" } });
});

it("an override is laid over its key in every language at once; one without a key is kept out of sight", () => {
  const base = { a: { vi: "x", zh: "甲" } };
  const override = { namespace: "n", key: "a", texts: { vi: "y", zh: "乙" }, baseHash: baseHash(base.a) };
  expect(published(base, [override, { ...override, key: "gone" }])).toEqual({ a: { vi: "y", zh: "乙" } });
  expect(published(base, [{ ...override, key: "constructor" }])).toEqual(base);
});

it("an override stays over a base that changed, unless the program now fills other placeholders: then it waits", () => {
  const override = { namespace: "n", key: "a", texts: { vi: "y {{count}}", zh: "乙{{count}}" }, baseHash: "of another base" };
  const reworded = { a: { vi: "x mới {{count}}", zh: "新甲{{count}}" } };
  expect(published(reworded, [override])).toEqual({ a: override.texts });
  const refilled = { a: { vi: "x {{total}}", zh: "甲{{total}}" } };
  expect(published(refilled, [override])).toEqual(refilled);
});
