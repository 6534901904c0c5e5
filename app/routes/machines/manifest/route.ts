import type { LoaderFunctionArgs } from "@remix-run/node";
import { DEFAULT_LANG, LANGS, language } from "../../../core/language/languages.ts";
import { FRESH, freshFor } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

/** One manifest for everyone, whatever they read: caches would mix two up. So the short name says both. */
export function loader({ context: { app } }: LoaderFunctionArgs) {
  const common = (lang: typeof DEFAULT_LANG) => app.strings.instance(lang).getFixedT(lang, "common");
  const own = common(DEFAULT_LANG);
  const manifest = {
    id: "/",
    name: `${own("site.name")}: ${own("site.title")}`,
    short_name: LANGS.map((lang) => common(lang)("site.name")).join(" "),
    lang: language(DEFAULT_LANG).tag,
    dir: "ltr",
    start_url: "/",
    scope: "/",
    display: "minimal-ui",
    background_color: "#f7f5ef",
    theme_color: "#0c332b",
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
  return Response.json(manifest, { headers: { "Content-Type": "application/manifest+json", "Cache-Control": freshFor(FRESH.sitemap) } });
}
