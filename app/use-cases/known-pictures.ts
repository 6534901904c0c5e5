import { picturesIn } from "../core/articles/picture.ts";
import type { ArticleTree } from "../core/articles/tree.ts";
import { AppError } from "../core/errors.ts";
import { hashOf } from "../core/hash.ts";
import type { Tx } from "./ports.ts";

/**
 * A tree may show only pictures that were made here, each file of the upload that it names.
 * @param before the tree as it is stored: what it shows was asked about when it came
 * @throws AppError `invalid`
 */
export async function assertPicturesKnown(tx: Tx, tree: ArticleTree, before: ArticleTree): Promise<void> {
  const known = new Set(picturesIn(before).map(hashOf));
  for (const picture of picturesIn(tree)) {
    if (known.has(hashOf(picture))) continue;
    const made = await tx.media.madeOf(picture.original);
    const whole = picture.files.every((file) =>
      made.some(({ hash, mime, width }) => hash === file.hash && mime === `image/${file.type}` && width === file.width),
    );
    const sized = made.some(
      ({ hash, width, height }) => picture.files.some((file) => file.hash === hash) && width === picture.width && height === picture.height,
    );
    if (!whole || !sized) throw new AppError("invalid", { faults: [`picture:${picture.original}`] });
  }
}
