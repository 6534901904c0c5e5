/** A box's content: its type, and where it begins and ends. */
interface Box {
  type: string;
  from: number;
  to: number;
}

const SMALL = 0xffff_ffff;
const LARGE = 0xffff_ffff_ffff_ffffn;

/** MP4 and M4A (ISO/IEC 14496-12): the movie header's duration; of a file in fragments, that of the fragments. */
export function isoMediaSeconds(view: DataView): number | null {
  const movie = find(view, "moov", 0, view.byteLength);
  const header = movie && find(view, "mvhd", movie.from, movie.to);
  if (!header) return null;
  const isLong = view.getUint8(header.from) === 1;
  const scale = view.getUint32(header.from + (isLong ? 20 : 12));
  const ticks = duration(view, header.from + (isLong ? 24 : 16), isLong) || fragmented(view, movie);
  return scale > 0 && ticks ? ticks / scale : null;
}

function fragmented(view: DataView, movie: Box): number | null {
  const extends_ = find(view, "mvex", movie.from, movie.to);
  const header = extends_ && find(view, "mehd", extends_.from, extends_.to);
  return header && duration(view, header.from + 4, view.getUint8(header.from) === 1);
}

/** All ones: nobody knows. */
function duration(view: DataView, at: number, isLong: boolean): number | null {
  if (!isLong) return view.getUint32(at) === SMALL ? null : view.getUint32(at);
  return view.getBigUint64(at) === LARGE ? null : Number(view.getBigUint64(at));
}

/** The first box of a type; null: there is none before the end, or before something that is no box. */
function find(view: DataView, type: string, from: number, to: number): Box | null {
  for (let at = from; at + 8 <= to; ) {
    const box = boxAt(view, at, to);
    if (!box || box.to > to) return null;
    if (box.type === type) return box;
    at = box.to;
  }
  return null;
}

function boxAt(view: DataView, at: number, to: number): Box | null {
  const said = view.getUint32(at);
  const type = String.fromCharCode(...[4, 5, 6, 7].map((place) => view.getUint8(at + place)));
  // 1: the length follows in eight bytes; 0: all that is left.
  const head = said === 1 ? 16 : 8;
  const length = said === 1 ? Number(view.getBigUint64(at + 8)) : said === 0 ? to - at : said;
  return length < head ? null : { type, from: at + head, to: at + length };
}
