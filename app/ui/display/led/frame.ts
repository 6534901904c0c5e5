/** How a display's pixels are used. Lengths are in its own pixels. */
export interface LedFrame {
  /** strip: a few lines; wall: wider than high; totem: higher than wide. */
  form: "strip" | "wall" | "totem";
  width: number;
  height: number;
  /** The least legible size of type. */
  least: number;
  /** Sizes that are tried, the largest first, the least legible last. */
  sizes: [number, ...number[]];
  pad: number;
  /** Type of the line that stands over the words: how urgent a notice is, what a step belongs to. */
  over: number;
  /** Sizes of a status, which is one or two words and is seen first: the largest first. */
  statusSizes: [number, ...number[]];
  /** Width of what stands before words: a strip's sign, a step's number. */
  lead: number;
  /** Height of the head with the name and the clocks; 0: none. */
  head: number;
  /** Height of the line that shows how many pages there are. */
  foot: number;
}

/** Below 16 px neither the stacked marks of Vietnamese nor simplified Chinese can be told apart, however large the diodes are. */
const LEAST_PX = 16;
/** A wall is read from about ten times its height away: a sixteenth of its shorter side is then as large as print at 40 cm. */
const LEAST_SHARE = 1 / 16;
/** A strip holds two or three lines, and is seen from further away than it is high. */
const LEAST_SHARE_OF_STRIP = 1 / 4;
const STRIP_ASPECT = 2.6;
const SIZE_STEP = 0.88;
/** A line has room for so many Chinese characters, or twice as many letters: fewer are no line any more. */
const EMS_A_LINE = 7;
/** Those of a status are fewer, and nothing is as large. */
const EMS_OF_STATUS = 4.5;
const STATUS_SHARE = 0.3;
/** The head: a line of a wall; of a totem one for the name and one for every clock. */
const HEAD_OF_WALL = 1.95;
const HEAD_OF_TOTEM = 5.6;

export function frameOf({ width, height }: { width: number; height: number }): LedFrame {
  const shorter = Math.min(width, height);
  const form = width / height >= STRIP_ASPECT ? "strip" : width >= height ? "wall" : "totem";
  const strip = form === "strip";
  const least = Math.max(LEAST_PX, Math.round(shorter * (strip ? LEAST_SHARE_OF_STRIP : LEAST_SHARE)));
  const pad = Math.max(2, Math.round(shorter * (strip ? 0.05 : 0.04)));
  return {
    form,
    width,
    height,
    least,
    sizes: sizesDownTo(least, strip ? height * 0.6 : Math.min(least * 3.4, (width - 2 * pad) / EMS_A_LINE)),
    statusSizes: sizesDownTo(least, Math.min(height * STATUS_SHARE, (width - 2 * pad) / EMS_OF_STATUS)),
    pad,
    over: strip ? least : Math.round(least * 1.2),
    lead: Math.round(strip ? Math.min(height * 0.5, least * 2) : least * (form === "wall" ? 2.4 : 1.8)),
    head: strip ? 0 : Math.round(least * (form === "wall" ? HEAD_OF_WALL : HEAD_OF_TOTEM)),
    foot: Math.max(2, Math.round(shorter / 90)),
  };
}

function sizesDownTo(least: number, most: number): [number, ...number[]] {
  const next = Math.round(most);
  return next <= least ? [least] : [next, ...sizesDownTo(least, Math.min(next - 1, most * SIZE_STEP))];
}
