/** Ids of elements, as they stand in the file. */
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TICK = 0x2ad7b1;
const DURATION = 0x4489;

/** An element's content; `to` is that of what it stands in where its length is not said. */
interface Element {
  id: number;
  from: number;
  to: number;
  isEndKnown: boolean;
}

/** WebM (Matroska, RFC 9559): what its info says. A recording whose end was never written down has none: players cannot find their way in it either. */
export function matroskaSeconds(view: DataView): number | null {
  const segment = find(view, SEGMENT, 0, view.byteLength);
  const info = segment && find(view, INFO, segment.from, segment.to);
  const duration = info && find(view, DURATION, info.from, info.to);
  if (!duration) return null;
  const length = duration.to - duration.from;
  if (length !== 4 && length !== 8) return null;
  const ticks = length === 4 ? view.getFloat32(duration.from) : view.getFloat64(duration.from);
  const tick = find(view, TICK, info.from, info.to);
  const nanoseconds = tick ? whole(view, tick.from, tick.to) : 1_000_000;
  return (ticks * nanoseconds) / 1e9;
}

/** The first element of an id; null: there is none before the end, or before one whose end nobody knows. */
function find(view: DataView, id: number, from: number, to: number): Element | null {
  for (let at = from; at < to; ) {
    const element = elementAt(view, at, to);
    if (!element || element.to > to) return null;
    if (element.id === id) return element;
    if (!element.isEndKnown) return null;
    at = element.to;
  }
  return null;
}

function elementAt(view: DataView, at: number, to: number): Element | null {
  const idLength = lengthOf(view.getUint8(at));
  if (idLength > 4) return null;
  const size = at + idLength;
  const sizeLength = lengthOf(view.getUint8(size));
  if (sizeLength > 8) return null;
  const from = size + sizeLength;
  const said = (view.getUint8(size) & (0xff >> sizeLength)) * 256 ** (sizeLength - 1) + whole(view, size + 1, from);
  // All ones: not said.
  const isEndKnown = said !== 2 ** (7 * sizeLength) - 1;
  return { id: whole(view, at, size), from, to: isEndKnown ? from + said : to, isEndKnown };
}

/** Of a number that begins so, by its first bit; 9: none. */
const lengthOf = (first: number): number => Math.clz32(first) - 23;

function whole(view: DataView, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to && at < from + 8; at += 1) value = value * 256 + view.getUint8(at);
  return value;
}
