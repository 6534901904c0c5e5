import { compress, type Encoding, isCompressible } from "./encoding.server.ts";
import type { Header } from "./security-headers.server.ts";
import { weakTag } from "./validators.server.ts";

/** An answer of status 200 that is the same for everyone. */
export interface SharedPage {
  headers: readonly Header[];
  contentType: string;
  body: Buffer;
  /** When what it says may change; null: only by a new revision. */
  validUntil: Date | null;
}

/** A page as it is kept: for each encoding the bytes and the whole head, flat as `writeHead` takes it. */
export interface KeptPage {
  tag: string;
  encodings: Record<Encoding, { head: string[]; body: Buffer }>;
  /** The head of a 304. */
  heldHead: string[];
}

interface Entry extends KeptPage {
  revision: number;
  /** Milliseconds of the epoch. */
  validUntil: number;
  bytes: number;
  /** Whether it was asked for since it was last looked at for making room. */
  used: boolean;
}

export interface PageCache {
  /** The page, if what is kept is still what readers should see. */
  fresh(path: string): KeptPage | undefined;
  /**
   * The page, made by `make` unless somebody else is making it for the same revision already. What `make` returns is kept unless
   * it is null (not the same for everyone, or no success), has ended already, or the content moved on while it was made.
   * `null` says that the asker has to answer by itself.
   */
  obtain(path: string, make: () => Promise<SharedPage | null>): Promise<KeptPage | null>;
  clear(): void;
  /** Resolves when the pages kept so far have their best compression. */
  settled(): Promise<void>;
  bytes(): number;
}

/**
 * Pages in memory, keyed by path. Each knows the content revision that it was made from: no page outlives a change, and nothing
 * has to be swept when one is published. What nobody asks for goes first when `mostBytes` are reached.
 */
export function openPageCache({ revision, now, mostBytes = 64 * 1024 * 1024 }: { revision: () => number; now: () => number; mostBytes?: number }): PageCache {
  const entries = new Map<string, Entry>();
  const inMaking = new Map<string, Promise<KeptPage | null>>();
  let bytes = 0;
  let improving: Promise<void> = Promise.resolve();

  const drop = (path: string, entry: Entry) => {
    entries.delete(path);
    bytes -= entry.bytes;
  };

  const put = (path: string, entry: Entry) => {
    const former = entries.get(path);
    if (former) drop(path, former);
    entries.set(path, entry);
    bytes += entry.bytes;
    // Oldest first; who was asked for since its last turn gets another. Looking up a page so costs no reordering.
    for (const [oldest, candidate] of entries) {
      if (bytes <= mostBytes) break;
      if (!candidate.used) drop(oldest, candidate);
      else {
        candidate.used = false;
        entries.delete(oldest);
        entries.set(oldest, candidate);
      }
    }
  };

  /** One page after the other, so that a change of everything does not take both cores from those who wait. */
  const improve = (path: string, entry: Entry, page: SharedPage) => {
    improving = improving.then(async () => {
      if (entries.get(path) !== entry) return;
      const better = await encode(page, "best").catch(() => entry.encodings);
      if (entries.get(path) === entry) put(path, { ...entry, encodings: better, bytes: sizeOf(path, better) });
    });
  };

  return {
    fresh(path) {
      const entry = entries.get(path);
      if (!entry) return undefined;
      if (entry.revision !== revision() || entry.validUntil <= now()) {
        drop(path, entry);
        return undefined;
      }
      entry.used = true;
      return entry;
    },
    obtain(path, make) {
      const from = revision();
      const key = `${from} ${path}`;
      const already = inMaking.get(key);
      if (already) return already;
      const making = (async () => {
        const page = await make();
        if (!page) return null;
        const encodings = await encode(page, "quick");
        const validUntil = page.validUntil?.getTime() ?? Number.POSITIVE_INFINITY;
        const entry: Entry = {
          tag: weakTag(page.body),
          encodings,
          heldHead: heldHead(page),
          revision: from,
          validUntil,
          bytes: sizeOf(path, encodings),
          used: false,
        };
        if (revision() === from && validUntil > now()) {
          put(path, entry);
          improve(path, entry, page);
        }
        return entry;
      })().finally(() => inMaking.delete(key));
      inMaking.set(key, making);
      return making;
    },
    clear() {
      entries.clear();
      bytes = 0;
    },
    settled: () => improving,
    bytes: () => bytes,
  };
}

/** Objects and heads beside the bytes themselves, roughly. */
const OVERHEAD = 4096;
const sizeOf = (path: string, encodings: Entry["encodings"]): number =>
  OVERHEAD + path.length * 2 + Object.values(encodings).reduce((sum, { body }) => sum + body.length, 0);

const heldHead = (page: SharedPage): string[] => [...page.headers, ["etag", weakTag(page.body)], ["vary", "Accept-Encoding"]].flat() as string[];

async function encode(page: SharedPage, effort: "quick" | "best"): Promise<Entry["encodings"]> {
  const headWith = (body: Buffer, encoding: Encoding): string[] => [
    ...heldHead(page),
    "content-type",
    page.contentType,
    "content-length",
    String(body.length),
    ...(encoding === "identity" ? [] : ["content-encoding", encoding]),
  ];
  const plain = { head: headWith(page.body, "identity"), body: page.body };
  if (!isCompressible(page.contentType, page.body.length)) return { identity: plain, gzip: plain, br: plain };
  const [br, gz] = await Promise.all([compress(page.body, "br", effort), compress(page.body, "gzip", effort)]);
  return { identity: plain, gzip: { head: headWith(gz, "gzip"), body: gz }, br: { head: headWith(br, "br"), body: br } };
}
