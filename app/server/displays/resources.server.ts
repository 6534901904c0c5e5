import { createHash } from "node:crypto";
import type { Resource } from "../../core/displays/manifest.ts";
import { compress, type Encoding, isCompressible } from "../http/encoding.server.ts";

/** Bytes in memory, or where to find the path of a file. */
export type Source = Buffer | (() => Promise<string | null>);

export interface Kept {
  source: Source;
  /** Media type. */
  type: string;
  /** In bytes. */
  bytes: number;
}

/** What devices ask for by its hash. */
export interface Resources {
  /** Keeps bytes, and says how a manifest lists them at an address. */
  add(path: string, type: string, body: Buffer, headers?: Record<string, string>): Resource;
  /** As `add`, of what is known by its hash already; kept again where it was forgotten. */
  addKnown(resource: Resource, source: Source): Resource;
  find(sha256: string): Kept | null;
  /** The bytes as they travel: each encoding made once. Null: they have none but their own. */
  encoded(sha256: string, encoding: Exclude<Encoding, "identity">): Promise<Buffer | null>;
  /** Forgets what no manifest has listed for a while. @param listed hashes of what is listed now */
  sweep(listed: ReadonlySet<string>): void;
}

/** A device that is at a former manifest gets so long to finish, in milliseconds. */
const KEPT_FOR_MS = 30 * 60_000;

export const sha256Of = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

export function openResources(now: () => number): Resources {
  const kept = new Map<string, Kept & { listedAt: number; encodings: Map<Encoding, Promise<Buffer>> }>();

  const keep = (sha256: string, one: Kept): void => {
    const known = kept.get(sha256);
    if (known) known.listedAt = now();
    else kept.set(sha256, { ...one, listedAt: now(), encodings: new Map() });
  };

  return {
    add(path, type, body, headers) {
      const sha256 = sha256Of(body);
      keep(sha256, { source: body, type, bytes: body.length });
      return { sha256, bytes: body.length, type, path, ...(headers && { headers }) };
    },
    addKnown(resource, source) {
      keep(resource.sha256, { source, type: resource.type, bytes: resource.bytes });
      return resource;
    },
    find: (sha256) => kept.get(sha256) ?? null,
    async encoded(sha256, encoding) {
      const one = kept.get(sha256);
      if (!one || !Buffer.isBuffer(one.source) || !isCompressible(one.type, one.bytes)) return null;
      const made = one.encodings.get(encoding) ?? compress(one.source, encoding, "quick");
      one.encodings.set(encoding, made);
      return made;
    },
    sweep(listed) {
      for (const [sha256, one] of kept) {
        if (listed.has(sha256)) one.listedAt = now();
        else if (now() - one.listedAt > KEPT_FOR_MS) kept.delete(sha256);
      }
    },
  };
}
