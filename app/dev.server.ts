import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { startServer } from "./server/http/start.server.ts";

/** The server of production with its pages and assets fresh from Vite. Loaded through Vite by `app/cli/dev.mjs`. */
export const startDevelopmentServer = (vite: ViteDevServer) =>
  startServer({
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>,
    assets: vite.middlewares,
  });
