import { index, type RouteConfigEntry, route } from "@remix-run/route-config";

/** The translators' desk and what stands around it. */
export const workbench: RouteConfigEntry[] = [
  route("workbench", "routes/workbench/layout/route.tsx", [
    index("routes/workbench/home/route.tsx"),
    route("sign-in", "routes/workbench/sign-in/route.tsx"),
    route("join/:secret", "routes/workbench/join/route.tsx"),
    route("articles/:slug", "routes/workbench/article/route.tsx"),
    route("strings/:namespace", "routes/workbench/strings/route.tsx"),
    route("gates", "routes/workbench/gates/list/route.tsx"),
    route("gates/:gate", "routes/workbench/gates/gate/route.tsx"),
    route("messages", "routes/workbench/messages/route.tsx"),
    route("messages/:id", "routes/workbench/message/route.tsx"),
    route("misses", "routes/workbench/misses/route.tsx"),
    route("people", "routes/workbench/people/route.tsx"),
    route("*", "routes/workbench/missing/route.tsx"),
  ]),
  // Actions alone, without a page.
  route("workbench/sign-out", "routes/workbench/sign-out/route.ts"),
  route("workbench/language", "routes/workbench/language/route.ts"),
  route("workbench/words", "routes/workbench/words/route.ts"),
  route("workbench/gates/:gate/taps", "routes/workbench/gates/taps/route.ts"),
];
