/** After a build: the scripts of the visitors' pages, each bundled and made small under the name it has in public/. */
import { rmSync } from "node:fs";
import { build } from "vite";
import { at } from "./project.mjs";

const SCRIPTS = /** @type {const} */ ([
  { name: "portal.js", format: "es" },
  { name: "portal-early.js", format: "iife" },
  { name: "sw.js", format: "iife" },
]);

for (const { name, format } of SCRIPTS) {
  await build({
    configFile: false,
    logLevel: "warn",
    root: at("."),
    publicDir: false,
    build: {
      outDir: at("build/client"),
      emptyOutDir: false,
      modulePreload: false,
      // The oldest browsers that run modules.
      target: "es2018",
      rollupOptions: { input: at(`public/${name}`), output: { entryFileNames: name, chunkFileNames: "portal-[name].js", format } },
    },
  });
}
rmSync(at("build/client/portal"), { recursive: true, force: true });
