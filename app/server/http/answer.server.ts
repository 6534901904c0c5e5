import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { acceptedEncoding, compress, isCompressible } from "./encoding.server.ts";
import type { KeptPage } from "./page-cache.server.ts";
import { isHeld, weakTag } from "./validators.server.ts";

/** An answer, whole, before it is compressed. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
}

const NO_BODY = new Set([204, 304]);

/** Sends an answer: tagged when it may be kept by the asker, not sent again to who holds it, compressed as the asker can read it. */
export async function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): Promise<void> {
  const keepable =
    status === 200 &&
    (request.method === "GET" || request.method === "HEAD") &&
    !/no-store|immutable/.test(headers.get("cache-control") ?? "") &&
    !headers.has("set-cookie");
  if (keepable && !headers.has("etag")) headers.set("etag", weakTag(body));
  const type = headers.get("content-type") ?? "";
  if (isCompressible(type, body.length)) addVary(headers, "Accept-Encoding");
  if (keepable && isHeld(request.headers["if-none-match"], headers.get("etag") ?? "")) {
    headers.delete("content-type");
    write(response, 304, headers);
    response.end();
    return;
  }
  let bytes = body;
  const encoding = isCompressible(type, body.length) && !headers.has("content-encoding") ? acceptedEncoding(request.headers["accept-encoding"]) : "identity";
  if (encoding !== "identity") {
    bytes = await compress(body, encoding, "quick");
    headers.set("content-encoding", encoding);
  }
  if (!NO_BODY.has(status)) headers.set("content-length", String(bytes.length));
  write(response, status, headers);
  response.end(request.method === "HEAD" || NO_BODY.has(status) ? undefined : bytes);
}

/** Sends an answer as it is made, no faster than the asker reads. Breaks the connection when the making fails: half a file must not look whole. */
export async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers }: Omit<Answer, "body">,
  body: ReadableStream<Uint8Array>,
): Promise<void> {
  write(response, status, headers);
  if (request.method === "HEAD") {
    await body.cancel();
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), response);
}

/** Sends a page as the cache keeps it: nothing is computed but which of its encodings. */
export function sendKept(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  if (isHeld(request.headers["if-none-match"], page.tag)) {
    response.writeHead(304, page.heldHead);
    response.end();
    return;
  }
  const { head, body } = page.encodings[acceptedEncoding(request.headers["accept-encoding"])];
  response.writeHead(200, head);
  response.end(request.method === "HEAD" ? undefined : body);
}

export function addVary(headers: Headers, name: string): void {
  const named = (headers.get("vary") ?? "").split(",").map((one) => one.trim().toLowerCase());
  if (!named.includes(name.toLowerCase()) && !named.includes("*")) headers.append("vary", name);
}

function write(response: ServerResponse, status: number, headers: Headers): void {
  response.statusCode = status;
  for (const [name, value] of headers) if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
}
