/** Where a reader stands in an article, by segment: the same spot in any language and in the next edition. */
export interface ReadingPlace {
  segment: string;
  /** How much of the segment lies above the upper edge, 0 to 1. */
  passed: number;
  /** Pixels between the upper edge and the segment that comes next, when the edge lies between two. */
  gap: number;
}

/** A segment's box, on the scale on which the upper edge of the reading window is 0. */
export interface SegmentBox {
  segment: string;
  top: number;
  height: number;
}

/** The place at the upper edge: the first segment that is not wholly above it. Boxes in reading order. */
export function placeAmong(boxes: readonly SegmentBox[]): ReadingPlace | null {
  const box = boxes.find((one) => one.top + one.height > 0);
  if (!box) return null;
  return { segment: box.segment, passed: box.top < 0 ? -box.top / box.height : 0, gap: Math.max(0, box.top) };
}

/** How far to scroll (px) so that the place lies at the upper edge again; null when its segment is gone. */
export function wayBack(place: ReadingPlace, boxes: readonly SegmentBox[]): number | null {
  const box = boxes.find((one) => one.segment === place.segment);
  return box ? box.top + place.passed * box.height - place.gap : null;
}

/** The place in a scrolling element; null at its very top, where a reader wants to stay at the top. */
export const readingPlace = (scroller: HTMLElement): ReadingPlace | null => (scroller.scrollTop <= 0 ? null : placeAmong(boxesIn(scroller)));

/** Scrolls back to a place. Where its segment is gone, stays where it is. */
export function returnTo(scroller: HTMLElement, place: ReadingPlace): void {
  const way = wayBack(place, boxesIn(scroller));
  if (way !== null) scroller.scrollTop += way;
}

function boxesIn(scroller: HTMLElement): SegmentBox[] {
  const edge = scroller.getBoundingClientRect().top;
  return [...scroller.querySelectorAll<HTMLElement>('[id^="s-"]')].map((element) => {
    const { top, height } = element.getBoundingClientRect();
    return { segment: element.id, top: top - edge, height };
  });
}
