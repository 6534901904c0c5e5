import { index, type RouteConfigEntry, route } from "@remix-run/route-config";

/** The pages for visitors: plain documents, the same for everyone, in every language under its prefix. */
export default [
  route(":lang", "routes/visitor/layout/route.tsx", { id: "visitor" }, [
    index("routes/visitor/home/route.tsx"),
    route("gates", "routes/visitor/board/route.tsx"),
    route("gates/:gate", "routes/visitor/gate/route.tsx"),
    route("topics/:topic", "routes/visitor/topic/route.tsx"),
    route("articles/:slug", "routes/visitor/article/route.tsx"),
    route("articles/:slug/side-by-side", "routes/visitor/side-by-side/route.tsx"),
    route("notices", "routes/visitor/notices/route.tsx"),
    route("notices/:slug", "routes/visitor/notice/route.tsx"),
    route("questions", "routes/visitor/questions/route.tsx"),
    route("questions/new", "routes/visitor/ask/route.tsx"),
    route("questions/reply", "routes/visitor/reply/route.tsx"),
    route("questions/:slug", "routes/visitor/question/route.tsx"),
    route("phrases", "routes/visitor/phrases/route.tsx"),
    route("feedback", "routes/visitor/feedback/route.tsx"),
    route("search", "routes/visitor/search/route.tsx"),
    route(":page", "routes/visitor/page/route.tsx"),
    route("*", "routes/visitor/missing/route.tsx"),
  ]),
] satisfies RouteConfigEntry[];
