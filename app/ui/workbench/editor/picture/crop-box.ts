import { type Crop, SHORTEST_SIDE } from "../../../../core/articles/picture.ts";

export interface Size {
  width: number;
  height: number;
}

/** What a hand has hold of: a corner or an edge by its points of the compass, or the whole of it. */
export type Grip = "move" | "n" | "s" | "e" | "w" | "ne" | "nw" | "se" | "sw";

export const wholeOf = ({ width, height }: Size): Crop => ({ x: 0, y: 0, width, height });

/** The largest part of that shape (width to height), in the middle. */
export function largestOf(ratio: number, whole: Size): Crop {
  const width = Math.min(whole.width, Math.round(whole.height * ratio));
  const height = Math.min(whole.height, Math.round(width / ratio));
  return { x: Math.round((whole.width - width) / 2), y: Math.round((whole.height - height) / 2), width, height };
}

/** The part after its grip was dragged so far, in the picture's pixels; never out of the picture, never too small to see. */
export function dragged({ x, y, width, height }: Crop, grip: Grip, by: { x: number; y: number }, whole: Size): Crop {
  if (grip === "move") return { x: between(0, x + by.x, whole.width - width), y: between(0, y + by.y, whole.height - height), width, height };
  const across = stretched({ start: x, length: width }, by.x, grip.includes("w"), grip.includes("e"), whole.width);
  const down = stretched({ start: y, length: height }, by.y, grip.includes("n"), grip.includes("s"), whole.height);
  return { x: across.start, y: down.start, width: across.length, height: down.length };
}

/** The part with one of its figures set, as a slider sets it: the others give way only where they must. */
export function withSide(crop: Crop, side: keyof Crop, value: number, whole: Size): Crop {
  if (side === "x") return { ...crop, x: between(0, value, whole.width - crop.width) };
  if (side === "y") return { ...crop, y: between(0, value, whole.height - crop.height) };
  if (side === "width") return dragged(crop, "e", { x: Math.round(value) - crop.width, y: 0 }, whole);
  return dragged(crop, "s", { x: 0, y: Math.round(value) - crop.height }, whole);
}

/** Which grip is at a point of the picture; `reach`: how far a hand may miss it. */
export function gripAt({ x, y, width, height }: Crop, point: { x: number; y: number }, reach: number): Grip | null {
  const [right, bottom] = [x + width, y + height];
  if (point.x < x - reach || point.x > right + reach || point.y < y - reach || point.y > bottom + reach) return null;
  const down = Math.abs(point.y - y) <= reach ? "n" : Math.abs(point.y - bottom) <= reach ? "s" : "";
  const across = Math.abs(point.x - x) <= reach ? "w" : Math.abs(point.x - right) <= reach ? "e" : "";
  return (`${down}${across}` || "move") as Grip;
}

function stretched({ start, length }: { start: number; length: number }, by: number, fromStart: boolean, fromEnd: boolean, whole: number) {
  const least = Math.min(SHORTEST_SIDE, whole);
  if (fromStart) {
    const moved = between(0, start + by, start + length - least);
    return { start: moved, length: start + length - moved };
  }
  return { start, length: fromEnd ? between(least, length + by, whole - start) : length };
}

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(Math.round(value), most));
