import fc from "fast-check";
import { expect, it } from "vitest";
import { type AuditEntry, type AuditSeal, faultOfSeal, isSealingDue, LONGEST_UNSEALED_MS, MOST_IN_SEAL, NO_SEAL, sealOver } from "./audit-chain.ts";

const NOON = new Date("2026-11-23T05:00:00Z");
const entry = (n: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id: String(n).padStart(4, "0"),
  at: new Date(NOON.getTime() + n),
  act: "wording.save",
  object: "article:a1",
  by: "m1",
  before: null,
  after: { unit: "p1", revision: n },
  ...more,
});

const someEntries = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 6 }).map((values) => values.map((after, n) => entry(n, { after })));

it("a seal follows the one before it and holds over just the entries it was made of", () => {
  fc.assert(
    fc.property(someEntries, someEntries, (first, second) => {
      const one = sealOver(first, null, NOON);
      const two = sealOver(second, one, NOON);
      expect([one.number, one.previous, two.number, two.previous]).toEqual([1, NO_SEAL, 2, one.hash]);
      expect(faultOfSeal(one, null, first)).toBeNull();
      expect(faultOfSeal(two, one, second)).toBeNull();
    }),
  );
});

it("the order of an entry's keys, which databases change, does not change its seal", () => {
  const as = (after: unknown) => sealOver([entry(1, { after })], null, NOON).hash;
  expect(as({ b: 1, a: [{ d: 2, c: 3 }] })).toBe(as({ a: [{ c: 3, d: 2 }], b: 1 }));
});

const entries = [entry(1), entry(2), entry(3)];
const first = sealOver([entry(0)], null, NOON);
const seal = sealOver(entries, first, NOON);

it.each<[string, AuditSeal, Pick<AuditSeal, "number" | "hash"> | null, AuditEntry[], string]>([
  ["an entry's content was changed", seal, first, [entry(1), entry(2, { after: { unit: "p1", revision: 3 } }), entry(3)], "entries_changed"],
  ["an entry was given to somebody else", seal, first, [entry(1), entry(2, { by: "m2" }), entry(3)], "entries_changed"],
  ["an entry's time was changed", seal, first, [entry(1), entry(2, { at: NOON }), entry(3)], "entries_changed"],
  ["an entry was taken away", seal, first, [entry(1), entry(3)], "entries_missing_or_added"],
  ["the last entry was exchanged", seal, first, [entry(1), entry(2), entry(4)], "entries_missing_or_added"],
  ["the seal before it is gone", seal, null, entries, "gone"],
  ["the seal before it was made anew", seal, { ...first, hash: NO_SEAL }, entries, "does_not_follow"],
])("%s: it is seen", (_, sealed, before, found, fault) => {
  expect(faultOfSeal(sealed, before, found)).toBe(fault);
});

it("it is time to seal when a batch is full or an entry has waited an hour, and not before", () => {
  const waiting = (count: number) => Array.from({ length: count }, () => NOON);
  expect(isSealingDue([], NOON)).toBe(false);
  expect(isSealingDue(waiting(MOST_IN_SEAL - 1), NOON)).toBe(false);
  expect(isSealingDue(waiting(MOST_IN_SEAL), NOON)).toBe(true);
  expect(isSealingDue(waiting(1), new Date(NOON.getTime() + LONGEST_UNSEALED_MS - 1))).toBe(false);
  expect(isSealingDue(waiting(1), new Date(NOON.getTime() + LONGEST_UNSEALED_MS))).toBe(true);
});
