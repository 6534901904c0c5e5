const [WIDTH, HEIGHT, GAP] = [100, 30, 1];
/** Bars of the first days are no wider than those of later ones. */
const MOST_DAYS = 14;

interface Bar {
  day: string;
  /** How much of `of`. */
  part: number;
  of: number;
}

/** A bar a day, each beginning at nothing and ending at its whole; the numbers stand beside it as a table. */
export function DayBars({ bars }: { bars: readonly Bar[] }) {
  const step = WIDTH / Math.max(MOST_DAYS, bars.length);
  return (
    <svg className="day-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {bars.map(({ day, part, of }, index) => {
        const height = of === 0 ? 0 : (HEIGHT * part) / of;
        return (
          <g key={day}>
            <rect className="of" x={index * step} y="0" width={step - GAP} height={HEIGHT} />
            <rect x={index * step} y={HEIGHT - height} width={step - GAP} height={height} />
          </g>
        );
      })}
    </svg>
  );
}
