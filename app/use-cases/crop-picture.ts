import { type Crop, faultsOfCrop, type Picture } from "../core/articles/picture.ts";
import { AppError } from "../core/errors.ts";
import { allow } from "./allow.ts";
import type { Actor, PicturePorts } from "./ports.ts";

export interface CropPicture {
  /** Hash of the upload. */
  original: string;
  crop: Crop;
}

/**
 * Makes what an article shows of an uploaded picture, at every width. The same part a second time is the same picture.
 * @throws AppError not_allowed, not_found, invalid (`faults`), busy
 */
export async function cropPicture(ports: PicturePorts, actor: Actor, { original: hash, crop }: CropPicture): Promise<Picture> {
  allow(actor, "words.edit");
  const original = await ports.write((tx) => tx.media.original(hash));
  if (!original) throw new AppError("not_found");
  const faults = faultsOfCrop(crop, original);
  if (faults.length) throw new AppError("invalid", { faults });
  const files = await ports.pictures.cut(hash, crop);
  const largest = files.reduce((a, b) => (b.width > a.width ? b : a));
  await ports.write(async (tx) => {
    const at = ports.now();
    if (await tx.media.add(files, { madeOf: hash, rights: original.rights, by: actor.id, at }))
      await tx.audit.note({ act: "media.crop", object: `media:${hash}`, by: actor.id, at, after: { crop, files: files.map((file) => file.hash) } });
  });
  const { width, height } = largest;
  return { original: hash, crop, width, height, files: files.map((file) => ({ hash: file.hash, type: file.type, width: file.width })) };
}
