import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp, { type Sharp } from "sharp";
import { type Crop, jpegWidth, LONGEST_SIDE, MOST_PIXELS, webpWidths } from "../../core/articles/picture.ts";
import { AppError } from "../../core/errors.ts";
import { doWork } from "../thread-work.server.ts";
import type { CutPicture, EncodedPicture, MediaWork } from "./work.server.ts";

/** The thread that decodes what people upload. Of all that its library can read, only these are let in. */
const KINDS: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
// One picture at a time, and nothing of it stays.
sharp.cache(false);
sharp.concurrency(1);

/** A picture that takes longer than this was made to. Seconds. */
const PATIENCE = 30;
const PAPER = "#ffffff";

doWork(async (work: MediaWork): Promise<EncodedPicture | CutPicture> => (work.kind === "keep" ? keep(work.bytes) : cut(work.bytes, work.crop)));

/**
 * A picture as it is kept: upright, in sRGB, on white where it was transparent, without a word of where and with what it was taken.
 * @throws AppError picture_kind, picture_broken, picture_too_large
 */
async function keep(bytes: Uint8Array): Promise<EncodedPicture> {
  const found = await fileTypeFromBuffer(bytes);
  if (!found || !KINDS.has(found.mime)) throw new AppError("picture_kind", { found: found?.mime ?? null });
  const { width, height } = await decoded(() => sharp(bytes, { limitInputPixels: false }).metadata());
  if (width * height > MOST_PIXELS) throw new AppError("picture_too_large", { width, height });
  const upright = open(bytes).autoOrient().flatten({ background: PAPER });
  return encoded(upright.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true }).webp({ quality: 92 }));
}

/** What is shown of a kept picture, at every width. */
async function cut(bytes: Uint8Array, { x, y, width, height }: Crop): Promise<CutPicture> {
  const part = open(bytes).extract({ left: x, top: y, width, height });
  const files: CutPicture["files"] = [];
  for (const wide of webpWidths(width)) files.push({ type: "webp", ...(await encoded(part.clone().resize({ width: wide }).webp({ quality: 80 }))) });
  files.push({
    type: "jpeg",
    ...(await encoded(
      part
        .clone()
        .resize({ width: jpegWidth(width) })
        .jpeg({ quality: 80, mozjpeg: true }),
    )),
  });
  return { files };
}

const open = (bytes: Uint8Array): Sharp => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).timeout({ seconds: PATIENCE });

async function encoded(made: Sharp): Promise<EncodedPicture> {
  const { data, info } = await decoded(() => made.toBuffer({ resolveWithObject: true }));
  return { hash: createHash("sha256").update(data).digest("hex"), bytes: data, width: info.width, height: info.height };
}

/** Whatever the library says against a picture: it cannot be read. */
async function decoded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new AppError("picture_broken", { reason: error instanceof Error ? error.message : String(error) });
  }
}
