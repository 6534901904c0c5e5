import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Shelf, Step } from "./shelf.ts";

/** Length of every chunk of a file but its last, bytes. */
export const CHUNK = 1 << 20;

/** A file as it lies on the shelf: its chunks with the hash of each. A file of one chunk proves itself by its own name. */
interface FileRow {
  bytes: number;
  /** SHA-256 of each chunk there is. */
  chunks: string[];
  /** All of it is there and was seen to have the hash that is its name. */
  whole: boolean;
}

/** What is asked for and answers: as much of `fetch` as is used. */
export type Ask = (path: string, init: { headers: Record<string, string> }) => Promise<Response>;

/** The bytes that came are not those that the manifest names. */
export class WrongBytes extends Error {
  override name = "WrongBytes";
}

/** The device's verified files, each named by the SHA-256 of its bytes. */
export interface Files {
  /** Whether a file is there whole: every byte of it is hashed. What is broken is taken away. */
  verify(name: string): Promise<boolean>;
  /** All of its bytes, verified; null: not there, or broken. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * Gets a file and keeps it, going on where an earlier attempt broke off.
   * @throws WrongBytes, OutOfSpace, or what `ask` throws
   */
  obtain(name: string, bytes: number, ask: Ask): Promise<void>;
  /** Takes away every file but these. */
  keepOnly(names: ReadonlySet<string>): Promise<void>;
}

export function filesOn(shelf: Shelf): Files {
  const rowOf = async (name: string): Promise<FileRow | null> => {
    const row = (await shelf.get("resources", name)) as FileRow | undefined;
    return row && Array.isArray(row.chunks) && Number.isInteger(row.bytes) ? row : null;
  };

  /** Null: missing or not what it was. */
  async function chunk(name: string, index: number, hash: string | undefined): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = (await shelf.get("chunks", chunkKey(name, index))) as ArrayBuffer | undefined;
    return bytes instanceof ArrayBuffer && (await hashOfBytes(bytes)) === hash ? new Uint8Array(bytes) : null;
  }

  async function verify(name: string): Promise<boolean> {
    const row = await rowOf(name);
    if (!row?.whole) return false;
    if (provesItself(name, row)) {
      for (let index = 0; ; index += 1) {
        if (index === row.chunks.length) return true;
        if (!(await chunk(name, index, row.chunks[index]))) break;
      }
    }
    await shelf.change(dropSteps(name));
    return false;
  }

  /** How much of a file an earlier attempt left, as far as it can still be trusted. */
  async function begun(name: string, bytes: number): Promise<{ row: FileRow; hash: ReturnType<typeof sha256.create> }> {
    const hash = sha256.create();
    const fresh: FileRow = { bytes, chunks: [], whole: false };
    const row = await rowOf(name);
    if (!row || row.whole || row.bytes !== bytes) return { row: fresh, hash };
    for (const [index, expected] of row.chunks.entries()) {
      const found = await chunk(name, index, expected);
      if (!found) return { row: { ...fresh, chunks: row.chunks.slice(0, index) }, hash };
      hash.update(found);
    }
    return { row, hash };
  }

  return {
    verify,
    async read(name) {
      const row = await rowOf(name);
      if (!row?.whole || !provesItself(name, row)) return null;
      const all = new Uint8Array(row.bytes);
      for (const [index, expected] of row.chunks.entries()) {
        const found = await chunk(name, index, expected);
        if (!found) return null;
        all.set(found, index * CHUNK);
      }
      return all;
    },
    async obtain(name, bytes, ask) {
      const { row, hash } = await begun(name, bytes);
      const from = row.chunks.length * CHUNK;
      const keep = async (part: Uint8Array<ArrayBuffer>) => {
        const length = row.chunks.length * CHUNK + part.length;
        if (length < bytes && part.length < CHUNK) throw new Error(`${name.slice(0, 12)}: broke off`);
        const piece = part.slice().buffer;
        hash.update(part);
        row.chunks.push(await hashOfBytes(piece));
        row.whole = length === bytes;
        if (length > bytes || (row.whole && bytesToHex(hash.clone().digest()) !== name)) throw new WrongBytes(`${name.slice(0, 12)}: not these bytes`);
        const key = chunkKey(name, row.chunks.length - 1);
        await shelf.change([
          { shelf: "chunks", key, value: piece },
          { shelf: "resources", key: name, value: { ...row, chunks: [...row.chunks] } },
        ]);
      };
      try {
        if (from < bytes || bytes === 0)
          await receive(await ask(`/display/resources/${name}`, { headers: from > 0 ? { range: `bytes=${from}-` } : {} }), from, keep);
        if (!row.whole) throw new Error(`${name.slice(0, 12)}: broke off`);
      } catch (error) {
        if (error instanceof WrongBytes) await shelf.change(dropSteps(name));
        throw error;
      }
    },
    async keepOnly(names) {
      const there = (await shelf.keys("resources")) as string[];
      const chunks = (await shelf.keys("chunks")) as string[];
      const gone = new Set([...there, ...chunks.map((key) => key.split(":")[0] ?? "")].filter((name) => !names.has(name)));
      for (const name of gone) await shelf.change(dropSteps(name));
    },
  };
}

/** A body that brings nothing for so long is dead (ms). */
const STALLED = 20_000;

/** Hands a body over in chunks of the length that is kept; a rest that is cut off by a broken link is dropped. */
async function receive(answer: Response, from: number, keep: (part: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<void> {
  const expected = from > 0 ? 206 : 200;
  if (answer.status !== expected || !answer.body) {
    await answer.body?.cancel();
    // A server that doesn't know ranges would send it all again: what was kept is then of no use.
    throw answer.status === 200 ? new WrongBytes("no ranges") : new Error(`resource: ${answer.status}`);
  }
  const reader = answer.body.getReader();
  const held = new Uint8Array(CHUNK);
  let filled = 0;
  let any = false;
  for (;;) {
    const { value, done } = await nextOf(reader);
    if (done) break;
    for (let at = 0; at < value.length; ) {
      const taken = Math.min(CHUNK - filled, value.length - at);
      held.set(value.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled < CHUNK) continue;
      await keep(held);
      any = true;
      filled = 0;
    }
  }
  if (filled > 0 || !any) await keep(held.slice(0, filled));
}

async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ReadableStreamReadResult<Uint8Array>> {
  const timer = setTimeout(() => void reader.cancel().catch(() => {}), STALLED);
  return reader.read().finally(() => clearTimeout(timer));
}

const chunkKey = (name: string, index: number): string => `${name}:${String(index).padStart(6, "0")}`;

const dropSteps = (name: string): Step[] => [
  { shelf: "resources", key: name },
  { shelf: "chunks", from: `${name}:`, to: `${name}:~` },
];

const provesItself = (name: string, { bytes, chunks }: FileRow): boolean =>
  chunks.length === Math.max(1, Math.ceil(bytes / CHUNK)) && (chunks.length > 1 || chunks[0] === name);

/** The browser's own digest is the faster one; it exists in secure contexts alone, and so does the device. */
async function hashOfBytes(bytes: ArrayBuffer): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
