import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOfCrop } from "../../../../core/articles/picture.ts";
import { dragged, type Grip, gripAt, largestOf, wholeOf, withSide } from "./crop-box.ts";

const PHOTO = { width: 1200, height: 800 };
const GRIPS: Grip[] = ["move", "n", "s", "e", "w", "ne", "nw", "se", "sw"];

describe("cropping a picture", () => {
  it("begins with the whole, or the largest part of a shape in its middle", () => {
    expect(wholeOf(PHOTO)).toEqual({ x: 0, y: 0, width: 1200, height: 800 });
    expect(largestOf(1, PHOTO)).toEqual({ x: 200, y: 0, width: 800, height: 800 });
    expect(largestOf(16 / 9, PHOTO)).toEqual({ x: 0, y: 63, width: 1200, height: 675 });
  });

  it("a corner takes its two edges along, an edge only itself, the middle all", () => {
    const part = { x: 100, y: 100, width: 400, height: 300 };
    expect(dragged(part, "nw", { x: 50, y: -20 }, PHOTO)).toEqual({ x: 150, y: 80, width: 350, height: 320 });
    expect(dragged(part, "e", { x: 50, y: -20 }, PHOTO)).toEqual({ ...part, width: 450 });
    expect(dragged(part, "move", { x: -500, y: 9000 }, PHOTO)).toEqual({ ...part, x: 0, y: 500 });
    expect(gripAt(part, { x: 103, y: 97 }, 10)).toBe("nw");
    expect(gripAt(part, { x: 300, y: 250 }, 10)).toBe("move");
    expect(gripAt(part, { x: 900, y: 250 }, 10)).toBeNull();
  });

  it("stays within the picture and large enough to be seen, whatever a hand or a slider does", () => {
    const step = fc.oneof(
      fc.record({ grip: fc.constantFrom(...GRIPS), by: fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) }) }),
      fc.record({ side: fc.constantFrom("x" as const, "y" as const, "width" as const, "height" as const), value: fc.integer({ min: -50, max: 2000 }) }),
    );
    const size = fc.record({ width: fc.integer({ min: 1, max: 1500 }), height: fc.integer({ min: 1, max: 1500 }) });
    fc.assert(
      fc.property(size, fc.array(step, { maxLength: 12 }), (whole, steps) => {
        let crop = wholeOf(whole);
        for (const one of steps) {
          crop = "grip" in one ? dragged(crop, one.grip, one.by, whole) : withSide(crop, one.side, one.value, whole);
          expect(faultsOfCrop(crop, whole)).toEqual([]);
        }
      }),
    );
  });
});
