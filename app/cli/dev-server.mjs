/**
 * Our own server with Vite as its middleware, so that its guards hold in development as well. Pages change in the open
 * browser; a change to what lives as long as the server (database, search, use cases) starts it anew.
 */
import { relative, sep } from "node:path";
import { createServer } from "vite";
import { at, ROOT, say } from "./project.mjs";

const LONG_LIVED = /^app\/(?:server|use-cases|core|i18n)\/|^app\/[\w.]*server\.tsx?$|^prisma\//;
/** Editors write several files at once. */
const SETTLED_AFTER_MS = 200;

let current = await open();

async function open() {
  const vite = await createServer({ configFile: at("app/vite.config.ts"), appType: "custom", server: { middlewareMode: true } });
  const server = await vite
    .ssrLoadModule("/app/dev.server.ts")
    .then((module) => module.startDevelopmentServer(vite))
    .catch((error) => {
      vite.ssrFixStacktrace(error);
      console.error(error.stack ?? error);
      say("The server could not start; it tries again when a file changes.");
      return null;
    });
  /** @type {NodeJS.Timeout | undefined} */
  let soon;
  vite.watcher.on("all", (_, path) => {
    if (!LONG_LIVED.test(relative(ROOT, path).split(sep).join("/"))) return;
    clearTimeout(soon);
    soon = setTimeout(restart, SETTLED_AFTER_MS);
  });
  const close = async () => {
    clearTimeout(soon);
    await server?.close();
    await vite.close();
  };
  return { close };
}

async function restart() {
  say("A file of the server changed; starting it anew …");
  await current.close();
  current = await open();
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    await current.close();
    process.exit(0);
  });
}
