import { mediaPath } from "../../core/articles/picture.ts";
import type { Database } from "../db/database.server.ts";
import type { SharedBytes } from "../media/store.server.ts";
import type { Reading } from "./reading.server.ts";

/** The bytes of pictures where several instances share one database; null where each has its folder (SQLite). */
export function sharedPictures({ provider, read }: Database): SharedBytes | null {
  if (provider !== "postgresql") return null;
  return async (shelf, hash) => {
    const named =
      shelf === "clips"
        ? await read.clip.findUnique({ where: { hash }, select: { hash: true } })
        : await read.media.findFirst({ where: { hash, madeOf: shelf === "made" ? { not: null } : null }, select: { hash: true } });
    return named && ((await read.mediaBytes.findUnique({ where: { hash } }))?.bytes ?? null);
  };
}

/** A picture that was uploaded, as one chooses from them. */
export interface UploadedPicture {
  hash: string;
  width: number;
  height: number;
  /** Whose it is, and by what right it is shown. */
  rights: string;
  /** Address of a small picture. */
  thumbnail: string;
}

const NEWEST = 60;
const SMALL = 480;

/** The newest uploads, the newest first. What was cut out of one is small enough to know it by; the other is shown itself. */
export function readUploads({ db }: Reading): Promise<UploadedPicture[]> {
  return db.snapshot(async (tx) => {
    const uploads = await tx.media.findMany({
      where: { madeOf: null },
      orderBy: [{ at: "desc" }, { hash: "asc" }],
      take: NEWEST,
      select: { hash: true, width: true, height: true, rights: true },
    });
    const small = await tx.media.findMany({
      where: { madeOf: { in: uploads.map(({ hash }) => hash) }, mime: "image/webp", width: { lte: SMALL } },
      select: { hash: true, madeOf: true },
    });
    const shown = new Map(small.map(({ hash, madeOf }) => [madeOf, mediaPath({ hash, type: "webp" })]));
    return uploads.map((upload) => ({ ...upload, thumbnail: shown.get(upload.hash) ?? `/workbench/pictures/${upload.hash}` }));
  });
}
