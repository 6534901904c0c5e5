/** Files as small as they come, for tests: what tells their length, and nothing to be heard or seen. */
const text = (words: string): number[] => [...words].map((letter) => letter.charCodeAt(0));
const big = (value: number | bigint, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, place) => Number((BigInt(value) >> BigInt(8 * (bytes - 1 - place))) & 255n));
const little = (value: number, bytes: number): number[] => big(value, bytes).reverse();

export const box = (type: string, content: readonly number[]): number[] => [...big(8 + content.length, 4), ...text(type), ...content];

/** A movie's header. `long`: with the eight bytes of version 1. */
export const movieHeader = (scale: number, ticks: number | bigint, long = false): number[] =>
  box("mvhd", [long ? 1 : 0, 0, 0, 0, ...big(0, long ? 16 : 8), ...big(scale, 4), ...big(ticks, long ? 8 : 4), ...big(0, 80)]);

export const mp4 = (seconds: number): Uint8Array =>
  Uint8Array.from([...box("ftyp", text("isom\0\0\0\0isom")), ...box("mdat", big(0, 40)), ...box("moov", movieHeader(600, seconds * 600))]);

/** In fragments: the header of the movie says nothing, that of its fragments does. */
export const fragmentedMp4 = (seconds: number): Uint8Array =>
  Uint8Array.from([
    ...box("ftyp", text("iso5\0\0\0\0iso5")),
    ...box("moov", [...movieHeader(1000, 0), ...box("mvex", box("mehd", [0, 0, 0, 0, ...big(seconds * 1000, 4)]))]),
  ]);

/** An element with its length in eight bytes, as encoders write what they fill in later. */
const element = (id: readonly number[], content: readonly number[], length: readonly number[] = [1, ...big(content.length, 7)]): number[] => [
  ...id,
  ...length,
  ...content,
];
const UNKNOWN = [1, 255, 255, 255, 255, 255, 255, 255];

const float = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)].reverse();

/** @param seconds null: never written down */
export const webm = (seconds: number | null): Uint8Array => {
  const info = [...element([0x2a, 0xd7, 0xb1], big(1_000_000, 3)), ...(seconds === null ? [] : element([0x44, 0x89], float(seconds * 1000)))];
  const type = element([0x42, 0x82], text("webm"));
  const inside = [...element([0xec], big(0, 20)), ...element([0x15, 0x49, 0xa9, 0x66], info), ...element([0x1f, 0x43, 0xb6, 0x75], big(0, 9), UNKNOWN)];
  return Uint8Array.from([...element([0x1a, 0x45, 0xdf, 0xa3], type), ...element([0x18, 0x53, 0x80, 0x67], inside, UNKNOWN)]);
};

/** MPEG-1 layer III, 128 kbit/s at 44.1 kHz, behind a tag with words. */
export const mp3 = (frames: number): Uint8Array => {
  const tag = [...text("ID3"), 4, 0, 0, 0, 0, 1, 0, ...big(0, 128)];
  const frame = [0xff, 0xfb, 0x90, 0, ...big(0, 413)];
  return Uint8Array.from([...tag, ...Array.from({ length: frames }, () => frame).flat(), ...text("TAG"), ...big(0, 125)]);
};

export const wav = (seconds: number, rate = 8000): Uint8Array =>
  Uint8Array.from([
    ...text("RIFF"),
    ...little(36 + seconds * rate, 4),
    ...text("WAVEfmt "),
    ...little(16, 4),
    ...[...little(1, 2), ...little(1, 2), ...little(rate, 4), ...little(rate, 4), ...little(1, 2), ...little(8, 2)],
    ...text("data"),
    ...little(seconds * rate, 4),
    ...new Uint8Array(seconds * rate).fill(128),
  ]);

const page = (granule: number, serial: number, content: readonly number[]): number[] => [
  ...text("OggS"),
  0,
  0,
  ...little(granule, 8),
  ...little(serial, 4),
  ...big(0, 8),
  1,
  content.length,
  ...content,
];

/** Opus, at 48 kHz, of which the first 312 samples are not heard. */
export const opus = (seconds: number): Uint8Array =>
  Uint8Array.from([
    ...page(0, 7, [...text("OpusHead"), 1, 1, ...little(312, 2), ...little(48_000, 4), 0, 0, 0]),
    ...page(48_000, 7, big(0, 50)),
    ...page(seconds * 48_000 + 312, 7, big(0, 50)),
  ]);
