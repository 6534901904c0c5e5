import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../core/errors.ts";
import { acceptedEncoding } from "../http/encoding.server.ts";
import { rangeOf } from "../http/range.server.ts";
import { isHeld } from "../http/validators.server.ts";
import type { Resources } from "./resources.server.ts";

/**
 * Sends what has this hash, whole or the range that is asked for, so that a broken transfer goes on where it ended.
 * @throws AppError `not_found`
 */
export async function sendResource(request: IncomingMessage, response: ServerResponse, sha256: string, resources: Resources): Promise<void> {
  const found = resources.find(sha256);
  const path = found && !Buffer.isBuffer(found.source) ? await found.source() : null;
  if (!found || (!Buffer.isBuffer(found.source) && !path)) throw new AppError("not_found");
  const tag = `"${sha256}"`;
  const headers: Record<string, string | number> = {
    "content-type": found.type,
    "cache-control": "private, max-age=31536000, immutable",
    etag: tag,
    "accept-ranges": "bytes",
    vary: "Accept-Encoding",
  };
  if (isHeld(request.headers["if-none-match"], tag)) return void response.writeHead(304, headers).end();
  // A range is one of the bytes as they are; whoever continues another file gets this one whole.
  const continues = request.headers["if-range"] === undefined || request.headers["if-range"] === tag;
  const range = continues ? rangeOf(request.headers.range, found.bytes) : null;
  if (range === "outside") return void response.writeHead(416, { ...headers, "content-range": `bytes */${found.bytes}` }).end();
  const { from, to } = range ?? { from: 0, to: found.bytes - 1 };
  const encoding = range ? "identity" : acceptedEncoding(request.headers["accept-encoding"]);
  const packed = encoding === "identity" ? null : await resources.encoded(sha256, encoding);
  if (packed) headers["content-encoding"] = encoding;
  if (range) headers["content-range"] = `bytes ${from}-${to}/${found.bytes}`;
  headers["content-length"] = packed ? packed.length : to - from + 1;
  response.writeHead(range ? 206 : 200, headers);
  if (request.method === "HEAD") response.end();
  else if (packed) response.end(packed);
  else if (Buffer.isBuffer(found.source)) response.end(found.source.subarray(from, to + 1));
  else await pipeline(createReadStream(path as string, { start: from, end: to }), response);
}
