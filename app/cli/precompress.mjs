/**
 * After a build: puts .br and .gz beside each asset that shrinks by them, at the highest levels, so that serving one is
 * sending a file. Runs once a build; nothing is compressed per request.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { at } from "./project.mjs";

const TEXT = /\.(?:css|html|js|json|map|mjs|svg|txt|webmanifest|xml)$/;
/** Below this a compressed answer fits the same network packet. */
const SMALLEST = 512;
const WORTH = 0.95;

const client = at("build/client");
for (const entry of readdirSync(client, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !TEXT.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const bytes = readFileSync(file);
  if (bytes.length < SMALLEST) continue;
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  const gzip = gzipSync(bytes, { level: 9 });
  if (brotli.length < bytes.length * WORTH) writeFileSync(`${file}.br`, brotli);
  if (gzip.length < bytes.length * WORTH) writeFileSync(`${file}.gz`, gzip);
}
