import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { canBePlayed } from "../clip.ts";
import { box, fragmentedMp4, movieHeader, mp3, mp4, opus, wav, webm } from "./clip-samples.ts";
import { clipSeconds } from "./seconds.ts";

const SAMPLES: readonly (readonly [mime: string, bytes: Uint8Array, seconds: number])[] = [
  ["video/mp4", mp4(42), 42],
  ["video/mp4", fragmentedMp4(7), 7],
  ["audio/x-m4a", mp4(90), 90],
  ["video/webm", webm(12.345), 12.345],
  ["audio/mpeg", mp3(100), 2.612],
  ["audio/wav", wav(3), 3],
  ["audio/ogg; codecs=opus", opus(20), 20],
];

describe("how long a file plays", () => {
  it.each(SAMPLES)("is what it says itself: %s", (mime, bytes, seconds) => expect(clipSeconds(mime, bytes)).toBe(seconds));

  it("counts in eight bytes where four are too few", () => {
    const long = Uint8Array.from([...box("ftyp", []), ...box("moov", movieHeader(90_000, 90_000n * 60n * 60n * 20n, true))]);
    expect(clipSeconds("video/mp4", long)).toBe(72_000);
  });

  it.each([
    ["a film that was recorded without its end being written down", "video/webm", webm(null)],
    ["a movie that says nobody knows", "video/mp4", Uint8Array.from(box("moov", movieHeader(600, 0xffff_ffff)))],
    ["a movie without ticks a second", "video/mp4", Uint8Array.from(box("moov", movieHeader(0, 600)))],
    ["a length that is no number", "video/webm", webm(Number.NaN)],
    ["a length below nothing", "video/webm", webm(-5)],
    ["no sound at all", "audio/mpeg", new Uint8Array(5_000)],
    ["a type that nobody plays", "video/x-msvideo", mp4(3)],
    ["nothing", "video/mp4", new Uint8Array()],
  ])("is not known of %s", (_, mime, bytes) => expect(clipSeconds(mime, bytes)).toBeNull());

  test("no bytes, however cut or changed, make it throw, go astray or go on for ever", () => {
    const changes = fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.nat(4_000), changes, ([mime, bytes], length, changed) => {
        const torn = bytes.slice(0, length);
        for (const [at, value] of changed) if (at < torn.length) torn[at] = value;
        const seconds = clipSeconds(mime, torn);
        expect(seconds === null || (Number.isFinite(seconds) && seconds > 0)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it("takes one pass over the bytes, even where each of them may begin something", () => {
    // As many beginnings as there can be: boxes without content, elements without content, frames that are none.
    const large = 8 * 1024 * 1024;
    const boxes = new Uint8Array(large).map((_, at) => (at % 8 === 3 ? 8 : 65));
    const elements = new Uint8Array(large).map((_, at) => (at % 2 === 0 ? 0xec : 0x80));
    const frames = new Uint8Array(large).fill(0xff);
    const pages = new Uint8Array(large).map((_, at) => "OggS".charCodeAt(at % 4));
    const all = [
      ["video/mp4", boxes],
      ["video/webm", elements],
      ["audio/mpeg", frames],
      ["audio/ogg", pages],
    ] as const;
    const time = (work: () => void) => {
      const began = performance.now();
      work();
      return performance.now() - began;
    };
    const read = (share: number) => time(() => all.map(([mime, bytes]) => clipSeconds(mime, bytes.subarray(0, large / share))));
    read(1);
    const [eighth, whole] = [read(8), read(1)];
    // Eight times the bytes: eight times the time, with room for a busy machine; by their square it would be sixty-four times.
    expect(whole).toBeLessThan(Math.max(eighth, 5) * 32);
  });
});

it("only what has its turn and leaves one to others is played", () => {
  expect([null, 0.4, 1, 90, 3_600, 3_601].map(canBePlayed)).toEqual([false, false, true, true, true, false]);
});
