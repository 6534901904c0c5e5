import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ARTICLE_KINDS } from "../../../core/articles/kinds.ts";
import { AppError } from "../../../core/errors.ts";
import { cardPath } from "../../../core/feeds/addresses.ts";
import { FRESH, freshFor } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

const FILE = /^(?<slug>[a-z0-9-]{1,200})\.[0-9a-f]{16}\.png$/;

/** The picture of a pair. An older edition's address, as shared links keep them, leads to today's picture. */
export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const kind = ARTICLE_KINDS.find((one) => one === params.kind);
  const slug = FILE.exec(params.file ?? "")?.groups?.slug;
  const words = kind && slug ? await app.readers.machines.card(kind, slug) : null;
  if (!kind || !slug || !words) throw new AppError("not_found");
  const path = cardPath(kind, slug, words.contentHash);
  if (path !== `/og/${kind}/${params.file}`) return redirect(path, { headers: { "Cache-Control": freshFor(FRESH.list) } });
  const picture = await app.images.card(words.titles);
  // For other sites to show.
  const headers = { "Content-Type": "image/png", "Cache-Control": "public, max-age=31536000, immutable", "Cross-Origin-Resource-Policy": "cross-origin" };
  return new Response(new Uint8Array(picture), { headers });
}
