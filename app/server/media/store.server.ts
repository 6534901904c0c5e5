import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { settle } from "../backup/files.server.ts";

/** Pictures as they were uploaded are for members; what was made of them is for everyone. Clips are sounds and films. */
export type Shelf = "originals" | "made" | "clips";

/** Where several instances share one database: the bytes of a picture on a shelf; null: there is none. */
export type SharedBytes = (shelf: Shelf, hash: string) => Promise<Uint8Array | null>;

/** Pictures on disk, each under the hash of its bytes and never changed. */
export interface MediaStore {
  /** Resolves when the file has reached the disk under its name. */
  put(shelf: Shelf, name: string, bytes: Uint8Array): Promise<void>;
  /** Path of a file that is there, or was fetched from the database; null: there is no such picture. */
  find(shelf: Shelf, name: string): Promise<string | null>;
  read(shelf: Shelf, name: string): Promise<Buffer | null>;
}

/** @param shared null: the folder is all there is */
export function openMediaStore(dataDir: string, shared: SharedBytes | null): MediaStore {
  const pathOf = (shelf: Shelf, name: string): string => join(dataDir, "media", shelf, name);

  async function put(shelf: Shelf, name: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(shelf, name);
    if (await isFile(path)) return;
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    const unfinished = join(folder, `.${randomBytes(6).toString("hex")}`);
    try {
      const handle = await open(unfinished, "wx");
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    for (const above of [folder, dirname(folder)]) await settle(above);
  }

  async function find(shelf: Shelf, name: string): Promise<string | null> {
    const path = pathOf(shelf, name);
    if (await isFile(path)) return path;
    const hash = name.split(".")[0] ?? "";
    const bytes = await shared?.(shelf, hash);
    if (!bytes || createHash("sha256").update(bytes).digest("hex") !== hash) return null;
    await put(shelf, name, bytes);
    return path;
  }

  return {
    put,
    find,
    async read(shelf, name) {
      const path = await find(shelf, name);
      return path === null ? null : readFile(path);
    },
  };
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
