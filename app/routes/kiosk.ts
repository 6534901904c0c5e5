import { type RouteConfigEntry, route } from "@remix-run/route-config";

/** The kiosk of a gate, in any browser. */
export default [
  route("kiosk/:gate", "routes/kiosk/gate/route.tsx"),
  route("kiosk/:gate/content.json", "routes/kiosk/content/route.ts"),
] satisfies RouteConfigEntry[];
