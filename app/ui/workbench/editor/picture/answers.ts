import type { Picture } from "../../../../core/articles/picture.ts";
import type { ErrorCode } from "../../../../core/errors.ts";

/** An uploaded picture, as it is kept. */
export interface Upload {
  hash: string;
  /** In pixels. */
  width: number;
  height: number;
  /** Whose it is, and by what right it is shown. */
  rights: string;
}

/** An upload to choose, with something small to know it by. */
export interface UploadChoice extends Upload {
  /** Address of a small picture. */
  thumbnail: string;
}

export type PictureAnswer = { kind: "uploaded"; upload: Upload } | { kind: "cut"; picture: Picture } | { kind: "refused"; code: ErrorCode | "unreachable" };
