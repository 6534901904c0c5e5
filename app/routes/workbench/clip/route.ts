import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isHash } from "../../../core/articles/picture.ts";
import { AppError } from "../../../core/errors.ts";

export const handle = { access: { loader: "displays.manage" }, audience: "workbench" } as const;

/** A sound or a film, for who decides whether displays play it. */
export async function loader({ params: { hash }, context }: LoaderFunctionArgs) {
  const { media, readers } = context.app;
  const clip = isHash(hash) ? await readers.workbench.clip(hash) : null;
  const file = clip && (await media.clip(clip.hash));
  if (!file) throw new AppError("not_found");
  const headers = { "Content-Type": clip.mime, "Content-Length": String(clip.size), "Cache-Control": "private, max-age=86400, immutable" };
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers });
}
