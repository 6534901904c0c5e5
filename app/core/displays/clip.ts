/** What a loudspeaker plays and what a wall shows: formats that every browser of a kiosk knows. Told by the bytes themselves. */
const SOUNDS = ["audio/mpeg", "audio/wav", "audio/ogg", "audio/x-m4a", "audio/mp4"] as const;
const FILMS = ["video/mp4", "video/webm"] as const;

export type ClipKind = "sound" | "film";

/** In bytes. A device fetches it once and keeps it. */
export const LARGEST_SOUND = 20 * 1024 * 1024;
export const LARGEST_FILM = 60 * 1024 * 1024;
export const LARGEST: Readonly<Record<ClipKind, number>> = { sound: LARGEST_SOUND, film: LARGEST_FILM };

/** In seconds: below, nobody has seen it; above, nothing else would have its turn. */
const SHORTEST = 1;
const LONGEST = 3_600;

const isAmong = <Type extends string>(types: readonly Type[], mime: string): boolean => types.some((type) => type === mime);

/** A media type without what is said of it, such as its codecs. */
export const essenceOf = (mime: string): string => (mime.split(";")[0] ?? "").trim();

/** Whether something of a media type is what is asked for. */
export const isOfKind = (mime: string, kind: ClipKind): boolean => isAmong(kind === "sound" ? SOUNDS : FILMS, essenceOf(mime));

/** Whether something can have its turn that lasts so long; null: nobody knows how long. */
export const canBePlayed = (seconds: number | null): seconds is number => seconds !== null && seconds >= SHORTEST && seconds <= LONGEST;
