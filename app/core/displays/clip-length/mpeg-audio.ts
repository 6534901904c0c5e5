/** Kilobits a second by the header's four bits; 0: none that is said. */
const MPEG1 = {
  1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
};
const LATER = {
  1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  3: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const RATES = [44_100, 48_000, 32_000];
const HEAD = 4;
const ID3_HEAD = 10;

interface Frame {
  /** In bytes. */
  length: number;
  seconds: number;
}

/** MP3 and its elders: every frame counted, so that neither a changing bit rate nor a missing or lying index matters. */
export function mpegAudioSeconds(view: DataView): number | null {
  let seconds = 0;
  for (let at = afterTags(view); at + HEAD <= view.byteLength; ) {
    const frame = frameAt(view, at);
    // A frame by chance is followed by none.
    const isOne = frame && (at + frame.length + HEAD > view.byteLength || frameAt(view, at + frame.length) !== null || isTag(view, at + frame.length));
    if (isOne) seconds += frame.seconds;
    at += isOne ? frame.length : 1;
  }
  return seconds;
}

function frameAt(view: DataView, at: number): Frame | null {
  const head = view.getUint32(at);
  const [version, layer] = [(head >>> 19) & 3, 4 - ((head >>> 17) & 3)];
  if (head >>> 21 !== 0x7ff || version === 1 || layer === 4) return null;
  const rates = (version === 3 ? MPEG1 : LATER)[layer as 1 | 2 | 3];
  const bits = (rates[(head >>> 12) & 15] ?? 0) * 1000;
  const rate = (RATES[(head >>> 10) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  if (bits === 0 || rate === 0) return null;
  const samples = layer === 1 ? 384 : layer === 3 && version !== 3 ? 576 : 1152;
  const slot = layer === 1 ? 4 : 1;
  const padding = (head >>> 9) & 1;
  return { length: (Math.floor((samples * bits) / (8 * slot * rate)) + padding) * slot, seconds: samples / rate };
}

/** Words about the sound stand before it, in tags that say how long they are. */
function afterTags(view: DataView): number {
  let at = 0;
  while (at + ID3_HEAD <= view.byteLength && view.getUint32(at) >>> 8 === 0x49_44_33) {
    const length = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + (view.getUint8(at + place) & 127), 0);
    at += ID3_HEAD + length;
  }
  return at;
}

/** Or after it: "TAG", "APETAGEX". */
const isTag = (view: DataView, at: number): boolean => view.getUint32(at) >>> 8 === 0x54_41_47 || view.getUint32(at) === 0x41_50_45_54;
