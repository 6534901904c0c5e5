/** Smaller than so much of their size words are not made: from two metres nobody reads them. */
const LEAST = 0.5;
const STEP = 0.06;

/** Nobody scrolls a loudspeaker's page: what is too high for its box is set smaller, all of it alike. */
export function fitHeight(box: HTMLElement): void {
  for (let share = 1; share >= LEAST; share -= STEP) {
    box.style.fontSize = `${share}em`;
    if (box.scrollHeight <= box.clientHeight + 1) return;
  }
}
