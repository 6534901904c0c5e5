import { create } from "qrcode";
import { useMemo } from "react";

/** White around a code, in modules: readers need it (ISO/IEC 18004). */
const QUIET = 4;

/** An address as a code for a phone's camera, made here: nothing is asked for it. Dark on white in every set of colours. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const { size, path } = useMemo(() => drawn(address), [address]);
  const whole = size + 2 * QUIET;
  return (
    <svg className="qr" viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The dark modules of a code, row by row as stretches. */
function drawn(address: string): { size: number; path: string } {
  const { size, data } = create(address, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let row = 0; row < size; row += 1) {
    let from = -1;
    for (let column = 0; column <= size; column += 1) {
      const dark = column < size && data[row * size + column] === 1;
      if (dark && from < 0) from = column;
      if (!dark && from >= 0) {
        path += `M${from} ${row}h${column - from}v1H${from}z`;
        from = -1;
      }
    }
  }
  return { size, path };
}
