/** After a build: the scripts of the visitors' pages, each bundled and made small under the name it has in public/. */
import { rmSync } from "node:fs";
import { build, transformWithEsbuild } from "vite";
import { at } from "./project.mjs";

/** The oldest browsers that run modules. */
const TARGET = "es2018";

/** Vite leaves the blanks in a library's modules. */
const small = {
  name: "small",
  renderChunk: {
    order: /** @type {const} */ ("post"),
    handler: (/** @type {string} */ code) => transformWithEsbuild(code, "script.js", { minify: true, target: TARGET }),
  },
};

for (const name of ["portal", "portal-early", "sw"]) {
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
      lib: { entry: at(`public/${name}.js`), formats: [name === "portal" ? "es" : "iife"], name: "portal", fileName: () => `${name}.js` },
      rollupOptions: { output: { chunkFileNames: "portal-[name].js" } },
    },
  });
}
rmSync(at("build/client/portal"), { recursive: true, force: true });
