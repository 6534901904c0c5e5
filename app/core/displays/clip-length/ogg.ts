const PAGE = 0x4f_67_67_53;
/** A page's head up to the table of its segments. */
const HEAD = 27;
const NO_GRANULE = 0xffff_ffff_ffff_ffffn;

/** Ogg with Opus or Vorbis: the last page of its stream says how many samples came before. */
export function oggSeconds(view: DataView): number | null {
  if (view.getUint32(0) !== PAGE) return null;
  const first = packetOf(view);
  const serial = view.getUint32(14);
  for (let at = view.byteLength - HEAD; at > 0; at -= 1) {
    if (view.getUint8(at) !== 0x4f || view.getUint32(at) !== PAGE || view.getUint32(at + 14) !== serial) continue;
    const samples = view.getBigUint64(at + 6, true);
    if (samples !== NO_GRANULE) return first && (Number(samples) - first.skipped) / first.rate;
  }
  return null;
}

/** What the first packet says: samples a second, and how many of them are not heard. */
function packetOf(view: DataView): { rate: number; skipped: number } | null {
  const at = HEAD + view.getUint8(HEAD - 1);
  const name = (from: number, length: number) => String.fromCharCode(...Array.from({ length }, (_, place) => view.getUint8(from + place)));
  // Opus counts by 48 kHz, whatever was recorded.
  if (name(at, 8) === "OpusHead") return { rate: 48_000, skipped: view.getUint16(at + 10, true) };
  if (name(at + 1, 6) === "vorbis") return { rate: view.getUint32(at + 12, true), skipped: 0 };
  return null;
}
