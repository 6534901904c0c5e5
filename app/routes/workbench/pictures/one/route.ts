import type { LoaderFunctionArgs } from "@remix-run/node";
import { isHash } from "../../../../core/articles/picture.ts";
import { AppError } from "../../../../core/errors.ts";

export const handle = { access: { loader: "words.edit" }, audience: "workbench" } as const;

/** An upload as it is kept, whole: for members, because what a crop leaves out may be nobody else's business. */
export async function loader({ params: { hash }, context }: LoaderFunctionArgs) {
  const bytes = isHash(hash) ? await context.app.media.original(hash) : null;
  if (!bytes) throw new AppError("not_found");
  return new Response(new Uint8Array(bytes), { headers: { "Content-Type": "image/webp", "Cache-Control": "private, max-age=86400, immutable" } });
}
