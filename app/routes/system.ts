import { index, type RouteConfigEntry, route } from "@remix-run/route-config";

/** What belongs to no language: the choice of one, what is shown without a link, and the strings for the browser. What leads nowhere ends at the visitors' own `:lang/*`. */
export const systemRoutes: RouteConfigEntry[] = [
  index("routes/system/language-choice/route.tsx"),
  route("offline", "routes/system/offline/route.tsx"),
  route("choose/:lang", "routes/system/choose/route.ts"),
  route("locales/:file", "routes/system/strings/route.ts"),
];
