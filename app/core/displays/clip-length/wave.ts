const FORMAT = 0x66_6d_74_20;
const DATA = 0x64_61_74_61;
const HEAD = 8;

/** WAV: its data, by the bytes a second that its format says. */
export function waveSeconds(view: DataView): number | null {
  let bytesASecond = 0;
  for (let at = 12; at + HEAD <= view.byteLength; ) {
    const [name, length] = [view.getUint32(at), view.getUint32(at + 4, true)];
    if (name === FORMAT) bytesASecond = view.getUint32(at + HEAD + 8, true);
    // Who records to a pipe cannot say how much it will be.
    if (name === DATA) return bytesASecond > 0 ? Math.min(length, view.byteLength - at - HEAD) / bytesASecond : null;
    at += HEAD + length + (length % 2);
  }
  return null;
}
