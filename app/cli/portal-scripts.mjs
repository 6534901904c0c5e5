/** After a build: the scripts of the visitors' pages, and what members see on them, each bundled and made small under the name it has in public/. */
import { rmSync } from "node:fs";
import { build, transformWithEsbuild } from "vite";
import { at } from "./project.mjs";

/** The oldest browsers that run modules. */
const TARGET = "es2018";

/** What others import from. */
const MODULES = new Set(["portal", "in-place"]);

/** Vite leaves the blanks in a library's modules. */
const small = {
  name: "small",
  renderChunk: {
    order: /** @type {const} */ ("post"),
    handler: (/** @type {string} */ code) => transformWithEsbuild(code, "script.js", { minify: true, target: TARGET }),
  },
};

for (const name of ["portal", "portal-early", "in-place", "sw"]) {
  await build({
    configFile: false,
    logLevel: "warn",
    root: at("."),
    publicDir: false,
    plugins: [small],
    build: {
      outDir: at("build/client"),
      emptyOutDir: false,
      target: TARGET,
      // As a library: what is imported later comes as a plain import, without Vite's own helper.
      lib: { entry: at(`public/${name}.js`), formats: [MODULES.has(name) ? "es" : "iife"], name: "portal", fileName: () => `${name}.js` },
      rollupOptions: { external: ["/in-place.js"], output: { chunkFileNames: "portal-[name].js" } },
    },
  });
}
for (const folder of ["portal", "in-place"]) rmSync(at(`build/client/${folder}`), { recursive: true, force: true });
