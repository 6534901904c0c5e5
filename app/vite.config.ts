import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "../remix.config.js";
import { stringUses } from "./i18n/string-uses.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** What runs on the server beside the pages; built with them, because `import.meta.glob` means nothing to plain Node. */
const SERVER_ENTRIES = {
  index: "app/server.ts",
  cli: "app/cli/main.ts",
  "search-worker": "app/server/search/worker.server.ts",
  "image-worker": "app/server/images/worker.server.ts",
  "media-worker": "app/server/media/worker.server.ts",
};

/** Must come after Remix's plugin, which sets `input` too and would win. */
const serverEntry: Plugin = {
  name: "server-entry",
  config: (_, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: SERVER_ENTRIES, output: { entryFileNames: "[name].js" } } } } : undefined),
};

/** Libraries of the server: met by the first-start scan for the browser they would break the page's hooks. */
const SERVER_ONLY = [
  "pg",
  "better-sqlite3",
  "@prisma/adapter-better-sqlite3",
  "@prisma/adapter-pg",
  "@node-rs/argon2",
  "@resvg/resvg-js",
  "sharp",
  "remix-i18next",
];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), serverEntry, stringUses()],
  // No source maps: nothing of the sources goes to browsers beside what they run.
  build: { target: isSsrBuild ? "node22" : "es2020", sourcemap: false },
  optimizeDeps: { include: ["i18next", "react-i18next", "qrcode"], exclude: SERVER_ONLY },
}));
