import { essenceOf } from "../clip.ts";
import { isoMediaSeconds } from "./iso-media.ts";
import { matroskaSeconds } from "./matroska.ts";
import { mpegAudioSeconds } from "./mpeg-audio.ts";
import { oggSeconds } from "./ogg.ts";
import { waveSeconds } from "./wave.ts";

/** Reads from bytes how long they play. Throws RangeError where they end too soon; every loop in it moves on with each turn. */
type Reading = (view: DataView) => number | null;

const READINGS: Readonly<Record<string, Reading>> = {
  "audio/mpeg": mpegAudioSeconds,
  "audio/wav": waveSeconds,
  "audio/ogg": oggSeconds,
  "audio/x-m4a": isoMediaSeconds,
  "audio/mp4": isoMediaSeconds,
  "video/mp4": isoMediaSeconds,
  "video/webm": matroskaSeconds,
};

/**
 * How long a sound or a film plays, as the file itself says it: what displays go by, all of them alike. Takes the time that it takes to pass over the
 * bytes once, and no memory, whatever is in them.
 * @param mime as the bytes tell it
 * @returns in seconds, to the millisecond; null: the file does not say, or is not whole enough to say
 */
export function clipSeconds(mime: string, bytes: Uint8Array): number | null {
  const read = READINGS[essenceOf(mime)];
  if (!read) return null;
  try {
    const seconds = Math.round((read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? 0) * 1000) / 1000;
    return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
