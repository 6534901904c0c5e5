import { type RouteConfigEntry, route } from "@remix-run/route-config";

/** What programs read: feeds, the sitemap, pictures for shared links, the API. */
export default [
  route(":lang/feed.xml", "routes/machines/feed/route.ts"),
  route("sitemap.xml", "routes/machines/sitemap/route.ts"),
  route("robots.txt", "routes/machines/robots/route.ts"),
  route("manifest.webmanifest", "routes/machines/manifest/route.ts"),
  route("og/:kind/:file", "routes/machines/og/route.ts"),
  route("qr/*", "routes/machines/qr/route.ts"),
  route("api/v1/openapi.json", "routes/machines/openapi/route.ts"),
  route("api/v1/articles", "routes/machines/api-articles/route.ts"),
  route("api/v1/articles/:slug", "routes/machines/api-article/route.ts"),
  route("api/v1/gates", "routes/machines/api-gates/route.ts"),
  route("api/v1/notices", "routes/machines/api-notices/route.ts"),
  route("api/v1/search", "routes/machines/api-search/route.ts"),
  route("api/*", "routes/machines/api-missing/route.ts"),
] satisfies RouteConfigEntry[];
