/** Length of the corner's sides (CSS pixels), how many taps, and within what time (ms). */
const CORNER = 96;
const TAPS = 5;
const WITHIN = 5_000;

/**
 * Calls back after five taps in the upper left corner. Nothing is drawn there, and whatever lies below gets its taps.
 * @returns the way to stop
 */
export function onFiveTaps(page: Document, done: () => void): () => void {
  let taps: number[] = [];
  const tapped = ({ clientX, clientY, timeStamp }: PointerEvent) => {
    if (clientX > CORNER || clientY > CORNER) {
      taps = [];
      return;
    }
    taps = [...taps.filter((at) => timeStamp - at < WITHIN), timeStamp];
    if (taps.length < TAPS) return;
    taps = [];
    done();
  };
  page.addEventListener("pointerdown", tapped, { capture: true, passive: true });
  return () => page.removeEventListener("pointerdown", tapped, { capture: true });
}
