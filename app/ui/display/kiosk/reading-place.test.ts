import fc from "fast-check";
import { expect, test } from "vitest";
import { placeAmong, type SegmentBox, wayBack } from "./reading-place.ts";

/** Segments below one another, the first `scrolled` pixels of them above the edge. */
function laid(heights: number[], scrolled: number, between = 10): SegmentBox[] {
  let top = -scrolled;
  return heights.map((height, index) => {
    const box = { segment: `s-${index}`, top, height };
    top += height + between;
    return box;
  });
}

test("the place is the segment that the edge cuts, and how much of it is read", () => {
  expect(placeAmong(laid([100, 200], 50))).toEqual({ segment: "s-0", passed: 0.5, gap: 0 });
});

test("between two segments it is the next one, with its distance", () => {
  expect(placeAmong(laid([100, 200], 104))).toEqual({ segment: "s-1", passed: 0, gap: 6 });
});

test("in another language, with other heights, the same part of the same segment comes to the edge", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 20, max: 900 }), fc.integer({ min: 20, max: 900 })), { minLength: 1, maxLength: 20 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (pairs, share) => {
        const own = pairs.map(([height]) => height);
        const scrolled = share * own.reduce((sum, height) => sum + height + 10, -10);
        const place = placeAmong(laid(own, scrolled));
        if (!place) throw new Error("the edge lies within the text");
        const other = laid(
          pairs.map(([, height]) => height),
          0,
        );
        const way = wayBack(place, other) ?? Number.NaN;
        const again = placeAmong(other.map((box) => ({ ...box, top: box.top - way })));
        expect(again?.segment).toBe(place.segment);
        expect(again?.passed).toBeCloseTo(place.passed, 6);
        expect(again?.gap).toBeCloseTo(place.gap, 6);
      },
    ),
  );
});

test("a place whose segment is gone leads nowhere", () => {
  expect(wayBack({ segment: "s-9", passed: 0, gap: 0 }, laid([100], 0))).toBeNull();
});
