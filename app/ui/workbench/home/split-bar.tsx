import { FIGURES, type Figures, sumOf } from "../../../core/workflow/figures.ts";

/** What is there at all is seen, however little of the whole it is: in hundredths. */
const LEAST = 1.5;

/** Parts of a whole as one bar; the numbers stand beside it in words. */
export function SplitBar({ figures }: { figures: Figures }) {
  const sum = sumOf(figures);
  const widths = FIGURES.map((one) => (figures[one] > 0 ? Math.max(LEAST, (figures[one] / sum) * 100) : 0));
  const scale = 100 / widths.reduce((a, b) => a + b, 0);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((a, b) => a + b, 0) * scale);
  return (
    <svg className="split-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      {sum > 0 &&
        FIGURES.map((one, index) => {
          const width = (widths[index] ?? 0) * scale;
          return width > 0 && <rect key={one} className={`is-${one}`} x={starts[index]} y="0" width={width} height="6" />;
        })}
    </svg>
  );
}
