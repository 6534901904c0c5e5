import { AppError } from "../core/errors.ts";
import { cleanText } from "../core/language/text.ts";
import { allow } from "./allow.ts";
import type { Actor, PicturePorts, UploadedOriginal } from "./ports.ts";

export interface UploadPicture {
  /** As they came; their kind is told by themselves, never by a name. */
  bytes: Uint8Array;
  /** Whose picture it is, and by what right it is shown. */
  rights: string;
}

/** So much is said about rights at most, in characters. */
const MOST_RIGHTS = 500;

/**
 * Keeps a picture for articles: upright, and without what its camera wrote into it. The very same picture a second time is the one that
 * is there, with the rights that were said first.
 * @throws AppError not_allowed, invalid (`faults`), picture_kind, picture_broken, picture_too_large, busy
 */
export async function uploadPicture(ports: PicturePorts, actor: Actor, { bytes, rights }: UploadPicture): Promise<UploadedOriginal> {
  allow(actor, "words.edit");
  const said = cleanText(rights).trim();
  if (!said || said.length > MOST_RIGHTS) throw new AppError("invalid", { faults: ["rights"] });
  // The file is on the disk before anything names it.
  const picture = await ports.pictures.keep(bytes);
  const { hash, mime, width, height, size } = picture;
  return ports.write(async (tx) => {
    const at = ports.now();
    if (await tx.media.add([picture], { madeOf: null, rights: said, by: actor.id, at }))
      await tx.audit.note({ act: "media.upload", object: `media:${hash}`, by: actor.id, at, after: { mime, width, height, size, rights: said } });
    const kept = await tx.media.original(hash);
    if (!kept) throw new AppError("internal");
    return kept;
  });
}
