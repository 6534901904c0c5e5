import { fileURLToPath } from "node:url";
import * as build from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/node";
import sirv from "sirv";
import { StartRefused, startServer } from "./server/http/start.server.ts";

/** Production: the build's pages and its files, compressed beforehand. Starts itself (`node build/server/index.js`). */
const assets = sirv(fileURLToPath(new URL("../client", import.meta.url)), {
  etag: true,
  brotli: true,
  gzip: true,
  extensions: [],
  setHeaders(response, path) {
    // Names under /assets hold a hash of the content; everything else keeps its name and is asked for again.
    response.setHeader("cache-control", path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    if (path === "/display/sw.js") response.setHeader("service-worker-allowed", "/");
  },
});

startServer({ build: async () => build as unknown as ServerBuild, assets }).catch((error) => {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
});
