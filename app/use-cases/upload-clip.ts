import { type ClipKind, canBePlayed, isOfKind, LARGEST } from "../core/displays/clip.ts";
import { clipSeconds } from "../core/displays/clip-length/seconds.ts";
import { AppError } from "../core/errors.ts";
import { cleanText } from "../core/language/text.ts";
import { allow } from "./allow.ts";
import type { Actor, ClipPorts } from "./ports.ts";

export interface UploadClip {
  kind: ClipKind;
  /** As they came; their type is told by themselves, never by a name. */
  bytes: Uint8Array;
  /** Who speaks or made it, and by what right it is played. */
  rights: string;
}

const MOST_RIGHTS = 500;

/**
 * Keeps a sound or a film for displays. The very same bytes a second time are those that are there, with the rights that were said first.
 * A file that does not say how long it plays is refused: displays that share a playlist could not go on together after it.
 * @returns the hash under which it is kept
 * @throws AppError `not_allowed`, `invalid` (`fields`: "rights", "file", "length")
 */
export async function uploadClip(ports: ClipPorts, actor: Actor, { kind, bytes, rights }: UploadClip): Promise<string> {
  allow(actor, "displays.manage");
  const said = cleanText(rights);
  if (said === "" || said.length > MOST_RIGHTS) throw new AppError("invalid", { fields: ["rights"] });
  const mime = bytes.length > 0 && bytes.length <= LARGEST[kind] ? await ports.clips.typeOf(bytes) : null;
  if (mime === null || !isOfKind(mime, kind)) throw new AppError("invalid", { fields: ["file"] });
  const seconds = clipSeconds(mime, bytes);
  if (!canBePlayed(seconds)) throw new AppError("invalid", { fields: ["length"] });
  // The file is on the disk before anything names it.
  const clip = await ports.clips.keep(bytes);
  return ports.write(async (tx) => {
    const at = ports.now();
    if (await tx.clips.add({ ...clip, mime, seconds, rights: said, by: actor.id, at }))
      await tx.audit.note({ act: "media.upload", object: `clip:${clip.hash}`, by: actor.id, at, after: { mime, size: clip.size, seconds, rights: said } });
    return clip.hash;
  });
}
