import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as build from "virtual:remix/server-build";
import type { ServerBuild } from "@remix-run/node";
import sirv from "sirv";
import { StartRefused, startServer } from "./server/http/start.server.ts";

/** Production: the build's pages and its files, compressed beforehand. Starts itself (`node build/server/index.js`). */
const folder = fileURLToPath(new URL("../client", import.meta.url));
const assets = sirv(folder, {
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

/** @param path an address in the build's own spelling: of plain names, never with dots for folders */
const file = async (path: string): Promise<Buffer | null> => (path.includes("..") ? null : readFile(join(folder, path)).catch(() => null));

startServer({ build: async () => build as unknown as ServerBuild, assets, file }).catch((error) => {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
});
