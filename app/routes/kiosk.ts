import { type RouteConfigEntry, route } from "@remix-run/route-config";

/** The page that every paired device boots, and the kiosk of a gate in any browser. */
export default [
  route("display", "routes/display/boot/route.tsx"),
  route("kiosk/:gate", "routes/kiosk/gate/route.tsx"),
  route("kiosk/:gate/content.json", "routes/kiosk/content/route.ts"),
  route("kiosk/:gate/messages", "routes/kiosk/messages/route.ts"),
] satisfies RouteConfigEntry[];
