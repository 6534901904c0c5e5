import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { PictureType } from "../../core/articles/picture.ts";
import type { Media } from "../media/media.server.ts";
import { SHARING } from "./security-headers.server.ts";
import { isHeld } from "./validators.server.ts";

/** Where the pictures of articles are. */
export const MEDIA = "/media/";

const NAME = /^\/media\/(?<hash>[0-9a-f]{64})\.(?<extension>webp|jpg)$/;
const TYPES: Readonly<Record<string, PictureType>> = { webp: "webp", jpg: "jpeg" };

/** Sends a picture, which never changes under its name. False: there is none of that name, and nothing was sent. */
export async function sendMedia(request: IncomingMessage, response: ServerResponse, path: string, media: Media): Promise<boolean> {
  const { hash = "", extension = "" } = NAME.exec(path)?.groups ?? {};
  const type = TYPES[extension];
  const file = type ? await media.made(hash, type) : null;
  if (!file) return false;
  const tag = `"${hash}"`;
  response.setHeader("cache-control", "public, max-age=31536000, immutable");
  response.setHeader("etag", tag);
  // The API names them for other sites to show.
  response.setHeader(SHARING, "cross-origin");
  if (isHeld(request.headers["if-none-match"], tag)) {
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, { "content-type": `image/${type}`, "content-length": (await stat(file)).size });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file), response);
  return true;
}
