import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How an answer's bytes may travel, the best first. */
export type Encoding = "br" | "gzip" | "identity";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** `quick`: about a millisecond, while somebody waits. `best`: tens of milliseconds, for bytes that are kept. Runs off the main thread. */
export function compress(bytes: Buffer, encoding: Exclude<Encoding, "identity">, effort: "quick" | "best"): Promise<Buffer> {
  if (encoding === "gzip") return deflate(bytes, { level: effort === "best" ? 9 : 6 });
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: effort === "best" ? 11 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotli(bytes, { params });
}

/** Below this, compressing saves nothing worth its headers. */
const SMALLEST = 512;
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|javascript|xml|[\w.-]+\+(?:json|xml))|image\/svg)/;

export const isCompressible = (contentType: string, bytes: number): boolean => bytes >= SMALLEST && COMPRESSIBLE.test(contentType);

/** Browsers send the same few headers again and again. */
const known = new Map<string, Encoding>();
const MOST_KNOWN = 200;

/** The best encoding that an Accept-Encoding header allows (RFC 9110, 12.5.3). */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (!header) return "identity";
  const found = known.get(header);
  if (found) return found;
  const accepted = parse(header);
  if (known.size < MOST_KNOWN) known.set(header, accepted);
  return accepted;
}

function parse(header: string): Encoding {
  const quality = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    quality.set(name === "x-gzip" ? "gzip" : name, weight === undefined ? 1 : Number(weight) || 0);
  }
  const allows = (name: string) => (quality.get(name) ?? quality.get("*") ?? 0) > 0;
  return allows("br") ? "br" : allows("gzip") ? "gzip" : "identity";
}
