import type { IncomingMessage } from "node:http";
import { AppError } from "../../core/errors.ts";

/** The most bytes a form may have. */
export const LONGEST_FORM = 256 * 1024;

/**
 * Reads a request's body, counting its bytes as they come: what it claims as its length is not believed, but spares the reading.
 * @throws AppError `too_large` as soon as it is; Node throws away the rest, so that its sender gets to read the answer. `bad_request` when it breaks off.
 */
export async function readBody(request: IncomingMessage, longest = LONGEST_FORM): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers["content-length"]) > longest) throw new AppError("too_large", { limit: longest });
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    const refuse = (code: "too_large" | "bad_request") => {
      request.removeAllListeners("data").removeAllListeners("end");
      reject(new AppError(code, { limit: longest }));
    };
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > longest) refuse("too_large");
      else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", () => refuse("bad_request"));
    request.once("close", () => request.complete || refuse("bad_request"));
  });
}
