import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { EXTENSION, type PictureType } from "../../core/articles/picture.ts";
import type { ClipWorks, KeptPicture, PictureWorks } from "../../use-cases/ports.ts";
import { rangeOf } from "../http/range.server.ts";
import { openThread, workerFile } from "../thread.server.ts";
import { openMediaStore, type SharedBytes } from "./store.server.ts";
import type { CutPicture, EncodedPicture, MediaWork } from "./work.server.ts";

/** Pictures that people upload: decoded in a thread of their own, kept as files. */
export interface Media extends PictureWorks {
  /** Path of what was made of a picture, for everyone; null: there is none of that name. */
  made(hash: string, type: PictureType): Promise<string | null>;
  /** An upload as it is kept (WebP), for members; null: there is none. */
  original(hash: string): Promise<Buffer | null>;
  /** Path of a sound or a film; null: there is none. */
  clip(hash: string): Promise<string | null>;
  /** Which part of a file is asked for, by the header that asks. */
  part: typeof rangeOf;
  clips: ClipWorks;
  close(): Promise<void>;
}

/** A picture takes a second or two; behind so many others one may come again. */
const MOST_WAITING = 8;
const REST_MS = 30_000;

/** @param shared null: the folder is all there is, and no bytes go into the database */
export function openMedia(dataDir: string, shared: SharedBytes | null): Media {
  const store = openMediaStore(dataDir, shared);
  const file = workerFile(import.meta.url, "worker.server.ts", "media-worker.js");
  const thread = openThread<MediaWork, EncodedPicture | CutPicture>({ file, mostWaiting: MOST_WAITING, restMs: REST_MS });
  const kept = ({ bytes, ...made }: EncodedPicture, type: PictureType): KeptPicture => ({
    ...made,
    mime: `image/${type}`,
    size: bytes.length,
    bytes: shared && bytes,
  });

  return {
    async keep(bytes) {
      const made = (await thread.ask({ kind: "keep", bytes })) as EncodedPicture;
      await store.put("originals", nameOf(made.hash, "webp"), made.bytes);
      return kept(made, "webp");
    },
    async cut(original, crop) {
      const bytes = await store.read("originals", nameOf(original, "webp"));
      if (!bytes) throw new Error(`the picture ${original} is not where it was kept`);
      const { files } = (await thread.ask({ kind: "cut", bytes, crop })) as CutPicture;
      for (const { hash, type, bytes: cut } of files) await store.put("made", nameOf(hash, type), cut);
      return files.map(({ type, ...made }) => ({ type, ...kept(made, type) }));
    },
    made: (hash, type) => store.find("made", nameOf(hash, type)),
    original: (hash) => store.read("originals", nameOf(hash, "webp")),
    clip: (hash) => store.find("clips", hash),
    part: rangeOf,
    clips: {
      typeOf: async (bytes) => (await fileTypeFromBuffer(bytes))?.mime ?? null,
      async keep(bytes) {
        const hash = createHash("sha256").update(bytes).digest("hex");
        await store.put("clips", hash, bytes);
        return { hash, size: bytes.length, bytes: shared && bytes };
      },
    },
    close: () => thread.close(),
  };
}

const nameOf = (hash: string, type: PictureType): string => `${hash}.${EXTENSION[type]}`;
