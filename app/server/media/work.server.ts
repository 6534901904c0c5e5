import type { Crop, PictureType } from "../../core/articles/picture.ts";

/** What the thread that decodes is asked. */
export type MediaWork = { kind: "keep"; bytes: Uint8Array } | { kind: "cut"; bytes: Uint8Array; crop: Crop };

export interface EncodedPicture {
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: string;
  bytes: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
}

export interface CutPicture {
  files: ({ type: PictureType } & EncodedPicture)[];
}
