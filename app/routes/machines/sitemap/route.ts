import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { sitemap, sitemapIndex } from "../../../core/feeds/sitemap.ts";
import { FRESH, freshFor } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

/** Every public page with its twins; in parts (`?after=`) once there are more than one file should hold. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get("after");
  if (after !== null && !/^[a-z0-9]{0,64}$/.test(after)) throw new AppError("bad_request");
  const { origin } = app.settings;
  const view = await app.readers.machines.sitemap(after);
  const xml = view.kind === "pages" ? sitemap(origin, view.pages) : sitemapIndex(view.after.map((id) => `${origin}/sitemap.xml?after=${id}`));
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": freshFor(FRESH.sitemap) } });
}
