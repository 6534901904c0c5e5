import type { Crop, PictureType } from "../core/articles/picture.ts";
import type { Ports } from "./ports.ts";

/** What use-cases about pictures need besides. */
export interface PicturePorts extends Ports {
  pictures: PictureWorks;
}

/** A picture on the disk, and what is to be noted of it. */
export interface KeptPicture {
  /** SHA-256 of its bytes, in hexadecimal. */
  hash: string;
  mime: string;
  /** In pixels. */
  width: number;
  height: number;
  /** In bytes. */
  size: number;
  /** Null where the disk is the only place for them. */
  bytes: Uint8Array | null;
}

/** An upload as it is kept. */
export interface UploadedOriginal {
  hash: string;
  width: number;
  height: number;
  /** Whose it is, and by what right it is shown. */
  rights: string;
}

/** Decodes and encodes pictures, and keeps what comes of it. */
export interface PictureWorks {
  /** An upload, upright and without what its camera wrote into it. @throws AppError picture_kind, picture_broken, picture_too_large, busy */
  keep(bytes: Uint8Array): Promise<KeptPicture>;
  /** What is shown of an upload, at every width. @throws AppError busy */
  cut(original: string, crop: Crop): Promise<({ type: PictureType } & KeptPicture)[]>;
}

/** What use-cases about sounds and films need besides. */
export interface ClipPorts extends Ports {
  clips: ClipWorks;
}

/** A sound or a film on the disk. */
export interface KeptClip {
  /** SHA-256 of its bytes, in hexadecimal. */
  hash: string;
  /** In bytes. */
  size: number;
  /** Null where the disk is the only place for them. */
  bytes: Uint8Array | null;
}

export interface ClipWorks {
  /** The media type that the bytes themselves tell; null: none that is known. */
  typeOf(bytes: Uint8Array): Promise<string | null>;
  keep(bytes: Uint8Array): Promise<KeptClip>;
}
