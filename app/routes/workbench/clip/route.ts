import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isHash } from "../../../core/articles/picture.ts";
import { AppError } from "../../../core/errors.ts";

export const handle = { access: { loader: "displays.manage" }, audience: "workbench" } as const;

/** A sound or a film, for who decides whether displays play it; by ranges too, so that players can go to any place in it. */
export async function loader({ request, params: { hash }, context }: LoaderFunctionArgs) {
  const { media, readers } = context.app;
  const clip = isHash(hash) ? await readers.workbench.clip(hash) : null;
  const file = clip && (await media.clip(clip.hash));
  if (!file) throw new AppError("not_found");
  const headers = { "Content-Type": clip.mime, "Cache-Control": "private, max-age=86400, immutable", "Accept-Ranges": "bytes" };
  const range = media.part(request.headers.get("range") ?? undefined, clip.size);
  if (range === "outside") return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${clip.size}` } });
  const { from, to } = range ?? { from: 0, to: clip.size - 1 };
  const body = Readable.toWeb(createReadStream(file, { start: from, end: to })) as ReadableStream;
  const length = { "Content-Length": String(to - from + 1) };
  if (!range) return new Response(body, { headers: { ...headers, ...length } });
  return new Response(body, { status: 206, headers: { ...headers, ...length, "Content-Range": `bytes ${from}-${to}/${clip.size}` } });
}
