import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, nearest } from "./edit-distance.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "h", "n"), maxLength: 8 });

describe("slips between two words", () => {
  test.each([
    ["hanh", "hahn", 1],
    ["thuc", "thuk", 1],
    ["nghi", "ngi", 1],
    ["chieu", "chieo", 1],
    ["khau", "khauu", 1],
    ["visa", "visa", 0],
    ["quan", "thue", 3],
  ])("%s and %s: %i", (a, b, slips) => {
    expect(editDistance(a, b, 2)).toBe(slips);
  });

  test("are the same both ways, none for the same word, and never more than is asked for by one", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(editDistance(b, a, most));
        expect(editDistance(a, a, most)).toBe(0);
        expect(editDistance(a, b, most)).toBeLessThanOrEqual(most + 1);
        expect(editDistance(a, b, 9) <= most).toBe(editDistance(a, b, most) <= most);
      }),
    );
  });

  test("of one letter put in anywhere are one", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a + b, `${a}x${b}`, 2)).toBe(1);
      }),
    );
  });
});

describe("the nearest words", () => {
  const vocabulary = new Map([
    ["nghi", 9],
    ["ngay", 3],
    ["noi", 20],
    ["chieu", 4],
    ["ng", 50],
  ]);

  test("come nearest first, of equals the most frequent first, and never the word itself", () => {
    expect(nearest("ngi", vocabulary, 5)).toEqual(["ng", "noi", "nghi"]);
    expect(nearest("chieu", vocabulary, 5)).toEqual([]);
  });

  test("are none for words so short that all are near", () => {
    expect(nearest("na", vocabulary, 5)).toEqual([]);
  });
});
