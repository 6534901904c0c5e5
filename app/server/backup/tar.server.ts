import { createReadStream } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { damaged } from "./refusal.server.ts";

/**
 * The plain tar format (POSIX.1-1988 "ustar"), as far as a backup needs it: regular files with short names. Any tar program opens what
 * is written here; read is only what is written here.
 */
export interface TarEntry {
  name: string;
  /** In bytes. */
  size: number;
  /** Where its bytes begin in the file. */
  offset: number;
}

const BLOCK = 512;
const LONGEST_NAME = 100;
/** Sizes from 8 GiB on do not fit into the eleven octal digits and are written in binary, as GNU tar does. */
const FIRST_BINARY_SIZE = 8 ** 11;

/** Appends a file. @param path where its bytes are now: just `size` of them */
export async function appendFile(to: FileHandle, { name, size, path }: { name: string; size: number; path: string }, at: Date): Promise<void> {
  await to.appendFile(headerOf(name, size, at));
  let written = 0;
  for await (const chunk of createReadStream(path)) {
    await to.appendFile(chunk as Buffer);
    written += (chunk as Buffer).length;
  }
  if (written !== size) throw new Error(`${path} had ${size} bytes and now has ${written}`);
  await to.appendFile(padding(size));
}

/** Appends a file whose bytes are at hand. */
export async function appendBytes(to: FileHandle, name: string, bytes: Buffer, at: Date): Promise<void> {
  await to.appendFile(Buffer.concat([headerOf(name, bytes.length, at), bytes, padding(bytes.length)]));
}

/** Two empty blocks end it: without them it was cut off. */
export const endTar = (to: FileHandle): Promise<void> => to.appendFile(Buffer.alloc(2 * BLOCK));

/**
 * The files of a tar, in their order.
 * @throws CommandRefused when it is cut off, damaged, or holds other things than files
 */
export async function listTar(from: FileHandle): Promise<TarEntry[]> {
  const entries: TarEntry[] = [];
  for (let at = 0; ; ) {
    const block = Buffer.alloc(BLOCK);
    const { bytesRead } = await from.read(block, 0, BLOCK, at);
    if (bytesRead < BLOCK) throw damaged("it is cut off");
    if (block.every((byte) => byte === 0)) return entries;
    const { name, size } = readHeader(block);
    entries.push({ name, size, offset: at + BLOCK });
    at += BLOCK + size + padding(size).length;
  }
}

/** The bytes of one entry, as a stream. */
export async function* bytesOf(from: FileHandle, { size, offset }: TarEntry): AsyncGenerator<Buffer> {
  const chunk = 1 << 20;
  for (let done = 0; done < size; ) {
    const wanted = Math.min(chunk, size - done);
    const buffer = Buffer.allocUnsafe(wanted);
    const { bytesRead } = await from.read(buffer, 0, wanted, offset + done);
    if (bytesRead === 0) throw damaged("it is cut off");
    yield buffer.subarray(0, bytesRead);
    done += bytesRead;
  }
}

const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, "0")}\0`;

function headerOf(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new Error(`too long a name for a backup: ${name}`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  if (size < FIRST_BINARY_SIZE) header.write(octal(size, 11), 124);
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write(octal(Math.floor(at.getTime() / 1000), 11), 136);
  header.write("0", 156);
  header.write("ustar\0" + "00", 257);
  header.write(`${octal(sumOf(header), 6)} `, 148);
  return header;
}

function readHeader(block: Buffer): { name: string; size: number } {
  if (Number.parseInt(text(block, 148, 8), 8) !== sumOf(block)) throw damaged("a part of it is not readable");
  const name = text(block, 0, LONGEST_NAME);
  if (text(block, 156, 1) !== "0") throw damaged(`${JSON.stringify(name)} is no file`);
  const size = block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(text(block, 124, 12), 8);
  if (!Number.isSafeInteger(size)) throw damaged("a part of it is not readable");
  return { name, size };
}

/** The sum of a header's bytes, those of the sum itself counted as spaces. */
const sumOf = (header: Buffer): number => header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);

const text = (block: Buffer, at: number, length: number): string => block.toString("utf8", at, at + length).replace(/\0.*$/s, "");
