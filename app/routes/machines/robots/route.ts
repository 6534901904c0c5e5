import type { LoaderFunctionArgs } from "@remix-run/node";
import { FRESH, freshFor } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

/** Not for search engines: what is for staff and displays, and addresses that do something. */
const CLOSED = ["/workbench", "/display", "/kiosk", "/events", "/choose/"];

export function loader({ context: { app } }: LoaderFunctionArgs) {
  const lines = ["User-agent: *", ...CLOSED.map((path) => `Disallow: ${path}`), "", `Sitemap: ${app.settings.origin}/sitemap.xml`, ""];
  return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": freshFor(FRESH.sitemap) } });
}
