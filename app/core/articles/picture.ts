import { type ArticleTree, walk } from "./tree.ts";

/** A part of a picture, in whole pixels of the picture as it is kept. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type PictureType = "webp" | "jpeg";

/** A picture's bytes at one size. */
export interface PictureFile {
  /** SHA-256 of the bytes, in hexadecimal: its name everywhere. */
  hash: string;
  type: PictureType;
  /** In pixels; its height follows from the picture's own. */
  width: number;
}

/** A picture as an article shows it. Everything that a page needs stands here, so that an edition pins it by the bytes themselves. */
export interface Picture {
  /** SHA-256 of the uploaded picture as it is kept, which only members see. */
  original: string;
  /** What of the original is shown. */
  crop: Crop;
  /** Of its largest file, in pixels. */
  width: number;
  height: number;
  /** WebP from narrow to wide, and one JPEG for browsers that know no WebP. */
  files: PictureFile[];
}

/** Of an upload, in bytes. */
export const LARGEST_UPLOAD = 12 * 1024 * 1024;
/** Of an upload, in pixels: what a phone's best camera takes. A small file may unpack to any size. */
export const MOST_PIXELS = 64_000_000;
/** Of what is kept of an upload, in pixels: enough to be cropped again. */
export const LONGEST_SIDE = 3_200;
/** Of what is shown, in pixels: less than this nobody recognises. */
export const SHORTEST_SIDE = 48;
const WIDTHS = [480, 960, 1_600];
const WIDTH_OF_JPEG = 960;
const MOST_FILES = 8;

/** How wide a picture is made when so much of it is shown: never wider than it is. */
export const webpWidths = (shown: number): number[] =>
  [...WIDTHS.filter((width) => width < shown), Math.min(shown, Math.max(...WIDTHS))].filter((width, index, all) => all.indexOf(width) === index);
export const jpegWidth = (shown: number): number => Math.min(shown, WIDTH_OF_JPEG);

export const mediaPath = ({ hash, type }: Pick<PictureFile, "hash" | "type">): string => `/media/${hash}.${EXTENSION[type]}`;
export const EXTENSION: Readonly<Record<PictureType, string>> = { webp: "webp", jpeg: "jpg" };

/** What a page names of a picture: `srcSet` for browsers that know WebP, `src` for those that do not. */
export function sourcesOf({ files }: Picture): { srcSet: string; src: string } {
  const jpeg = files.find(({ type }) => type === "jpeg") ?? files[0];
  const webp = files.filter(({ type }) => type === "webp");
  return { srcSet: webp.map((file) => `${mediaPath(file)} ${file.width}w`).join(", "), src: jpeg ? mediaPath(jpeg) : "" };
}

/** Every picture of an article, in the order in which they are read. */
export const picturesIn = (tree: ArticleTree): Picture[] => [...walk(tree)].flatMap((node) => (node.kind === "figure" ? [node.picture] : []));

/** The picture that a segment is said of; null: of none. */
export function pictureOf(tree: ArticleTree, segment: string): Picture | null {
  const figure = [...walk(tree)].find((node) => node.kind === "figure" && node.children.some(({ id }) => id === segment));
  return figure?.kind === "figure" ? figure.picture : null;
}

/** What is wrong with a crop of a picture of this size, as short codes; empty when it may be cut. */
export function faultsOfCrop({ x, y, width, height }: Crop, whole: { width: number; height: number }): string[] {
  const least = (side: number) => Math.min(SHORTEST_SIDE, side);
  if (x < 0 || y < 0 || x + width > whole.width || y + height > whole.height) return ["crop:outside"];
  return width < least(whole.width) || height < least(whole.height) ? ["crop:small"] : [];
}

/** A picture from data that came from elsewhere: only what a picture has, nothing else; null when it is none. */
export function readPicture(data: unknown): Picture | null {
  if (!isRecord(data) || !isHash(data.original) || !isSide(data.width) || !isSide(data.height)) return null;
  const crop = readCrop(data.crop);
  if (!crop || !Array.isArray(data.files) || data.files.length === 0 || data.files.length > MOST_FILES) return null;
  const files = data.files.flatMap((file): PictureFile[] => {
    if (!isRecord(file) || !isHash(file.hash) || !isSide(file.width) || (file.type !== "webp" && file.type !== "jpeg")) return [];
    return [{ hash: file.hash, type: file.type, width: file.width }];
  });
  if (files.length !== data.files.length) return null;
  return { original: data.original, crop, width: data.width, height: data.height, files };
}

/** A crop from data that came from elsewhere; whether it lies within its picture is `faultsOfCrop`'s to say. */
export function readCrop(data: unknown): Crop | null {
  if (!isRecord(data) || !isPlace(data.x) || !isPlace(data.y) || !isSide(data.width) || !isSide(data.height)) return null;
  return { x: data.x, y: data.y, width: data.width, height: data.height };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
export const isHash = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isSide = (value: unknown): value is number => isPlace(value) && value > 0;
